import type { TaskMarks } from '../../../recorder/tasks/phases.ts'

type MarkKind = 'redirect' | 'headers' | 'chunk' | 'end' | 'callback'

/** A moment on the bar of a task, in ms on the session clock. */
interface Moment {
  readonly at: number
  /** How long a callback ran, ms. */
  readonly took?: number
  readonly threw?: string
}

/** All marks of one name: each name has a line of its own, so that none can cover another's label. */
export type MarkRow = CallbackRow | EventRow

interface CallbackRow {
  readonly kind: 'callback'
  /** Of the listener or callback. */
  readonly name: string
  /** At least one, in order. */
  readonly moments: readonly Moment[]
}

/** Named by the words, by its kind. */
interface EventRow {
  readonly kind: Exclude<MarkKind, 'callback'>
  readonly name?: undefined
  readonly moments: readonly Moment[]
}

/** The marks of a task by their names, in the order in which each came first. */
export function markRows({ headersReceived, chunks, callbacks, redirects, end }: TaskMarks): readonly MarkRow[] {
  const rows: MarkRow[] = []
  const add = (kind: EventRow['kind'], ats: readonly number[]) => {
    if (ats.length > 0) rows.push({ kind, moments: ats.map((at) => ({ at })) })
  }
  add('redirect', redirects)
  add('headers', headersReceived === undefined ? [] : [headersReceived])
  add('chunk', chunks)
  add('end', end ? [end.at] : [])
  for (const called of new Set(callbacks.map(({ name }) => name)))
    rows.push({ kind: 'callback', name: called, moments: callbacks.filter(({ name }) => name === called) })
  return rows.sort((a, b) => firstOf(a) - firstOf(b))
}

function firstOf({ moments }: MarkRow): number {
  return moments[0]?.at ?? 0
}
