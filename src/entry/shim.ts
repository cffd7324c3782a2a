import { type Clock, createClock } from '../contract/clock.ts'
import { createDisposables } from '../contract/disposables.ts'
import { createEmitter } from '../contract/emitter.ts'
import type { TaskEvent } from '../contract/event/task-event.ts'
import type { SettingsPatch } from '../contract/settings-patch.ts'
import type { Transport } from '../contract/transport.ts'
import type { Wx } from '../contract/wx/wx.ts'
import type { KeptFiles } from '../files/kept-files.ts'
import { createEnvironment, type Environment } from '../shim/context/environment.ts'
import type { Report } from '../shim/context/tool-console.ts'
import { createPageTransport } from '../transport/network/page-transport.ts'
import { composeWx } from './compose-wx.ts'

export type { Clock } from '../contract/clock.ts'
export type { Environment } from '../shim/context/environment.ts'
export { createEnvironment }

/** Options of `createWx`; all are optional. */
export interface CreateWxOptions {
  /**
   * Changes to the default settings, or an environment of your own. Default: the settings of an Android phone, with `domainCheck:
   * 'enforce'`.
   */
  readonly settings?: SettingsPatch | Environment
  /** Answers the calls. Default: the browser's own fetch and WebSocket. */
  readonly transport?: Transport
  /**
   * Called with every event of every task. What it throws becomes an uncaught error of the page and does not affect the call. Default:
   * events are dropped.
   */
  readonly emit?: (event: TaskEvent) => void
  /** Receives what devtools would print to its console. Default: `console`. */
  readonly report?: Report
  /** Default: the clock of the machine. */
  readonly clock?: Clock
  /** Stores the app's files beyond the page. Default: IndexedDB, if available; `false`: nowhere. */
  readonly keepFiles?: KeptFiles | false
}

/** A `wx` that can be disposed of. `dispose` is not enumerable, so a copy of the methods or `globalThis.wx` does not have it. */
export type DisposableWx = Wx & {
  /**
   * Aborts running calls and ends everything that was started: observers, the worker of the sockets, the file storage. Later calls to the
   * network or to files fail through their callbacks. May be called more than once.
   */
  dispose(): Promise<void>
}

/**
 * Creates the `wx` object alone, without panel, log and MSW. Its methods work unbound and fail as WeChat's do, through callbacks. Throws
 * InspectorError `bad-settings` for an invalid setting.
 */
export function createWx(options: CreateWxOptions = {}): DisposableWx {
  const { clock = createClock(), settings } = options
  const environment = settings && 'configure' in settings ? settings : createEnvironment(settings)
  const disposables = createDisposables()
  const emitted = createEmitter<TaskEvent>()
  if (options.emit) emitted.subscribe(options.emit)
  const { wx } = composeWx({
    clock,
    disposables,
    environment,
    transport: options.transport ?? createPageTransport(clock, disposables),
    emit: emitted.emit,
    report: options.report,
    keepFiles: options.keepFiles,
  })
  return Object.defineProperty(wx, 'dispose', { value: () => disposables.dispose() }) as DisposableWx
}
