import type { Command, CommandOutcome } from './command.ts'
import type { TaskEvent } from './event/task-event.ts'
import type { TaskMark } from './event/task-mark.ts'
import type { HeldCall, HoldChoice } from './hold.ts'
import type { MockRule } from './mock/mock-rule.ts'
import type { RuleVerdict } from './mock/rule-verdict.ts'
import type { Scenario } from './mock/scenario.ts'
import type { Settings } from './settings.ts'

/** What a panel shows: a stream of events and, if there is one, the live inspector behind it. */
export interface PanelSource {
  /** All recorded events in order, or those of one task. */
  events(taskId?: string): readonly TaskEvent[]
  /** Calls the listener with each new event; earlier ones are in `events()`. Returns a function that unsubscribes it. */
  subscribe(listener: (event: TaskEvent) => void): () => void
  /** ms on the clock of the events, for the bars of running tasks. */
  now(): number
  /** Wall time at 0 on that clock, in epoch ms. */
  readonly startedAt: number
  /** When its page began, ms on that clock: earlier tasks were kept from the pages before. Absent if nothing is kept over a reload. */
  readonly pageFrom?: number
  /** Absent for a source without an inspector, such as a file. A new object whenever something in it changes. */
  state?(): SourceState
  /** Calls the listener when `state()` returns a new object. Returns a function that unsubscribes it. */
  subscribeState?(listener: () => void): () => void
  /** Absent for a source that takes no commands: then the panel is read-only and says so. Rejects only if nobody answers. */
  send?(command: Command): Promise<CommandOutcome>
  /** Why a call was taken by a rule or not: a verdict for each rule, in their order, or for one. Absent for a source without live rules. */
  explainMatch?(taskId: string, ruleId?: string): readonly RuleVerdict[]
  /**
   * Says that a panel is on the screen, until the returned function is called: without one nothing is held. Absent for a source that
   * holds no calls.
   */
  watch?(): () => void
  /** Aborted when the source ends: its panels are unmounted then. Absent for one that never does. */
  readonly signal?: AbortSignal
}

/** The state of the inspector behind a source. */
export interface SourceState {
  /** Absent if unknown, as for a recorded stream: the panel then shows no view that needs them. */
  readonly settings?: Settings
  /** Absent if unknown. */
  readonly rules?: readonly MockRule[]
  /** The rules before a person changed any: the host's, with the picks of the scenario. Absent if unknown. */
  readonly rulesAsCoded?: readonly MockRule[]
  /** Absent if unknown. */
  readonly scenarios?: readonly Scenario[]
  /** The scenarios before a person saved or removed any. Absent if unknown. */
  readonly scenariosAsCoded?: readonly Scenario[]
  /** The id of the scenario in use. Absent: the rules as coded. */
  readonly scenario?: string
  /** The text of a share link of rules that the page was opened with, until `take-shared`. Absent: none. */
  readonly shared?: string
  /** Paths of the settings that a person chose in the panel, such as `platform` or `domains.request`; also `rules`, `scenarios`, `scenario`. */
  readonly chosen: readonly string[]
  /** How often each rule answered, by id. Changes without a new `SourceState`. */
  readonly ruleHits: RuleHits
  /** What is held from now on, and the calls that are held, the longest held first. Absent for a source that holds no calls. */
  readonly hold?: { readonly choice: HoldChoice; readonly calls: readonly HeldCall[] }
  /** How fast simulated waiting goes: 1 is real time, at 0 it goes event by event. Absent for a source that cannot be slowed. */
  readonly speed?: number
  /** What was noted about the calls of the last file that was added to the record, by task id: a new map for each. Absent: none was. */
  readonly marked?: ReadonlyMap<string, TaskMark>
  /** While false, new tasks are not recorded. */
  readonly recording: boolean
  /** Absent if unknown. */
  readonly serviceWorker?: ServiceWorkerState
  /** Whether the app is in the background (BG-1). Absent if unknown. */
  readonly appHidden?: boolean
  /** Changes with each clear and undone clear: all events have to be read anew. */
  readonly generation: number
  /** Whether the last clear or removal can be undone. */
  readonly canRestore: boolean
  /** How many tasks that removal took; absent after a clear. */
  readonly removed?: number
  /** What the log holds, and what it dropped or released. Changes without a new object. `bytes` is approximate heap. */
  readonly kept: {
    readonly tasks: number
    readonly bytes: number
    readonly droppedTasks: number
    readonly releasedBodies: number
    /** How many times a pinned task was dropped, or a body of one released: there was nothing else left. */
    readonly lostPinned?: number
  }
  /** Notices that were not dismissed. */
  readonly notices: readonly Notice[]
}

/** How often rules answered since the page was loaded, and the last task of each. A new object after each hit. */
export type RuleHits = Readonly<Record<string, { readonly hits: number; readonly lastTaskId?: string }>>

/** `starting` until MSW's worker has answered or failed. */
export type ServiceWorkerState = 'starting' | 'active' | 'off' | 'unavailable'

/** Something that a person should know and can act on. The panel has a text for each code. */
export interface Notice {
  readonly code: NoticeCode
  /** The number of requests concerned; set for every code that is about requests. */
  readonly count?: number
  /** The original message of an error, or the names concerned. */
  readonly detail?: string
}

/**
 * `command-*` come from the panel itself and are about its commands; `storage-*` and `saved-settings-invalid` are about what a person
 * chose in the panel, `files-*` about the files of the app, `session-*` about the stored log, the last six about calls of the page that
 * are not recorded.
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
  | 'pinned-lost'
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
  | 'page-calls-left-alone'
  | 'page-calls-too-early'
