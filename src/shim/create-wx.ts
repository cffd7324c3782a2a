import type { Clock } from '../contract/clock.ts'
import type { CallEnvironment } from '../contract/event/platform.ts'
import type { FailReason } from '../contract/event/task-error.ts'
import type { TaskEvent } from '../contract/event/task-event.ts'
import type { FileStore } from '../contract/file-store.ts'
import type { Settings } from '../contract/settings.ts'
import { throwLater } from '../contract/throw-later.ts'
import type { SocketData, Transport } from '../contract/transport.ts'
import type { WxNetwork } from '../contract/wx/wx.ts'
import { cacheAnswers } from './call/cache-answers.ts'
import type { CallContext } from './context/call-context.ts'
import type { ShimGates } from './context/call-gates.ts'
import { createDeadlines } from './context/deadlines.ts'
import type { Environment } from './context/environment.ts'
import { createSharedRest } from './context/shared-rest.ts'
import { createSlotQueue } from './context/slot-queue.ts'
import type { Report } from './context/tool-console.ts'
import { request } from './request/request.ts'
import { createSocketMethods } from './socket/global-sockets.ts'
import { OPEN } from './socket/live-socket.ts'
import { createSocketFamily } from './socket/socket-family.ts'
import { downloadFile } from './transfer/download-file.ts'
import { uploadFile } from './transfer/upload-file.ts'

/** Options of `createShim`. */
export interface ShimOptions {
  readonly clock: Clock
  readonly transport: Transport
  /** Receives every event, synchronously and in order. Must not throw. */
  readonly emit: (event: TaskEvent) => void
  readonly environment: Environment
  /** The files that uploads read and downloads write. */
  readonly files: FileStore
  /** Where messages of WeChat's own console are printed. Default: `console`. */
  readonly report?: Report
  /** Handles an error that a callback or listener of the app throws. Default: it is rethrown in a task of its own, as an uncaught error. */
  readonly throwLater?: (thrown: unknown) => void
  /** Where calls can be held. Default: nowhere. */
  readonly gates?: ShimGates
  /** How many calls run at once. Default: 10 (LIM-1). */
  readonly slots?: number
  /** Bytes of one body that an event may hold. Default: `capture.maxBodyBytes` of the settings, which it never exceeds. */
  readonly maxKeptBodyBytes?: number
}

/** Handle of `createShim`. */
export interface Shim {
  readonly wx: WxNetwork
  /** Shared by all calls, and by the calls of frameworks that are recorded in the same log. */
  readonly context: CallContext
  /** Aborts a running task from the panel. False if there is none with this id. */
  abort(taskId: string): boolean
  abortAll(): void
  /** Sends a message on a socket from the panel. False if the socket is not open. */
  sendMessage(taskId: string, data: SocketData): boolean
  /** Aborts all running calls. Calls made later fail at once. */
  dispose(): void
}

/** ms. How long calls continue while the app is in the background (BG-1). */
const HIDDEN_FOR = 5000

/** Creates a `wx` whose calls go through `transport` and are recorded as events. */
export function createShim(options: ShimOptions): Shim {
  const { clock, environment, gates } = options
  const live = new Map<string, (reason: FailReason) => void>()
  const madeAt = Math.round(clock.startedAt + clock.now()).toString(36)
  let lastTask = 0
  let disposed = false
  const context: CallContext = {
    clock,
    transport: options.transport,
    cache: cacheAnswers(options.transport),
    files: options.files,
    emit: options.emit,
    environment,
    report: options.report ?? console,
    throwLater: options.throwLater ?? throwLater,
    slots: createSlotQueue(options.slots ?? 10),
    deadlines: gates ? gates.freezable(createDeadlines(clock)) : createDeadlines(clock),
    ...(gates && { gates: gates.calls }),
    rest: createSharedRest(clock),
    live,
    interruption: () => {
      if (disposed) return { kind: 'interrupted', when: 'disposed' }
      return environment.appHidden() ? { kind: 'interrupted', when: 'called-hidden' } : undefined
    },
    // Makes ids differ from those of other sessions and of the previous page, which the same log may hold.
    nextTaskId: () => `${madeAt}-${++lastTask}`,
    mostKept: ({ capture }) => Math.min(options.maxKeptBodyBytes ?? capture.maxBodyBytes, capture.maxBodyBytes),
    callEnvironment: shareCallEnvironments(),
  }
  const stopAll = (reason: FailReason) => {
    for (const stop of [...live.values()]) stop(reason)
  }
  const abortAll = () => stopAll({ kind: 'aborted', by: 'panel' })
  const sockets = createSocketFamily()
  const stopWatching = watchHiding(clock, environment, () => stopAll({ kind: 'interrupted', when: 'stayed-hidden' }))

  return {
    wx: {
      request: (option) => request(option, context),
      uploadFile: (option) => uploadFile(option, context),
      downloadFile: (option) => downloadFile(option, context),
      ...createSocketMethods(sockets, context),
    },
    context,
    abort(taskId) {
      const stop = live.get(taskId)
      stop?.({ kind: 'aborted', by: 'panel' })
      return stop !== undefined
    },
    abortAll,
    sendMessage: (taskId, data) =>
      sockets
        .all()
        .find((socket) => socket.taskId === taskId && socket.state === OPEN)
        ?.send(data, 'panel', '') ?? false,
    dispose() {
      disposed = true
      stopWatching()
      abortAll()
    },
  }
}

function watchHiding(clock: Clock, environment: Environment, interrupt: () => void): () => void {
  let shown: AbortController | undefined
  const stop = environment.subscribe(() => {
    if (!environment.appHidden()) {
      shown?.abort()
      shown = undefined
    } else if (!shown) {
      const back = new AbortController()
      shown = back
      void clock.sleep(HIDDEN_FOR, back.signal).then(() => {
        if (!back.signal.aborted) interrupt()
      })
    }
  })
  return () => {
    stop()
    shown?.abort()
  }
}

/** Calls under the same settings share one object, to save memory. */
function shareCallEnvironments(): (settings: Settings) => CallEnvironment {
  let last: CallEnvironment = { platform: 'android', lib: '' }
  return ({ platform, lib }) => {
    if (last.platform !== platform || last.lib !== lib) last = { platform, lib }
    return last
  }
}
