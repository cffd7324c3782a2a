import type { BodySnapshot } from '../contract/event/body-snapshot.ts'
import type { TaskError } from '../contract/event/task-error.ts'
import type { Created, TaskEvent } from '../contract/event/task-event.ts'

/** An event with its moment, before it is given to a task. */
export type ExampleEvent<Event = TaskEvent> = Event extends TaskEvent ? Omit<Event, 'taskId' | 'seq'> : never

/** Stamps the events of one task: give them in order, each with its `at`. */
export function streamOf(taskId: string, events: readonly ExampleEvent[]): TaskEvent[] {
  return events.map((event, seq) => ({ ...event, taskId, seq }) as TaskEvent)
}

/** What a task of the examples is like; everything has a default. */
export interface ExampleTask {
  readonly taskId: string
  readonly at?: number
  readonly method?: string
  readonly url?: string
  readonly api?: Created['api']
  readonly status?: number
  readonly type?: string
  /** Of the response, beside its Content-Type. */
  readonly header?: Readonly<Record<string, string>>
  readonly took?: number
  readonly queuedFor?: number
  readonly body?: BodySnapshot
  readonly chunks?: readonly number[]
  readonly ruleName?: string
  readonly error?: TaskError
  /** Leaves the task running after so many events. */
  readonly upTo?: number
}

/** A believable whole life of one task, answered by a mock unless it fails. */
export function exampleEvents(task: ExampleTask): TaskEvent[] {
  const at = task.at ?? 0
  const url = task.url ?? 'https://api.example.com/goods?page=1'
  const origin = new URL(url).origin
  const took = task.took ?? 100
  const begun = at + (task.queuedFor ?? 0)
  const ended = begun + took
  const method = task.method ?? 'GET'
  const sent = { method, url, header: [['content-type', 'application/json']], dropped: [], body: { kind: 'none', size: 0 } } as const
  const events: ExampleEvent[] = [
    {
      type: 'created',
      at,
      api: task.api ?? 'request',
      environment: { platform: 'android', lib: '3.17.0' },
      given: { url, method },
      sent,
      timeout: 60_000,
    },
  ]
  const refused = task.error?.kind === 'refused-domain'
  events.push({
    type: 'checked',
    at,
    check: {
      list: 'request',
      verdict: refused ? 'refused' : 'allowed',
      origin,
      clauses: [],
      ...(refused && { fix: { kind: 'add', list: 'request', origin } }),
    },
  })
  if (refused && task.error) {
    events.push(
      { type: 'failed', at, error: task.error },
      { type: 'delivered', at, callback: 'fail', took: 0.1 },
      { type: 'delivered', at, callback: 'complete', took: 0.1 },
    )
    return streamOf(task.taskId, events.slice(0, task.upTo))
  }
  if (task.queuedFor) events.push({ type: 'queued', at, ahead: 1 })
  events.push({ type: 'started', at: begun })
  events.push({
    type: 'routed',
    at: begun,
    by: task.ruleName === undefined ? 'fetch' : 'mock',
    ...(task.ruleName !== undefined && { ruleId: 'rule', ruleName: task.ruleName }),
  })
  if (task.error) {
    events.push(
      { type: 'failed', at: ended, error: task.error },
      { type: 'delivered', at: ended, callback: 'fail', took: 0.2 },
      { type: 'delivered', at: ended, callback: 'complete', took: 0.1 },
    )
    return streamOf(task.taskId, events.slice(0, task.upTo))
  }
  const body = task.body ?? { kind: 'text', text: '{"list":[]}', size: 11 }
  const chunks = task.chunks ?? [body.size]
  events.push({
    type: 'headers-received',
    at: begun + took * 0.6,
    statusCode: task.status ?? 200,
    header: { 'Content-Type': task.type ?? 'application/json; charset=utf-8', ...task.header },
    cookies: [],
    listeners: [],
    timing: {
      marks: { fetchStart: begun, requestStart: begun + took * 0.1, requestEnd: begun + took * 0.2, responseStart: begun + took * 0.6 },
      connection: { socketReused: true, protocol: 'h2', peerIP: '203.0.113.7', port: 443, rtt: 20 },
      simulated: ['requestStart', 'requestEnd', 'rtt'],
    },
  })
  chunks.forEach((size, place) => {
    events.push({ type: 'chunk-received', at: begun + took * (0.6 + (0.4 * (place + 1)) / chunks.length), size, listeners: [] })
  })
  events.push({ type: 'succeeded', at: ended, body, dataForm: 'json', timing: { marks: { responseEnd: ended }, simulated: [] } })
  events.push(
    { type: 'delivered', at: ended, callback: 'success', took: 0.3 },
    { type: 'delivered', at: ended + 0.3, callback: 'complete', took: 0.1 },
  )
  return streamOf(task.taskId, events.slice(0, task.upTo))
}
