import { NO_BODY } from '../../contract/event/body-snapshot.ts'
import type { ClosedBy } from '../../contract/event/socket-event.ts'
import type { FollowedSocket, FrameworkCall, PageSocket, SocketReceiver } from '../../contract/framework-call.ts'
import type { SocketConnection, SocketEnd } from '../../contract/transport.ts'
import type { CallFrame } from '../call/call-frame.ts'
import { refuses } from '../call/enter-line.ts'
import { failureReason } from '../call/failure-reason.ts'
import type { RunningCall } from '../call/live-call.ts'
import type { CallContext } from '../context/call-context.ts'
import { givenSnapshot } from '../options/given-snapshot.ts'
import { snapshotMessage } from '../socket/socket-message.ts'
import { createFollowedCall } from './followed-call.ts'
import { isRelative } from './phone-warnings.ts'

/** What a browser reports for a connection that failed to open, or broke. */
const BROKEN = { code: 1006, reason: '', wasClean: false } as const

/** One socket of a framework, from start to end. The framework passes its events to the app. */
export function followSocket(source: FrameworkCall, context: CallContext): FollowedSocket {
  const { clock, transport } = context
  const settings = context.environment.settings()
  const environment = context.callEnvironment(settings)
  const mostKept = context.mostKept(settings)
  let receiver: SocketReceiver | undefined
  let connection: SocketConnection | undefined
  let closing: ClosedBy | undefined

  const call = createFollowedCall(source, context, async () => {
    // Never during the call that opened the socket.
    await undefined
    receiver?.broken()
    receiver?.closed(BROKEN)
    return ''
  })
  const frame: CallFrame<RunningCall> = { call, list: 'socket', settings, environment, context }

  function begin({ protocols, url, writtenUrl }: PageSocket): boolean {
    const header = protocols.length > 0 ? [['Sec-WebSocket-Protocol', protocols.join(', ')] as const] : []
    const relative = isRelative(writtenUrl)
    call.emit({
      type: 'created',
      at: source.at,
      api: 'connectSocket',
      framework: source.framework,
      environment,
      given: givenSnapshot(source.given),
      sent: { method: 'GET', url, header, dropped: [], body: NO_BODY },
      ...(relative && { warnings: ['relative-url'] as const }),
    })
    if (!relative && refuses(frame, url, (check) => call.emit({ type: 'checked', check }))) return false
    call.emitThenDelivered({ type: 'started' })
    return true
  }

  async function run({ carry, protocols, url }: PageSocket): Promise<void> {
    try {
      // In the log, the callbacks of the call come before the events of the socket.
      await call.whenSettled()
      if (call.over) return
      const outgoing = { taskId: call.taskId, url, header: [], protocols }
      const carrier = { send: async () => undefined, connect: carry }
      const route = await transport.connect?.(outgoing, { signal: call.unwanted, clock, carrier })
      if (route === undefined) return call.stop({ kind: 'network', name: 'ERR_FAILED', hint: 'no-rule' })
      if (call.over) return void route.connection.then(hangUp, () => {})
      const { by, ruleId, ruleName, timing } = route
      call.emit({
        type: 'routed',
        by,
        ...(ruleId !== undefined && { ruleId }),
        ...(ruleName !== undefined && { ruleName }),
        ...(timing && { timing }),
      })
      const opened = await route.connection
      if (call.over) return hangUp(opened)
      connection = opened
      call.emit({
        type: 'opened',
        header: opened.header,
        protocol: opened.protocol,
        ...(opened.timing && { timing: opened.timing }),
        listeners: [],
      })
      receiver?.opened(opened.protocol)
      opened.subscribe({
        message(data) {
          if (call.over || closing) return
          call.emit({ type: 'message-received', ...snapshotMessage(data, mostKept), listeners: [] })
          receiver?.message(data)
        },
        ended,
      })
    } catch (thrown) {
      call.stop(failureReason(thrown, environment))
    }
  }

  function ended({ broken, clean, code, reason }: SocketEnd): void {
    if (call.over) return
    call.end({ type: 'closed', by: clean ? (closing ?? 'server') : 'network', code, reason, listeners: [] })
    if (broken) receiver?.broken()
    receiver?.closed({ code, reason, wasClean: clean })
  }

  function close(by: 'app' | 'panel', code: number, reason: string): void {
    if (call.over || closing) return
    closing = by
    if (connection) return connection.close(code, reason)
    // It never opened; a browser reports it like any failed connection.
    call.end({ type: 'closed', by, code: BROKEN.code, reason: '', listeners: [] })
    void Promise.resolve().then(() => {
      receiver?.broken()
      receiver?.closed(BROKEN)
    })
  }

  return {
    taskId: call.taskId,
    open(socket, page) {
      receiver = page
      context.live.set(call.taskId, (reason) => (reason.kind === 'aborted' ? close('panel', 1000, '') : call.stop(reason)))
      if (begin(socket)) void run(socket)
    },
    send(data) {
      call.emit({ type: 'message-sent', ...snapshotMessage(data, mostKept), by: 'app' })
      connection?.send(data)
    },
    refuse: (data, message) => void call.emit({ type: 'message-refused', ...snapshotMessage(data, mostKept), errMsg: message }),
    close: (code, reason) => close('app', code, reason),
  }
}

/** Closes a connection that is not needed any more. */
function hangUp(connection: SocketConnection): void {
  connection.close(1000, '')
}
