import { NO_BODY } from '../../contract/event/body-snapshot.ts'
import { mergeTiming } from '../../contract/event/merge-timing.ts'
import type { FailReason } from '../../contract/event/task-error.ts'
import { callbacksOf } from '../../contract/wx/callbacks-of.ts'
import type { ConnectSocketSuccess, SocketFail, SocketOpenResult, SocketProfile, SocketTask } from '../../contract/wx/wx-socket.ts'
import { checkDomain, hostOf } from '../../wechat/check-domain.ts'
import { isLibSince } from '../../wechat/lib-version.ts'
import { socketProfileOf } from '../../wechat/socket-profile.ts'
import { failureReason } from '../call/failure-reason.ts'
import type { CallContext } from '../context/call-context.ts'
import { reportBadHeader, reportDropped, reportRefusal } from '../context/tool-console.ts'
import { readAnything } from '../options/check-options.ts'
import { givenSnapshot } from '../options/given-snapshot.ts'
import { callFailure, createLiveSocket } from './create-live-socket.ts'
import { CONNECTING } from './live-socket.ts'
import { MOST_SOCKETS, type SocketFamily } from './socket-family.ts'
import { readSocketOptions, type SocketPlan } from './socket-options.ts'
import { createSocketTask } from './socket-task.ts'

/** One socket from the call until it opens. What follows is handled in create-live-socket.ts. */
export function connectSocket(option: unknown, family: SocketFamily, context: CallContext): SocketTask | undefined {
  const { clock, environment, live, report, transport } = context
  const settings = environment.settings()
  const callEnvironment = context.callEnvironment(settings)
  const { lib, platform } = callEnvironment
  const socket = createLiveSocket(callbacksOf(option), callEnvironment, context.mostKept(settings), family, context)

  // Read the options; invalid parameters end the call here.
  const reading = readAnything(() => readSocketOptions(option, settings))
  const plan = 'plan' in reading ? reading.plan : undefined
  if (plan) live.set(socket.taskId, socket.stop)
  socket.emit({
    type: 'created',
    api: 'connectSocket',
    environment: callEnvironment,
    given: givenSnapshot(option),
    ...(plan && planned(plan)),
  })
  if ('refusal' in reading) {
    const error = callFailure(reading.refusal.reason, callEnvironment, reading.refusal.text)
    socket.emit({ type: 'failed', error })
    socket.deliver('fail', failResult(error))
    return undefined
  }
  if (reading.plan.dropped.length > 0) reportDropped(report, reading.plan.dropped)
  if (reading.plan.warnings.includes('header-not-object')) reportBadHeader(report, 'connectSocket')
  const hasTasks = isLibSince(lib, '1.7.0')
  // WS-14.
  if (!hasTasks) for (const other of family.all()) other.close('app', 1000, '')
  family.enter(socket)
  void run(reading.plan)
  return hasTasks ? createSocketTask(socket, context.throwLater) : undefined

  async function run(plan: SocketPlan): Promise<void> {
    // The domain check, and whether calls can be made at all now (BG-1).
    const check = checkDomain('socket', plan.url, settings)
    socket.emit({ type: 'checked', check })
    let refusal: FailReason | undefined
    if (check.verdict === 'refused' && !check.reported) {
      reportRefusal(report, check, settings, clock)
      refusal = { kind: 'refused-domain', host: hostOf(plan.url) }
    } else refusal = context.interruption()

    // LIM-3: a sixth socket does not wait, it fails; refused sockets do not count.
    const crowded = refusal === undefined && hasTasks && family.isFull()
    let started = clock.now()
    if (refusal === undefined && !crowded) {
      socket.holdsPlace = true
      started = socket.emit({ type: 'started' })
    }

    // The callbacks only say that the call was accepted (WS-2).
    await undefined
    if (refusal) {
      const error = callFailure(refusal, callEnvironment)
      socket.deliver('fail', failResult(error))
      return socket.fail(refusal, error)
    }
    const success: ConnectSocketSuccess = { errMsg: 'connectSocket:ok', ...(platform === 'devtools' && { socketTaskId: socket.number }) }
    socket.deliver('success', success)
    if (socket.state !== CONNECTING) return
    if (crowded) return socket.fail({ kind: 'too-many-sockets', limit: MOST_SOCKETS, taskNumber: socket.number })
    if (plan.forceCellular && !settings.conditions.online) return socket.fail({ kind: 'no-cellular' })

    // A transport takes the socket and sends the handshake (WS-17).
    void clock.sleep(plan.timeout, socket.decided).then(() => {
      if (socket.state === CONNECTING && !socket.decided.aborted) socket.fail({ kind: 'timed-out', after: plan.timeout })
    })
    try {
      const { url, header, protocols } = plan
      const route = await transport.connect?.({ taskId: socket.taskId, url, header, protocols }, { signal: socket.unwanted, clock })
      if (route === undefined) return socket.fail({ kind: 'network', name: 'ERR_FAILED', hint: 'no-rule' })
      if (socket.state !== CONNECTING) return void route.connection.then(hangUp, () => {})
      const { by, ruleId, ruleName, dropped = [], timing } = route
      socket.emit({
        type: 'routed',
        by,
        ...(ruleId !== undefined && { ruleId }),
        ...(ruleName !== undefined && { ruleName }),
        ...(dropped.length > 0 && { dropped }),
        ...(timing && { timing }),
      })
      const connection = await route.connection
      if (socket.state !== CONNECTING) return hangUp(connection)
      socket.open(connection, (opened) => {
        const known = mergeTiming(timing, connection.timing)
        const profile = socketProfileOf({ environment: callEnvironment, started, opened, timing: known }, clock.startedAt)
        return openResult(connection.header, profile, lib)
      })
    } catch (thrown) {
      if (socket.state === CONNECTING) socket.fail(failureReason(thrown, callEnvironment))
    }
  }
}

function planned({ url, header, dropped, timeout, warnings }: SocketPlan) {
  return { sent: { method: 'GET', url, header, dropped, body: NO_BODY }, timeout, ...(warnings.length > 0 && { warnings }) }
}

function failResult({ errMsg, errno }: SocketFail): SocketFail {
  return { errMsg, ...(errno !== undefined && { errno }) }
}

/** WS-4: `header` exists since 2.0.0. The app may change it: nothing is shared with the events. */
function openResult(header: Readonly<Record<string, string>>, profile: SocketProfile | undefined, lib: string): SocketOpenResult {
  const result: Partial<SocketOpenResult> = isLibSince(lib, '2.0.0') ? { header: { ...header } } : {}
  return { ...result, ...(profile && { profile }) } as SocketOpenResult
}

/** Closes a connection that is not needed any more. */
function hangUp(connection: { close(code: number, reason: string): void }): void {
  connection.close(1000, '')
}
