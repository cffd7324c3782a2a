import { type Clock, createClock } from '../contract/clock.ts'
import type { TaskEvent } from '../contract/event/task-event.ts'
import type { SettingsPatch } from '../contract/settings-patch.ts'
import type { Transport } from '../contract/transport.ts'
import type { Wx } from '../contract/wx/wx.ts'
import type { KeptFiles } from '../files/kept-files.ts'
import { createEnvironment, type Environment } from '../shim/context/environment.ts'
import type { Report } from '../shim/context/tool-console.ts'
import { createPageTransport } from '../transport/network/page-transport.ts'
import { composeWx } from './compose-wx.ts'

export type { Environment } from '../shim/context/environment.ts'
export { createEnvironment }

/** What `createWx` may be told; it works without any of it. */
export interface CreateWxOptions {
  /** Changes to the default settings, or an environment that somebody else steers. */
  readonly settings?: SettingsPatch | Environment
  /** Who answers. Default: the browser's own fetch, and its WebSocket. */
  readonly transport?: Transport
  /** Hears every event of every task. */
  readonly emit?: (event: TaskEvent) => void
  /** Hears what the developer tool would print to its console. Default: `console`. */
  readonly report?: Report
  /** Default: the machine's clock. */
  readonly clock?: Clock
  /** Where the app's files outlive the page. Default: IndexedDB, where there is one; `false`: nowhere. */
  readonly keepFiles?: KeptFiles | false
}

/**
 * The `wx` object alone: no panel, no recorder, no MSW. Its methods work unbound and fail as WeChat's do, through callbacks.
 * A bad setting throws InspectorError `bad-settings` here and now.
 */
export function createWx(options: CreateWxOptions = {}): Wx {
  const { settings } = options
  const environment = settings && 'configure' in settings ? settings : createEnvironment(settings)
  return composeWx({
    clock: options.clock ?? createClock(),
    environment,
    transport: options.transport ?? createPageTransport(),
    emit: options.emit ?? (() => {}),
    report: options.report,
    keepFiles: options.keepFiles,
  }).wx
}
