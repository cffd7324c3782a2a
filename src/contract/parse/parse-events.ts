import * as v from 'valibot'
import type { Condensed } from '../event/condensed.ts'
import { isHold, mayFollow, seqAfter, type TaskApi, type TaskEvent, type TaskEventType } from '../event/task-event.ts'
import type { Issue } from '../inspector-error.ts'
import { eventSchema } from './event-schemas.ts'
import { isRecord } from './parse-words.ts'

/** The valid events of an input, and what was wrong with the others. */
export interface ParsedEvents {
  readonly events: readonly TaskEvent[]
  /** Tasks that were refused, because one of their events was invalid or out of order. */
  readonly refusedTasks: number
  /**
   * The problems: one for each refused task and each value that belongs to none; `path` is its place in the input, such as
   * `events[3].error.kind`.
   */
  readonly issues: readonly Issue[]
}

/**
 * Events from outside: `input` is a list of them, those of each task in order, tasks interleaved as they like. A task with a faulty event
 * is refused as a whole, the others come in. Never throws; the result shares nothing with `input`, and unknown keys are left out of it.
 */
export function parseEvents(input: unknown): ParsedEvents {
  const parser = new EventParser()
  const { events, issues, refusedTasks } = parser.parse(input)
  return { events: refusedTasks === 0 ? events : events.filter((event) => !parser.refused(event.taskId)), issues, refusedTasks }
}

interface Progress {
  readonly api: TaskApi
  nextSeq: number
  last: TaskEventType
}

/**
 * The same for events that arrive in parts: it remembers how far each task has come. Events of a task before its first fault stay
 * accepted.
 */
export class EventParser {
  readonly #tasks = new Map<string, Progress>()
  readonly #refused = new Set<string>()

  /** Whether a fault was found in one of the events of this task. */
  refused(taskId: string): boolean {
    return this.#refused.has(taskId)
  }

  parse(input: unknown): ParsedEvents {
    if (!Array.isArray(input)) return { events: [], refusedTasks: 0, issues: [{ path: 'events', message: 'must be a list of events' }] }
    const events: TaskEvent[] = []
    const issues: Issue[] = []
    const refusedBefore = this.#refused.size
    for (let nth = 0; nth < input.length; nth++) {
      const fault = this.#take(input, nth, events)
      if (fault) issues.push({ path: `events[${nth}]${fault.path}`, message: fault.message })
    }
    return { events, issues, refusedTasks: this.#refused.size - refusedBefore }
  }

  #take(input: readonly unknown[], nth: number, events: TaskEvent[]): Issue | undefined {
    let taskId: unknown
    try {
      const value = input[nth]
      taskId = isRecord(value) ? value['taskId'] : undefined
      if (typeof taskId === 'string' && this.#refused.has(taskId)) return undefined
      const result = v.safeParse(eventSchema, value, { abortEarly: true })
      if (!result.success) return this.#refuse(taskId, pathOf(result.issues[0]), result.issues[0].message)
      const event = result.output
      const outOfTurn = this.#follow(event)
      if (outOfTurn === undefined) events.push(event)
      return outOfTurn
    } catch (cause) {
      // A getter or a Proxy may throw what it likes.
      return this.#refuse(taskId, '', `could not be read: ${cause instanceof Error ? cause.message : 'it threw'}`)
    }
  }

  #follow(event: TaskEvent): Issue | undefined {
    const { taskId, seq, type } = event
    const task = this.#tasks.get(taskId)
    if (!task) {
      if (type !== 'created' || seq !== 0) {
        return this.#refuse(taskId, '', `is ${type} with seq ${seq}, but a task begins with created and seq 0`)
      }
      this.#tasks.set(taskId, { api: event.api, nextSeq: 1, last: type })
      return undefined
    }
    if (seq < task.nextSeq) return { path: '.seq', message: `is ${seq}, which this task had already: left out` }
    if (seq > task.nextSeq) return this.#refuse(taskId, '.seq', `is ${seq}, but ${task.nextSeq} comes next: events are missing`)
    const word = event.type === 'condensed' ? standsFor(event, task.api) : event.type
    if (!followersOf(task.api, task.last).has(word))
      return this.#refuse(taskId, '.type', `is ${type}, which cannot come after ${task.last}`)
    task.nextSeq = seqAfter(event)
    // What may come at any time, and what comes after the end, says nothing of how far a task has come.
    if (word !== 'message-refused' && !isHold(word) && !isEndType(task.last)) task.last = word
    return undefined
  }

  #refuse(taskId: unknown, path: string, message: string): Issue {
    if (typeof taskId === 'string') this.#refused.add(taskId)
    return { path, message }
  }
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
}

/** Events that stand for older ones may come where those could. */
function standsFor({ progress, received, sent }: Condensed, api: TaskApi): TaskEventType {
  if (api !== 'connectSocket') return received.count > 0 ? 'chunk-received' : progress ? 'progressed' : 'held'
  return sent.count + received.count > 0 ? 'message-received' : 'message-refused'
}

type Followers = Map<TaskEventType, ReadonlySet<TaskEventType>>
const FOLLOWERS: { readonly calls: Followers; readonly sockets: Followers } = { calls: new Map(), sockets: new Map() }

/** What may come after an event of this type, at once or later: a stream from elsewhere may leave events out, never reorder them. */
function followersOf(api: TaskApi, last: TaskEventType): ReadonlySet<TaskEventType> {
  const known = api === 'connectSocket' ? FOLLOWERS.sockets : FOLLOWERS.calls
  let found = known.get(last)
  if (!found) {
    found = findFollowers(api, last)
    known.set(last, found)
  }
  return found
}

function findFollowers(api: TaskApi, last: TaskEventType): ReadonlySet<TaskEventType> {
  const found = new Set(mayFollow(api, last))
  if (isEndType(last)) return found
  // A set that grows while it is walked is walked to its new end.
  for (const type of found) {
    if (type === 'held') found.add('resumed')
    if (type === 'message-refused' || isHold(type) || isEndType(type)) continue
    for (const next of mayFollow(api, type)) found.add(next)
  }
  return found
}

function isEndType(type: TaskEventType): boolean {
  return type === 'succeeded' || type === 'failed' || type === 'closed'
}
