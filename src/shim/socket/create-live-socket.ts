import type { CallEnvironment } from '../../contract/event/platform.ts'
import type { ClosedBy, SocketListenerCall } from '../../contract/event/socket-event.ts'
import type { FailReason, TaskError } from '../../contract/event/task-error.ts'
import type { TaskEvent, Unstamped } from '../../contract/event/task-event.ts'
import type { SocketConnection, SocketData, SocketEnd } from '../../contract/transport.ts'
import type { Callbacks } from '../../contract/wx/callbacks-of.ts'
import { taskErrorOf } from '../../wechat/fail-text.ts'
import { brokenText, closeReason, socketErrorText } from '../../wechat/socket-text.ts'
import type { CallContext } from '../context/call-context.ts'
import { callApp } from '../context/deliver.ts'
import { createTurns } from '../context/take-turns.ts'
import { CLOSED, CLOSING, CONNECTING, type LiveSocket, OPEN } from './live-socket.ts'
import type { SocketFamily } from './socket-family.ts'
import { type NewsKind, noListeners, notifyListeners, type SocketNews } from './socket-listeners.ts'
import { messageData, snapshotMessage } from './socket-message.ts'

/** The arguments of onError and onClose, and how the end is recorded. */
interface Ending {
  readonly errMsg?: string
  readonly code: number
  readonly reason: string
  readonly as: { readonly by: ClosedBy } | { readonly error: TaskError }
}

/** Creates a socket that is connecting. When it ends it removes itself from `family`. */
export function createLiveSocket(
  callbacks: Callbacks,
  environment: CallEnvironment,
  mostKept: number,
  family: SocketFamily,
  context: CallContext,
): LiveSocket {
  const { clock, live, throwLater } = context
  const taskId = context.nextTaskId()
  const listeners = noListeners()
  const takeTurn = createTurns()
  const unwanted = new AbortController()
  const decided = new AbortController()
  let state: LiveSocket['state'] = CONNECTING
  let seq = 0
  let connection: SocketConnection | undefined
  let closingBy: 'app' | 'panel' | undefined
  let callCallbacks = () => {}
  const callbacksCalled = new Promise<void>((resolve) => {
    callCallbacks = resolve
  })

  function emitNow(event: Unstamped<TaskEvent>): number {
    const at = event.at ?? clock.now()
    context.emit({ ...event, taskId, seq: seq++, at } as TaskEvent)
    return at
  }

  function emit(event: Unstamped<TaskEvent>): number {
    const at = event.at ?? clock.now()
    takeTurn(() => emitNow({ ...event, at }))
    return at
  }

  function notify<Kind extends NewsKind>(
    kind: Kind,
    news: SocketNews[Kind],
    isFirst = family.first() === socket,
  ): readonly SocketListenerCall[] {
    return notifyListeners(kind, news, listeners, isFirst ? family.listeners : undefined, clock, throwLater)
  }

  function receive(data: SocketData): void {
    takeTurn(() => {
      // Messages that arrive after the app has closed are ignored.
      if (state !== OPEN) return
      const at = clock.now()
      const message = snapshotMessage(data, mostKept)
      emitNow({ type: 'message-received', at, ...message, listeners: notify('Message', { data: messageData(data) }) })
    })
  }

  function connectionEnded(end: SocketEnd): void {
    const by = end.clean ? (closingBy ?? 'server') : 'network'
    finish({
      ...(end.broken && { errMsg: brokenText(environment) }),
      code: end.code,
      reason: closeReason(end, environment),
      as: { by },
    })
  }

  function finish({ errMsg, code, reason, as }: Ending): void {
    takeTurn(() => {
      if (state === CLOSED) return
      const at = clock.now()
      const isFirst = family.first() === socket
      state = CLOSED
      family.leave(socket)
      live.delete(taskId)
      decided.abort(ENDED)
      unwanted.abort(ENDED)
      const calls = [...(errMsg === undefined ? [] : notify('Error', { errMsg }, isFirst)), ...notify('Close', { code, reason }, isFirst)]
      if ('error' in as) emitNow({ type: 'failed', at, error: as.error, listeners: calls })
      else emitNow({ type: 'closed', at, by: as.by, code, reason, ...(errMsg !== undefined && { errMsg }), listeners: calls })
    })
  }

  const socket: LiveSocket = {
    taskId,
    number: family.nextNumber(),
    listeners,
    get state() {
      return state
    },
    holdsPlace: false,
    unwanted: unwanted.signal,
    decided: decided.signal,
    emit,
    deliver(outcome, result) {
      for (const name of [outcome, 'complete'] as const) {
        const callback = callbacks[name]
        if (typeof callback === 'function')
          takeTurn(() => {
            emitNow({ type: 'delivered', callback: name, ...callApp(callback as (result: object) => void, result, clock, throwLater) })
          })
      }
      callCallbacks()
    },
    open(opened, makeResult) {
      takeTurn(() => {
        if (state !== CONNECTING) return
        connection = opened
        state = OPEN
        decided.abort(ENDED)
        const at = clock.now()
        const { header, protocol, timing } = opened
        const calls = notify('Open', makeResult(at))
        emitNow({ type: 'opened', at, header, protocol, ...(timing && { timing }), listeners: calls })
      })
      opened.subscribe({ message: receive, ended: connectionEnded })
    },
    send(data, by, refusal) {
      const message = snapshotMessage(data, mostKept)
      if (state !== OPEN || !connection) {
        emit({ type: 'message-refused', ...message, errMsg: refusal })
        return false
      }
      emit({ type: 'message-sent', ...message, by })
      connection.send(data)
      return true
    },
    close(by, code, reason) {
      if (state === CLOSING || state === CLOSED) return
      const opened = state === OPEN
      state = CLOSING
      closingBy = by
      if (opened && connection) return connection.close(code, reason)
      decided.abort(ENDED)
      unwanted.abort(ENDED)
      // Never during the call, nor before its callbacks.
      void callbacksCalled.then(() => finish({ code, reason: closeReason({ code, reason }, environment), as: { by } }))
    },
    fail(reason, fromCall) {
      const errMsg = socketErrorText(reason, environment)
      // WS-8.
      const close = { code: 1006, reason: closeReason({ code: 1006, reason: '' }, environment) }
      void callbacksCalled.then(() => finish({ errMsg, ...close, as: { error: fromCall ?? { ...reason, errMsg } } }))
    },
    stop(reason) {
      if (reason.kind === 'aborted') return socket.close(reason.by, 1000, '')
      if (state === CONNECTING) return socket.fail(reason)
      if (reason.kind !== 'interrupted' || state === CLOSED) return
      // BG-3.
      const interrupted = { code: 1000, reason: 'interrupted' }
      finish({ ...interrupted, as: { by: 'background' } })
      connection?.close(interrupted.code, '')
    },
  }
  return socket
}

/** One shared reason: nobody reads it. */
const ENDED = 'the socket has ended'

/** The `fail` of connectSocket, if the call itself failed. */
export function callFailure(reason: FailReason, environment: CallEnvironment, text?: string): TaskError {
  return taskErrorOf(reason, 'connectSocket', environment, text)
}
