import { NO_BODY } from '../../contract/event/body-snapshot.ts'
import type { FailReason } from '../../contract/event/task-error.ts'
import type { FrameworkCall, FrameworkCalls, FrameworkOutcome } from '../../contract/framework-call.ts'
import type { CallContext } from '../context/call-context.ts'
import { givenSnapshot } from '../options/given-snapshot.ts'
import { followRequest } from './follow-request.ts'
import { followSocket } from './follow-socket.ts'
import { createFollowedCall, textOf } from './followed-call.ts'

/** Records the calls of frameworks in the log of one shim. */
export function createFrameworkCalls(context: CallContext): FrameworkCalls {
  return {
    request: (call) => followRequest(call, context),
    socket: (call) => followSocket(call, context),
    unseen: (call, outcome) => recordUnseen(call, outcome, context),
  }
}

/** Records a call that bypassed the inspector or never became a request: only its end is known. */
function recordUnseen(source: FrameworkCall, outcome: FrameworkOutcome, context: CallContext): void {
  const { at, api, framework, given } = source
  const call = createFollowedCall(source, context, async () => '')
  const environment = context.callEnvironment(context.environment.settings())
  const { statusCode } = Object(outcome.result) as { readonly statusCode?: unknown }
  const reason = outcome.failed || api === 'connectSocket' ? whyUnseen(source, outcome) : undefined
  const passed = reason === undefined || reason.kind === 'network'
  call.emit({
    type: 'created',
    at,
    api,
    framework,
    environment,
    given: givenSnapshot(given),
    ...(passed && { warnings: ['unseen'] as const }),
  })
  if (reason) return call.end({ type: 'failed', error: { ...reason, errMsg: textOf(outcome) } })
  call.emit({ type: 'started', at })
  call.emit({ type: 'routed', at, by: 'fetch' })
  call.emit({
    type: 'headers-received',
    statusCode: typeof statusCode === 'number' ? statusCode : 0,
    header: {},
    cookies: [],
    listeners: [],
  })
  call.end({ type: 'succeeded', body: NO_BODY, dataForm: 'not-seen' })
}

function whyUnseen({ api, given }: FrameworkCall, { atOnce }: FrameworkOutcome): FailReason {
  if (atOnce || api === 'connectSocket') return { kind: 'bad-parameter' }
  const { filePath } = given as { readonly filePath?: unknown }
  if (api === 'uploadFile') return { kind: 'no-file', path: String(filePath) }
  return { kind: 'network', name: 'ERR_FAILED', hint: 'cors-or-network' }
}
