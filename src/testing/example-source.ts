import type { Command } from '../contract/command.ts'
import type { TaskEvent } from '../contract/event/task-event.ts'
import type { PanelSource, SourceState } from '../contract/panel-source.ts'
import { DEFAULT_SETTINGS, type Settings } from '../contract/settings.ts'

export interface ExampleSource extends PanelSource {
  /** What the panel asked for, in order. `configure` is obeyed as far as lists and plain settings go. */
  readonly commands: readonly Command[]
  settings(): Settings
}

/** A source with these events whose settings change as the panel asks. */
export function exampleSource(events: readonly TaskEvent[], settings: Partial<Settings> = {}, now = 0): ExampleSource {
  const commands: Command[] = []
  const listeners = new Set<() => void>()
  let state: SourceState & { readonly settings: Settings } = {
    settings: { ...DEFAULT_SETTINGS, ...settings },
    rules: [],
    chosen: [],
    ruleHits: {},
    recording: true,
    serviceWorker: 'off',
    appHidden: false,
    generation: 0,
    canRestore: false,
    kept: { tasks: 0, bytes: 0, droppedTasks: 0, releasedBodies: 0 },
    notices: [],
  }
  return {
    commands,
    settings: () => state.settings,
    startedAt: 1_760_000_000_000,
    now: () => now,
    events: (taskId) => (taskId === undefined ? events : events.filter((event) => event.taskId === taskId)),
    subscribe: () => () => {},
    state: () => state,
    subscribeState(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async send(command) {
      commands.push(command)
      if (command.type !== 'configure') return { ok: true }
      const { domains, ...plain } = command.patch
      state = {
        ...state,
        settings: { ...state.settings, ...plain, domains: { ...state.settings.domains, ...domains } } as Settings,
      }
      for (const listener of listeners) listener()
      return { ok: true }
    },
  }
}
