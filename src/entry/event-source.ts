import { createClock } from '../contract/clock.ts'
import type { Command, CommandOutcome } from '../contract/command.ts'
import { createDisposables } from '../contract/disposables.ts'
import { createEmitter } from '../contract/emitter.ts'
import type { TaskEvent } from '../contract/event/task-event.ts'
import { InspectorError, type Issue } from '../contract/inspector-error.ts'
import type { PanelSource, SourceState } from '../contract/panel-source.ts'
import { EventParser } from '../contract/parse/parse-events.ts'
import { DEFAULT_SETTINGS, type Settings } from '../contract/settings.ts'
import { EventLog } from '../recorder/log/event-log.ts'
import { offerTasks } from '../recorder/tasks/task-reader.ts'
import { checkListener } from './inspector/check-argument.ts'
import { checkTaskIds } from './inspector/check-task-ids.ts'
import { clearWithUndo } from './inspector/clear-with-undo.ts'
import { createHandle } from './inspector/create-handle.ts'
import { Notices } from './inspector/notices.ts'

/** What is known of an app that runs elsewhere. */
export type AppState = Partial<Pick<SourceState, 'settings' | 'rules' | 'chosen' | 'ruleHits' | 'serviceWorker' | 'appHidden'>>

/** What `createEventSource` is told. */
export interface EventSourceOptions {
  /** Wall time at 0 on the clock of the events, epoch ms. */
  readonly startedAt: number
  /** ms on the clock of the events, for what still runs. Default: the moment of the latest event, so that time stands still between events. */
  readonly now?: () => number
  /** How much is kept, as in `Settings.capture`. Default 5,000 tasks and 64 MiB. */
  readonly capture?: Partial<Pick<Settings['capture'], 'maxTasks' | 'maxBodyBytes'>>
  /**
   * Carries a command to the app. Rejects when nobody answers, which the panel tells. Default: the source is read-only.
   * `clear`, `restore`, `set-recording` and `dismiss-notice` are about the record here, and are not sent.
   */
  readonly send?: (command: Command) => Promise<CommandOutcome>
}

/** What came of events that were added. */
export interface AddedEvents {
  /** How many of them came in. */
  readonly added: number
  /** Tasks that are refused from now on, because one of these events was not sound or out of order. */
  readonly refusedTasks: number
  /** Why, with a place such as `events[3].error.kind`. */
  readonly issues: readonly Issue[]
}

/** A source of a panel that is filled by hand. */
export interface EventPanelSource extends PanelSource {
  /**
   * Takes in a list of events: those of each task in order, tasks interleaved as they like, as `events()` of an inspector gives them.
   * They are checked, whatever they are: a task with a faulty event is refused from there on, the others come in.
   */
  add(events: unknown): AddedEvents
  /** Tells what is known of the app. Merges. */
  setAppState(change: AppState): void
  /** Ends it: its panels are unmounted, and its other methods throw InspectorError `disposed`. Twice is as once. */
  dispose(): void
}

/**
 * A source for `mountPanel` and `<Inspector>` from events that were recorded elsewhere: in a file, on a device, by a test.
 * Nothing in an event is ever run. Throws InspectorError `bad-option` for options that are none.
 */
export function createEventSource(options: EventSourceOptions): EventPanelSource {
  checkOptions(options)
  const { startedAt, now, capture, send } = options
  const disposables = createDisposables()
  const ended = new AbortController()
  const clock = createClock()
  const log = new EventLog({ ...DEFAULT_SETTINGS.capture, ...capture })
  const parser = new EventParser()
  const stateChanged = createEmitter()
  let app: AppState = {}
  let state: SourceState | undefined
  let latest = 0
  const stateMoved = () => {
    state = undefined
    stateChanged.emit()
  }
  const notices = new Notices(stateMoved)
  disposables.add(
    log.watch(() => {
      notices.addLosses(log.kept)
      stateMoved()
    }),
  )

  const perform = async (command: Command): Promise<CommandOutcome> => {
    const refused = command.type === 'remove' || command.type === 'pin' ? checkTaskIds(command.taskIds) : undefined
    if (refused) return refused
    if (command.type === 'clear') clearWithUndo(log, clock, ended.signal)
    else if (command.type === 'remove') clearWithUndo(log, clock, ended.signal, command.taskIds)
    else if (command.type === 'pin') log.pin(command.taskIds)
    else if (command.type === 'restore') log.restore()
    else if (command.type === 'set-recording') log.setRecording(command.recording)
    else if (command.type === 'dismiss-notice') notices.dismiss(command.code)
    else return send!(command)
    return { ok: true }
  }

  const source = createHandle(
    {
      startedAt,
      signal: ended.signal,
      now: now ?? (() => latest),
      events: (taskId?: string) => log.events(taskId),
      subscribe(listener: (event: TaskEvent) => void) {
        checkListener('subscribe', listener)
        return log.subscribe(listener)
      },
      state() {
        state ??= {
          chosen: [],
          ruleHits: {},
          ...app,
          recording: log.recording,
          generation: log.generation,
          canRestore: log.canRestore,
          ...(log.removed !== undefined && { removed: log.removed }),
          // Read when asked, as in every source: it moves with events.
          get kept() {
            return log.kept
          },
          notices: notices.shown,
        }
        return state
      },
      subscribeState(listener: () => void) {
        checkListener('subscribeState', listener)
        return stateChanged.subscribe(listener)
      },
      ...(send && { send: perform }),
      add(events: unknown): AddedEvents {
        const parsed = parser.parse(events)
        for (const event of parsed.events) {
          latest = Math.max(latest, event.at)
          log.append(event)
        }
        return { added: parsed.events.length, refusedTasks: parsed.refusedTasks, issues: parsed.issues }
      },
      setAppState(change: AppState) {
        app = { ...app, ...change }
        stateMoved()
      },
    },
    disposables,
    'This source was disposed of. Make a new one with createEventSource().',
  )
  offerTasks(source, log)
  disposables.add(() => {
    log.clear()
    log.forgetCleared()
  })
  disposables.add(stateChanged.clear)
  // The first to end: panels that still draw may ask until they are gone.
  disposables.add(() => ended.abort())
  return source
}

function checkOptions(options: unknown): asserts options is EventSourceOptions {
  const { startedAt, now, capture, send } = Object(options) as Record<string, unknown>
  const issues: Issue[] = []
  if (typeof startedAt !== 'number' || !Number.isFinite(startedAt))
    issues.push({ path: 'startedAt', message: 'must be the wall time at 0 on the clock of the events, in epoch ms' })
  for (const [path, value] of Object.entries({ now, send }))
    if (value !== undefined && typeof value !== 'function') issues.push({ path, message: 'must be a function' })
  for (const name of ['maxTasks', 'maxBodyBytes']) {
    const limit = (Object(capture) as Record<string, unknown>)[name]
    if (limit !== undefined && !(Number.isInteger(limit) && (limit as number) > 0))
      issues.push({ path: `capture.${name}`, message: 'must be a whole number above 0' })
  }
  if (issues.length > 0) throw new InspectorError('bad-option', 'createEventSource() cannot use these options.', { issues })
}
