import { type Clock, createClock } from '../contract/clock.ts'
import type { SettingsPatch } from '../contract/settings-patch.ts'
import type { TaskEvent } from '../contract/task-event.ts'
import type { Transport } from '../contract/transport.ts'
import type { Wx } from '../contract/wx.ts'
import { createShim } from '../shim/create-wx.ts'
import { createEnvironment, type Environment } from '../shim/environment.ts'
import type { Report } from '../shim/tool-console.ts'
import { createFetchTransport } from '../transport/fetch-transport.ts'

export type { Environment } from '../shim/environment.ts'
export { createEnvironment }

export interface CreateWxOptions {
  /** Changes to the default settings, or an environment that somebody else steers. */
  readonly settings?: SettingsPatch | Environment
  /** Who answers. Default: the browser's own fetch. */
  readonly transport?: Transport
  /** Hears every event of every task. */
  readonly emit?: (event: TaskEvent) => void
  /** Hears what the developer tool would print to its console. Default: `console`. */
  readonly report?: Report
  /** Default: the machine's clock. */
  readonly clock?: Clock
}

/** The `wx` object alone: no panel, no recorder, no MSW. */
export function createWx(options: CreateWxOptions = {}): Wx {
  const { settings } = options
  const environment = settings && 'configure' in settings ? settings : createEnvironment(settings)
  return createShim({
    clock: options.clock ?? createClock(),
    environment,
    transport: options.transport ?? createFetchTransport(),
    emit: options.emit ?? (() => {}),
    ...(options.report && { report: options.report }),
  }).wx
}
