import { nextTask } from '../../contract/clock.ts'
import type { DomainList } from '../../contract/event/domain-check.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { withoutQuery } from '../../contract/event/without-query.ts'
import { hasFailed, isHttpError } from '../../recorder/tasks/outcome.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { Redactor } from '../redact/redactor.ts'
import { nearestRank } from './nearest-rank.ts'

/** A session in numbers and short lists, each with the most important first. */
export interface SessionReport {
  /** ms on the session clock: the first call, and the last thing that happened. */
  readonly from: number
  readonly to: number
  readonly requests: number
  readonly running: number
  /** Without a response or with a connection that broke; aborted ones are not counted. */
  readonly failed: number
  /** Ended with a response of 4xx or 5xx. */
  readonly httpErrors: number
  /** Of which a callback or a listener threw. */
  readonly threw: number
  /** Bytes of response bodies and messages. */
  readonly bytes: number
  /** ms; half of the answered calls, and 95 of a hundred, took no longer. Absent while none was. */
  readonly p50?: number
  readonly p95?: number
  /** The time of the session in equal parts. */
  readonly density: readonly { readonly calls: number; readonly failures: number }[]
  readonly slowest: readonly (ReportedCall & { readonly ms: number })[]
  readonly largest: readonly (ReportedCall & { readonly bytes: number })[]
  readonly failing: readonly FailingCalls[]
  readonly repeated: readonly RepeatedCalls[]
  readonly unused: UnusedBytes
  /** Names of cookies, by who set them. */
  readonly setBy: readonly { readonly origin: string; readonly names: readonly string[] }[]
  /** What the app calls, by the domain list that it has to be in. */
  readonly domains: readonly CalledDomain[]
}

interface ReportedCall {
  readonly number: number
  readonly method: string
  readonly url: string
}

/** Calls of one address, without its query, that went wrong in the same way. */
interface FailingCalls {
  readonly method: string
  readonly url: string
  /** Its status, its errMsg, or the code with which its socket was closed. */
  readonly reason: string
  readonly count: number
}

/** Calls that sent the same more than once. */
interface RepeatedCalls {
  readonly method: string
  readonly url: string
  readonly count: number
  /** How many of them got the same body as the one before, and its bytes in all. */
  readonly unchanged: number
  readonly bytes: number
}

/** Bytes that were received for nothing. */
interface UnusedBytes {
  /** The same body again for the same request. */
  readonly unchanged: number
  /** Of calls that were aborted or failed on the way. */
  readonly cut: number
  /** Of calls of `wx` that have no `success` and no `complete`. */
  readonly unheard: number
}

interface CalledDomain {
  readonly list: DomainList
  readonly origin: string
  readonly calls: number
  /** What the domain check said: whether it is in the list. Absent where it said nothing. */
  readonly listed?: boolean
}

interface ReportOptions {
  /** Default true: secrets are replaced. */
  readonly redact?: boolean
  readonly signal: AbortSignal
}

/** Lines of each list. */
const LINES = 8
const PARTS = 48

/** Tasks that are read between two turns of the page. */
const SLICE = 100

const LISTS: Readonly<Partial<Record<TaskSnapshot['api'], DomainList>>> = {
  request: 'request',
  uploadFile: 'uploadFile',
  downloadFile: 'downloadFile',
  connectSocket: 'socket',
}

/** Sums up tasks, in the order of their calls, slice by slice so that the page goes on. Rejects when `signal` is aborted. */
export async function reportSession(
  tasks: readonly TaskSnapshot[],
  eventsOf: (taskId: string) => readonly TaskEvent[],
  { redact = true, signal }: ReportOptions,
): Promise<SessionReport> {
  const redactor = new Redactor()
  const repeats = new Map<string, Repeats>()
  for (const [nth, task] of tasks.entries()) {
    if (nth > 0 && nth % SLICE === 0) {
      await nextTask()
      signal.throwIfAborted()
    }
    const events = eventsOf(task.taskId)
    if (redact) redactor.collect(events)
    noteRepeat(repeats, task, events)
  }
  const report = sumUp(tasks, [...repeats.values()])
  return redact ? redactor.redactData(report) : report
}

interface Repeats {
  readonly task: TaskSnapshot
  count: number
  unchanged: number
  bytes: number
  lastBody?: string
}

function noteRepeat(repeats: Map<string, Repeats>, task: TaskSnapshot, events: readonly TaskEvent[]): void {
  if (task.socket || task.api === 'connectSocket') return
  const created = events.find((event) => event.type === 'created')
  const answer = events.find((event) => event.type === 'succeeded')
  const key = `${task.api} ${task.method} ${task.url} ${JSON.stringify(created?.sent?.body ?? null)}`
  // A body that was not kept is like no other.
  const body = answer && answer.body.kind !== 'omitted' ? JSON.stringify(answer.body) : undefined
  const known = repeats.get(key)
  if (!known) {
    repeats.set(key, { task, count: 1, unchanged: 0, bytes: 0, ...(body !== undefined && { lastBody: body }) })
    return
  }
  known.count += 1
  if (body === undefined) return
  if (body === known.lastBody && task.receivedBytes > 0) {
    known.unchanged += 1
    known.bytes += task.receivedBytes
  }
  known.lastBody = body
}

function sumUp(tasks: readonly TaskSnapshot[], repeats: readonly Repeats[]): SessionReport {
  const ended = tasks.filter(({ marks }) => marks.ended !== undefined)
  const answered = ended.filter(({ error, socket }) => !error && !socket)
  const lengths = answered.map(lengthOf).sort((one, other) => one - other)
  const from = tasks.reduce((first, { marks }) => Math.min(first, marks.created), Number.POSITIVE_INFINITY)
  const to = tasks.reduce((last, { marks }) => Math.max(last, marks.ended ?? marks.created), Number.NEGATIVE_INFINITY)
  const [p50, p95] = [nearestRank(lengths, 0.5), nearestRank(lengths, 0.95)]
  const again = repeats.filter(({ count }) => count > 1).sort((one, other) => other.count - one.count || other.bytes - one.bytes)
  return {
    from: tasks.length === 0 ? 0 : from,
    to: tasks.length === 0 ? 0 : to,
    requests: tasks.length,
    running: tasks.length - ended.length,
    failed: tasks.filter(hasFailed).length,
    httpErrors: tasks.filter(isHttpError).length,
    threw: tasks.filter(({ callbacks, listenerCalls }) => [...callbacks, ...listenerCalls].some((call) => call.threw !== undefined)).length,
    bytes: sum(tasks, ({ receivedBytes }) => receivedBytes),
    ...(p50 !== undefined && { p50 }),
    ...(p95 !== undefined && { p95 }),
    density: densityOf(tasks, from, to),
    slowest: top(answered, lengthOf).map((task) => ({ ...named(task), ms: lengthOf(task) })),
    largest: top(tasks, ({ receivedBytes }) => receivedBytes).map((task) => ({ ...named(task), bytes: task.receivedBytes })),
    failing: failingOf(tasks),
    repeated: again.slice(0, LINES).map(({ task: { method, url }, count, unchanged, bytes }) => ({ method, url, count, unchanged, bytes })),
    unused: {
      unchanged: sum(again, ({ bytes }) => bytes),
      cut: sum(
        tasks.filter(({ error }) => error),
        ({ receivedBytes }) => receivedBytes,
      ),
      unheard: sum(answered.filter(isUnheard), ({ receivedBytes }) => receivedBytes),
    },
    setBy: cookiesOf(tasks),
    domains: domainsOf(tasks),
  }
}

function named({ method, number, url }: TaskSnapshot): ReportedCall {
  return { number, method, url }
}

function lengthOf({ marks: { created, ended = created } }: TaskSnapshot): number {
  return ended - created
}

/** A framework hands on what it got, and of the page's own calls nobody knows who reads them. */
function isUnheard({ api, callbacks, framework, importedFrom, listenerCalls }: TaskSnapshot): boolean {
  return (
    api !== 'page' && !framework && !importedFrom && !callbacks.some(({ callback }) => callback !== 'fail') && listenerCalls.length === 0
  )
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((all, item) => all + of(item), 0)
}

function top(tasks: readonly TaskSnapshot[], of: (task: TaskSnapshot) => number): readonly TaskSnapshot[] {
  return tasks
    .filter((task) => of(task) > 0)
    .sort((one, other) => of(other) - of(one))
    .slice(0, LINES)
}

function densityOf(tasks: readonly TaskSnapshot[], from: number, to: number): SessionReport['density'] {
  const parts = Array.from({ length: PARTS }, () => ({ calls: 0, failures: 0 }))
  for (const task of tasks) {
    const place = to > from ? Math.min(PARTS - 1, Math.floor(((task.marks.created - from) / (to - from)) * PARTS)) : 0
    const part = parts[place] as (typeof parts)[number]
    part.calls += 1
    if (hasFailed(task) || isHttpError(task)) part.failures += 1
  }
  return parts
}

function failingOf(tasks: readonly TaskSnapshot[]): readonly FailingCalls[] {
  const groups = new Map<string, { method: string; url: string; reason: string; count: number }>()
  for (const task of tasks) {
    if (!hasFailed(task) && !isHttpError(task)) continue
    const reason = reasonOf(task)
    const url = withoutQuery(task.url)
    const key = `${task.method} ${url} ${reason}`
    const group = groups.get(key)
    if (group) group.count += 1
    else groups.set(key, { method: task.method, url, reason, count: 1 })
  }
  return [...groups.values()].sort((one, other) => other.count - one.count).slice(0, LINES)
}

function reasonOf({ error, socket, statusCode }: TaskSnapshot): string {
  if (error) return error.errno === undefined ? error.errMsg : `${error.errMsg} (errno ${error.errno})`
  return socket?.closure ? `close ${socket.closure.code}` : String(statusCode)
}

function cookiesOf(tasks: readonly TaskSnapshot[]): SessionReport['setBy'] {
  const names = new Map<string, Set<string>>()
  for (const { cookies, url } of tasks) {
    const origin = originOf(url)
    if (origin === undefined || cookies.length === 0) continue
    const known = names.get(origin) ?? new Set()
    names.set(origin, known)
    for (const line of cookies) known.add((line.split(';', 1)[0] as string).split('=', 1)[0]?.trim() ?? '')
  }
  return [...names].map(([origin, own]) => ({ origin, names: [...own].sort() }))
}

/** Of redirects the targets count too: they have to be listed as well (DOM-9). */
function domainsOf(tasks: readonly TaskSnapshot[]): readonly CalledDomain[] {
  const called = new Map<string, { list: DomainList; origin: string; calls: number; listed?: boolean }>()
  for (const { api, check, redirects, refusedTargets = [], url } of tasks) {
    const list = LISTS[api]
    if (!list) continue
    const refused = new Set([check, ...refusedTargets].flatMap((each) => (each?.verdict === 'refused' ? [each.origin] : [])))
    for (const origin of new Set([url, ...redirects.map((hop) => hop.url)].map(originOf))) {
      if (origin === undefined) continue
      const known = called.get(`${list} ${origin}`) ?? { list, origin, calls: 0 }
      called.set(`${list} ${origin}`, known)
      known.calls += 1
      if (check && check.verdict !== 'switched-off') known.listed = !refused.has(origin)
    }
  }
  return [...called.values()].sort((one, other) => one.list.localeCompare(other.list) || other.calls - one.calls)
}

function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { host, protocol } = new URL(url)
  return host === '' ? undefined : `${protocol}//${host}`
}
