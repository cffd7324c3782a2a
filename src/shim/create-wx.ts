import type { Clock } from '../contract/clock.ts'
import type { FileStore } from '../contract/file-store.ts'
import type { CallEnvironment } from '../contract/platform.ts'
import type { Settings } from '../contract/settings.ts'
import type { FailReason } from '../contract/task-error.ts'
import type { TaskEvent } from '../contract/task-event.ts'
import type { SocketData, Transport } from '../contract/transport.ts'
import type { WxNetwork } from '../contract/wx.ts'
import { cacheAnswers } from './cache-answers.ts'
import { throwLater } from './deliver.ts'
import { downloadFile } from './download-file.ts'
import type { Environment } from './environment.ts'
import { createSocketMethods } from './global-sockets.ts'
import { OPEN } from './live-socket.ts'
import { request } from './request.ts'
import { createSharedRest } from './shared-rest.ts'
import { createSlotQueue } from './slot-queue.ts'
import { createSocketFamily } from './socket-family.ts'
import type { Surroundings } from './surroundings.ts'
import type { Report } from './tool-console.ts'
import { uploadFile } from './upload-file.ts'

export interface ShimOptions {
  readonly clock: Clock
  readonly transport: Transport
  /** Takes each event, synchronously and in order. It must not throw. */
  readonly emit: (event: TaskEvent) => void
  readonly environment: Environment
  /** Where uploads come from and downloads go. */
  readonly files: FileStore
  /** Where the texts of WeChat's own console go. Default: the console. */
  readonly report?: Report
  /** What becomes of an error that a callback or listener of the app throws. Default: it is thrown again, uncaught. */
  readonly throwLater?: (thrown: unknown) => void
  /** How many calls run at once. Default 10 (LIM-1). */
  readonly slots?: number
  /** Bytes of one body that an event may hold. Default: `capture.maxBodyBytes` of the settings, which it never exceeds. */
  readonly maxKeptBodyBytes?: number
}

export interface Shim {
  readonly wx: WxNetwork
  /** Ends one task as a person at the panel would; no effect when it has ended. */
  abort(taskId: string): void
  abortAll(): void
  /** Sends a message on a socket as a person at the panel would; no effect unless it is open. */
  sendMessage(taskId: string, data: SocketData): void
}

/** How long the calls of a hidden app go on, in ms (BG-1). */
const HIDDEN_FOR = 5000

/** A `wx` whose calls go out through `transport` and tell `emit` what happens to them. */
export function createShim(options: ShimOptions): Shim {
  const { clock, environment } = options
  const live = new Map<string, (reason: FailReason) => void>()
  const madeAt = Math.round(clock.startedAt + clock.now()).toString(36)
  let lastTask = 0
  const surroundings: Surroundings = {
    clock,
    transport: options.transport,
    cache: cacheAnswers(options.transport),
    files: options.files,
    emit: options.emit,
    environment,
    report: options.report ?? console,
    throwLater: options.throwLater ?? throwLater,
    slots: createSlotQueue(options.slots ?? 10),
    rest: createSharedRest(clock),
    live,
    // Told apart from those of other sessions and of the page before a reload, which may stand in the same log.
    nextTaskId: () => `${madeAt}-${++lastTask}`,
    mostKept: ({ capture }) => Math.min(options.maxKeptBodyBytes ?? capture.maxBodyBytes, capture.maxBodyBytes),
    callEnvironment: shareCallEnvironments(),
  }
  const stopAll = (reason: FailReason) => {
    for (const stop of [...live.values()]) stop(reason)
  }
  const sockets = createSocketFamily()
  watchHiding(clock, environment, () => stopAll({ kind: 'interrupted', when: 'stayed-hidden' }))

  return {
    wx: {
      request: (option) => request(option, surroundings),
      uploadFile: (option) => uploadFile(option, surroundings),
      downloadFile: (option) => downloadFile(option, surroundings),
      ...createSocketMethods(sockets, surroundings),
    },
    abort: (taskId) => live.get(taskId)?.({ kind: 'aborted', by: 'panel' }),
    abortAll: () => stopAll({ kind: 'aborted', by: 'panel' }),
    sendMessage: (taskId, data) =>
      void sockets
        .all()
        .find((socket) => socket.taskId === taskId && socket.state === OPEN)
        ?.send(data, 'panel', ''),
  }
}

function watchHiding(clock: Clock, environment: Environment, interrupt: () => void): void {
  let shown: AbortController | undefined
  environment.subscribe(() => {
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
}

/** Calls under the same settings share one object: ten thousand events need not hold ten thousand copies. */
function shareCallEnvironments(): (settings: Settings) => CallEnvironment {
  let last: CallEnvironment = { platform: 'android', lib: '' }
  return ({ platform, lib }) => {
    if (last.platform !== platform || last.lib !== lib) last = { platform, lib }
    return last
  }
}
