import { nextTask } from '../../contract/clock.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { withoutQuery } from '../../contract/event/without-query.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { compareCalls, type PartComparison } from './compare-calls.ts'

/** Calls that are compared with others. */
export interface ComparedSession {
  /** In the order in which they were made. */
  readonly tasks: readonly TaskSnapshot[]
  events(taskId: string): readonly TaskEvent[]
}

/** What became of a call from one session to the other. A call may be both different and slower. */
export type SessionChange = 'new' | 'gone' | 'different' | 'slower'

/** A call of either session, or one of each that belong together. */
export interface ComparedCall {
  readonly before?: TaskSnapshot
  readonly after?: TaskSnapshot
  /** None of calls that are the same. */
  readonly changes: readonly SessionChange[]
}

interface CompareOptions {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/** A call is slower when it takes so many times as long, and so many ms longer: less than that is chance. */
const SLOWER_BY = 1.3
const SLOWER_BY_MS = 50

/** Pairs that are compared between two turns of the page. */
const SLICE = 50

/** Paths of headers that differ from answer to answer and say nothing of it; a name with a hyphen stands in brackets. */
const VOLATILE = /^(?:date|age|expires|traceparent|\["(?:server-timing|x-request-id|x-trace-id)"\])(?:\[|$)/

/**
 * Compares two sessions call by call, slice by slice, so that the page goes on. Calls belong together by API, method and URL, and in
 * their order; what is left over then by the URL without its query. They come in the order of the second session; one that is gone stands
 * behind the one that it followed. Rejects when `signal` is aborted.
 */
export async function compareSessions(
  before: ComparedSession,
  after: ComparedSession,
  { signal, onProgress }: CompareOptions,
): Promise<readonly ComparedCall[]> {
  const pairs = pairCalls(before.tasks, after.tasks)
  const compared: ComparedCall[] = []
  for (const [nth, pair] of pairs.entries()) {
    if (nth > 0 && nth % SLICE === 0) {
      onProgress?.(nth / pairs.length)
      await nextTask()
      signal.throwIfAborted()
    }
    compared.push({ ...pair, changes: changesOf(pair, before, after) })
  }
  return compared
}

type Pair = Omit<ComparedCall, 'changes'>

function pairCalls(before: readonly TaskSnapshot[], after: readonly TaskSnapshot[]): readonly Pair[] {
  const partners = new Map<TaskSnapshot, TaskSnapshot>()
  const taken = new Set<TaskSnapshot>()
  for (const keyOf of [wholeKey, keyWithoutQuery]) {
    const waiting = new Map<string, TaskSnapshot[]>()
    // From the end, since the first of a key is to be taken first.
    for (const task of before.toReversed()) {
      if (!taken.has(task)) addTo(waiting, keyOf(task), task)
    }
    for (const task of after) {
      if (partners.has(task)) continue
      const partner = waiting.get(keyOf(task))?.pop()
      if (!partner) continue
      partners.set(task, partner)
      taken.add(partner)
    }
  }
  /** By the call that they followed; `undefined` for those at the beginning. */
  const gone = new Map<TaskSnapshot | undefined, TaskSnapshot[]>()
  let last: TaskSnapshot | undefined
  for (const task of before) {
    if (taken.has(task)) last = task
    else addTo(gone, last, task)
  }
  const goneAfter = (task: TaskSnapshot | undefined): readonly Pair[] => (gone.get(task) ?? []).map((each) => ({ before: each }))
  return [
    ...goneAfter(undefined),
    ...after.flatMap((task): readonly Pair[] => {
      const partner = partners.get(task)
      return partner ? [{ before: partner, after: task }, ...goneAfter(partner)] : [{ after: task }]
    }),
  ]
}

function addTo<Key>(lists: Map<Key, TaskSnapshot[]>, key: Key, task: TaskSnapshot): void {
  const list = lists.get(key)
  if (list) list.push(task)
  else lists.set(key, [task])
}

function wholeKey({ api, method, url }: TaskSnapshot): string {
  return `${api} ${method} ${url}`
}

function keyWithoutQuery({ api, method, url }: TaskSnapshot): string {
  return `${api} ${method} ${withoutQuery(url)}`
}

function changesOf({ before: one, after: other }: Pair, before: ComparedSession, after: ComparedSession): readonly SessionChange[] {
  if (!one) return ['new']
  if (!other) return ['gone']
  const parts = compareCalls(before.events(one.taskId), after.events(other.taskId)) ?? []
  const [took, takes] = [lengthOf(one), lengthOf(other)]
  return [
    ...(parts.some(isDifferent) ? ['different' as const] : []),
    ...(takes > took * SLOWER_BY && takes - took > SLOWER_BY_MS ? ['slower' as const] : []),
  ]
}

/** Of calls that have ended; no other is slower. */
function lengthOf({ marks: { created, ended } }: TaskSnapshot): number {
  return ended === undefined ? Number.NaN : ended - created
}

function isDifferent({ part, differences }: PartComparison): boolean {
  if (part === 'timing') return false
  return differences.some(
    ({ path, before, after }) => !(part === 'response-headers' && VOLATILE.test(path)) && !sameButForSecrets(before, after),
  )
}

/** Whether a text is the other one, but for secrets that were replaced in one of them: what they were is not known. */
function sameButForSecrets(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false
  return fits(before, after) || fits(after, before)
}

function fits(redacted: string, text: string): boolean {
  let rest = text
  const pieces = redacted.split(/redacted-\d+/)
  if (pieces.length === 1 || !rest.startsWith(pieces[0] as string)) return false
  for (const [nth, piece] of pieces.entries()) {
    const at = nth === pieces.length - 1 && nth > 0 ? rest.length - piece.length : rest.indexOf(piece)
    if (at < 0 || !rest.startsWith(piece, at)) return false
    rest = rest.slice(at + piece.length)
  }
  return true
}
