import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import { NO_BODY } from '../../contract/event/body-snapshot.ts'
import type { FailReason } from '../../contract/event/task-error.ts'
import type { SentForm } from '../../contract/event/task-event.ts'
import type { FollowedRequest, FrameworkCall, PackedBody, PageRequest, ResponseReceiver } from '../../contract/framework-call.ts'
import { bodySize, type Outgoing } from '../../contract/transport.ts'
import type { CallFrame } from '../call/call-frame.ts'
import { refuses } from '../call/enter-line.ts'
import { failureReason } from '../call/failure-reason.ts'
import { emitHeaders, getAnswer, type Reply } from '../call/get-answer.ts'
import { createGrowingSnapshot } from '../call/growing-snapshot.ts'
import type { RunningCall } from '../call/live-call.ts'
import type { CallContext } from '../context/call-context.ts'
import { givenSnapshot } from '../options/given-snapshot.ts'
import { mostOfAFile, snapshotBody } from '../options/snapshot-body.ts'
import { createTransferProgress } from '../transfer/transfer-progress.ts'
import { createFollowedCall, type FollowedCall, textOf } from './followed-call.ts'
import { isRelative, phoneWarnings } from './phone-warnings.ts'

/** ms. Timers may fire this much early. */
const EARLY = 2

/** The recorded body of an upload before its file is read. */
const UNREAD: BodySnapshot = { kind: 'omitted', size: 0, why: 'not-read' }

const NOBODY: ReadonlySet<never> = new Set<never>()
const nothing = () => ({})

/**
 * One HTTP request of a framework, from start to end. It is not queued, and the framework's own timeout ends it. The framework passes the
 * result to the app.
 */
export function followRequest(source: FrameworkCall, context: CallContext): FollowedRequest {
  const { clock } = context
  const { api } = source
  if (api === 'connectSocket') throw new TypeError('A socket is no request.')
  const settings = context.environment.settings()
  const environment = context.callEnvironment(settings)
  let receiver: ResponseReceiver | undefined
  let started = source.at
  // Once the browser sends it, the framework gets its end from the browser.
  let carried = false
  const call: FollowedCall = createFollowedCall(source, context, async (reason) => {
    if (!carried) receiver?.fail(reason.kind === 'aborted' || reason.kind === 'timed-out' ? 'aborted' : 'network')
    return textOf(await call.whenSettled())
  })
  const frame: CallFrame<RunningCall> = { call, list: api, settings, environment, context }
  const mostKept = context.mostKept(settings)

  async function run(request: PageRequest): Promise<void> {
    try {
      // A relative URL fails on a phone, before the domain check.
      const { body, header, method, url, writtenUrl } = request
      const warnings = phoneWarnings(source, request)
      call.emit({
        type: 'created',
        at: source.at,
        api,
        framework: source.framework,
        environment,
        given: givenSnapshot(source.given),
        sent: { method, url, header, dropped: [], body: body ? snapshotBody(body, mostKept) : request.pack ? UNREAD : NO_BODY },
        timeout: source.timeout,
        ...(warnings.length > 0 && { warnings }),
      })
      if (!isRelative(writtenUrl) && refuses(frame, url, (check) => call.emit({ type: 'checked', check }))) return
      started = call.emit({ type: 'started' })

      // A rule takes the call, or the browser sends it for the framework.
      const outgoing = await pack(request)
      if (call.over) return
      const size = bodySize(outgoing.body)
      const progress = createTransferProgress(frame, 'sent', NOBODY, nothing)
      const reply = await getAnswer(frame, {
        through: context.transport,
        outgoing,
        started,
        carrier: {
          send(again, job) {
            carried = true
            return request.carry(again, job)
          },
        },
        ...(api === 'uploadFile' && {
          onSent: (loaded) => {
            if (!carried) receiver?.sent(loaded)
            progress.update(loaded, size)
          },
        }),
      })
      if (!reply) return
      if (api === 'uploadFile') progress.finish(size)
      if (call.over) return
      await receive(reply, url)
    } catch (thrown) {
      call.stop(failureReason(thrown, environment))
    }
  }

  /** The headers, the body, and the end. */
  async function receive(reply: Reply, url: string): Promise<void> {
    const { answer, redirects } = reply
    if (emitHeaders(frame, reply, NOBODY, nothing) === undefined) return
    if (!carried) receiver?.head(answer, redirects.at(-1)?.url ?? url)
    const snapshot = createGrowingSnapshot(api === 'downloadFile' ? mostOfAFile(mostKept) : mostKept)
    const progress = createTransferProgress(frame, 'received', NOBODY, nothing)
    let size = 0
    for await (const piece of answer.chunks) {
      if (call.over) return
      if (piece.byteLength === 0) continue
      size += piece.byteLength
      snapshot.add(piece)
      if (api === 'downloadFile') progress.update(size, answer.expectedSize)
      else call.emit({ type: 'chunk-received', size: piece.byteLength, listeners: [] })
      if (!carried) receiver?.piece(piece)
    }
    if (call.over) return
    if (api === 'downloadFile') progress.finish(size)
    const ended = clock.now()
    // The end has a task of its own, as for every call.
    await clock.nextTask?.()
    if (call.over) return
    const measured = answer.measuredTiming?.()
    call.end({ type: 'succeeded', at: ended, body: snapshot.end(size), dataForm: 'not-seen', ...(measured && { timing: measured }) })
    if (!carried) receiver?.end()
  }

  async function pack(request: PageRequest): Promise<Outgoing> {
    const { header, method, url } = request
    const outgoing = { taskId: call.taskId, api, method, url, redirect: 'follow' } as const
    if (!request.pack) return { ...outgoing, header, body: request.body }
    const { body, contentType, form } = await request.pack()
    const typed = contentType === '' || header.some(([name]) => name.toLowerCase() === 'content-type')
    const sent = { ...outgoing, header: typed ? header : [...header, ['content-type', contentType] as const], body }
    const packed = form && api === 'uploadFile' ? sentForm(form, source.given, mostKept) : undefined
    if (!packed) return sent
    call.emit({ type: 'packed', form: packed, size: body.size })
    return { ...sent, form: packed }
  }

  function whyGivenUp(): FailReason {
    return clock.now() - started >= source.timeout - EARLY ? { kind: 'timed-out', after: source.timeout } : { kind: 'aborted', by: 'app' }
  }

  return {
    taskId: call.taskId,
    send(request, page) {
      receiver = page
      context.live.set(call.taskId, call.stop)
      void run(request)
    },
    giveUp: () => call.stop(whyGivenUp()),
  }
}

/** The form as it is recorded; `undefined` without a file. */
function sentForm({ fields, files }: NonNullable<PackedBody['form']>, given: object, mostKept: number): SentForm | undefined {
  const [first, ...more] = files.map(({ beginning, field, name, size, type }) => {
    const { filePath } = given as { readonly filePath?: unknown }
    return { field, path: typeof filePath === 'string' ? filePath : name, name, type, size, beginning }
  })
  if (!first) return undefined
  const { beginning, ...file } = first
  const body = snapshotBody(beginning, mostOfAFile(mostKept), undefined, file.size)
  return { fields, file: { ...file, body }, ...(more.length > 0 && { more: more.map(({ beginning: _, ...other }) => other) }) }
}
