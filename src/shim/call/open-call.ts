import { attempt } from '../../contract/describe.ts'
import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import type { CallWarning, DroppedHeader, HeaderList } from '../../contract/event/task-event.ts'
import type { Settings } from '../../contract/settings.ts'
import { callbacksOf } from '../../contract/wx/callbacks-of.ts'
import type { ProfileInput } from '../../wechat/profile-of.ts'
import type { CallContext } from '../context/call-context.ts'
import { reportBadHeader, reportDropped } from '../context/tool-console.ts'
import { type Refusal, readAnything } from '../options/check-options.ts'
import { givenSnapshot } from '../options/given-snapshot.ts'
import type { Options, SentApi } from '../options/known-options.ts'
import type { CallFrame } from './call-frame.ts'
import { createLiveCall } from './live-call.ts'

/** What the plan of every call has. */
export interface CallPlan {
  readonly method: string
  readonly url: string
  readonly header: HeaderList
  readonly dropped: readonly DroppedHeader[]
  /** ms. */
  readonly timeout: number
  readonly warnings: readonly CallWarning[]
}

/** What reading the options results in: a plan, or why they were refused. */
export type Reading<Plan> = { readonly plan: Plan } | { readonly refusal: Refusal }

/** A call that was made. */
export interface OpenedCall<Plan> {
  readonly frame: CallFrame
  /** When it was made, in ms on the session clock. */
  readonly created: number
  /** The options that `res.profile` depends on. */
  readonly given: ProfileInput['given']
  /** Absent if the options were refused and the call has ended. */
  readonly plan?: Plan
}

/**
 * Opens a call: reads its options and emits its first events. Invalid options end it here. `undefined` if the caller gets no task (URL-8).
 */
export function openCall<Plan extends CallPlan>(
  api: SentApi,
  option: unknown,
  context: CallContext,
  read: (option: unknown, settings: Settings) => Reading<Plan>,
  snapshot: (plan: Plan, mostKept: number) => BodySnapshot,
): OpenedCall<Plan> | undefined {
  const settings = context.environment.settings()
  const environment = context.callEnvironment(settings)
  const call = createLiveCall(api, callbacksOf(option), environment, context)
  const frame: CallFrame = { call, list: api, settings, environment, context }

  const reading = readAnything(() => read(option, settings))
  const plan = 'plan' in reading ? reading.plan : undefined
  if (plan) context.live.set(call.taskId, call.stop)
  const created = call.emit({
    type: 'created',
    api,
    environment,
    given: givenSnapshot(option),
    ...(plan && {
      sent: {
        method: plan.method,
        url: plan.url,
        header: plan.header,
        dropped: plan.dropped,
        body: snapshot(plan, context.mostKept(settings)),
      },
      timeout: plan.timeout,
      ...(plan.warnings.length > 0 && { warnings: plan.warnings }),
    }),
  })
  if ('refusal' in reading) {
    const { reason, text, atOnce } = reading.refusal
    call.stop(reason, text, atOnce)
    return atOnce ? undefined : { frame, created, given: {} }
  }
  const { dropped, warnings } = reading.plan
  if (dropped.length > 0) reportDropped(context.report, dropped)
  if (warnings.includes('header-not-object')) reportBadHeader(context.report, api)
  return { frame, created, given: profileOptionsOf(option), plan: reading.plan }
}

/** Copied now: the caller may change its options while the call runs. */
function profileOptionsOf(option: unknown): ProfileInput['given'] {
  const given = option as Options
  return {
    enableHttpDNS: attempt(() => given['enableHttpDNS']),
    enableProfile: attempt(() => given['enableProfile']),
    useHighPerformanceMode: attempt(() => given['useHighPerformanceMode']),
  }
}
