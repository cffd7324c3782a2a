import type { Command, CommandOutcome } from './command.ts'
import type { TaskEvent } from './event/task-event.ts'
import type { MockRule } from './mock-rule.ts'
import type { Settings } from './settings.ts'

/** What a panel draws: a stream of events, and, where there is one, the live thing behind it. */
export interface PanelSource {
  /** Every recorded event in order, or those of one task. */
  events(taskId?: string): readonly TaskEvent[]
  /** Hears each new event; what came before is in `events()`. Returns how to stop. */
  subscribe(listener: (event: TaskEvent) => void): () => void
  /** Milliseconds on the clock of the events, so that bars of running tasks can grow. */
  now(): number
  /** Wall time at 0 on that clock, epoch ms. */
  readonly startedAt: number
  /** Absent for a source that nothing steers, such as a file. The object is a new one whenever something in it changed. */
  state?(): SourceState
  /** Hears when `state()` gives another object. Returns how to stop. */
  subscribeState?(listener: () => void): () => void
  /** Absent for a source that takes no commands: then the panel says that it is read-only. Rejects only when nobody answers. */
  send?(command: Command): Promise<CommandOutcome>
  /** Aborted when the source ends: its panels are unmounted then. Absent for one that never does. */
  readonly signal?: AbortSignal
}

/** What is known of the thing behind a source besides its events. */
export interface SourceState {
  /** Absent where nobody knows them, as of a recorded stream; the panel then shows no view that needs them. */
  readonly settings?: Settings
  /** Absent where nobody knows them. */
  readonly rules?: readonly MockRule[]
  /** Paths of the settings that a person chose, such as `platform` or `domains.request`; `rules` stands for the rules. */
  readonly chosen: readonly string[]
  /** How often each rule answered, by its id; moves without a new `SourceState`. */
  readonly ruleHits: RuleHits
  /** While false, new tasks are not recorded. */
  readonly recording: boolean
  /** Absent where nobody knows it. */
  readonly serviceWorker?: ServiceWorkerState
  /** Whether the app is in the background (BG-1). Absent where nobody knows it. */
  readonly appHidden?: boolean
  /** Counts clears and undone clears: when it moves, all events have to be read anew. */
  readonly generation: number
  /** Whether the last clear can still be undone. */
  readonly canRestore: boolean
  /** What the record holds, and what it had to let go; moves without a new object. `bytes` is the heap that it takes, near enough. */
  readonly kept: { readonly tasks: number; readonly bytes: number; readonly droppedTasks: number; readonly releasedBodies: number }
  /** Those that were not put away yet. */
  readonly notices: readonly Notice[]
}

/** How often rules answered since the page was loaded, and the task that each answered last. A new object after each hit. */
export type RuleHits = Readonly<Record<string, { readonly hits: number; readonly lastTaskId?: string }>>

/** `starting` until MSW's worker has answered or refused. */
export type ServiceWorkerState = 'starting' | 'active' | 'off' | 'unavailable'

/** Something that the person should know and can act on. The panel puts the code into words. */
export interface Notice {
  readonly code: NoticeCode
  /** How many requests it is about; always there with a code that is about some. */
  readonly count?: number
  /** The words of whatever went wrong, as they came. */
  readonly detail?: string
}

/**
 * `command-*` are told by the panel itself, of what it asked for; `storage-*` and `saved-settings-invalid` are about what a person chose in the panel, `files-*` about the files of the app,
 * `session-*` about the stored log, the last four about calls that the page makes and nobody sees.
 */
export type NoticeCode =
  | 'command-refused'
  | 'command-not-answered'
  | 'storage-blocked'
  | 'storage-full'
  | 'saved-settings-invalid'
  | 'no-service-worker'
  | 'tasks-dropped'
  | 'bodies-released'
  | 'network-layer-failed'
  | 'files-not-kept'
  | 'files-full'
  | 'files-not-answering'
  | 'session-left-out'
  | 'session-cut-off'
  | 'session-refused'
  | 'session-not-kept'
  | 'session-full'
  | 'session-not-answering'
  | 'other-service-worker'
  | 'wx-replaced'
  | 'page-fetch-replaced'
  | 'page-calls-not-seen'
