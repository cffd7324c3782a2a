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

/** What `createWx` may be told; it works without any of it. */
export interface CreateWxOptions {
  /** Changes to the default settings, or an environment that somebody else steers. */
  readonly settings?: SettingsPatch | Environment
  /** Who answers. Default: the browser's own fetch, and its WebSocket. */
  readonly transport?: Transport
  /** Called with every event of every task. What it throws becomes an uncaught error of the page, and stops no call. */
  readonly emit?: (event: TaskEvent) => void
  /** Hears what the developer tool would print to its console. Default: `console`. */
  readonly report?: Report
  /** Default: the machine's clock. */
  readonly clock?: Clock
  /** Where the app's files outlive the page. Default: IndexedDB, where there is one; `false`: nowhere. */
  readonly keepFiles?: KeptFiles | false
}

/** A `wx` that can be ended. `dispose` is not enumerable: a copy of the methods, or an installation on `globalThis.wx`, goes without it. */
export type DisposableWx = Wx & {
  /**
   * Aborts what runs and lets go of everything that was started: observers, the worker of the sockets, the file storage. A call to the
   * network or to files that is made later fails, through its callbacks, as in an app that was closed. Safe to call more than once.
   */
  dispose(): Promise<void>
}

/**
 * The `wx` object alone: no panel, no recorder, no MSW. Its methods work unbound and fail as WeChat's do, through callbacks.
 * A bad setting throws InspectorError `bad-settings` here and now.
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
