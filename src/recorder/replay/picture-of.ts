import { SLOTS } from '../tasks/slots.ts'
import { firstAtLeast } from './first-at-least.ts'
import type { AppCall, Timeline } from './timeline.ts'

/** What went on at a position of a timeline, beside the tasks themselves. */
export interface ReplayPicture {
  /** The slots (LIM-1), ten or, where a record has more calls at once, more. */
  readonly slots: readonly Slot[]
  /** Calls that wait for one, the next first. */
  readonly queue: readonly string[]
  /** Callbacks and listeners of the app that were called so far: how many, and the last of them, the latest last. */
  readonly called: number
  readonly calls: readonly AppCall[]
}

/** What a slot was and is taken by. */
export interface Slot {
  /** The task in it; absent of a free one. */
  readonly taskId?: string
  /** The calls that were in it during the time that is looked at, ms on the session clock. */
  readonly spans: readonly SlotSpan[]
}

interface SlotSpan {
  readonly taskId: string
  readonly from: number
  /** `now` of the call that is in it. */
  readonly to: number
}

/** What is looked at. */
interface Look {
  readonly position: number
  /** ms on the session clock. */
  readonly now: number
  /** ms before `now` for which slots tell what was in them. */
  readonly back: number
  /** Calls of the app that are wanted. */
  readonly mostCalls: number
}

/** ms. */
const SHORTEST_LOOK = 500
const LONGEST_LOOK = 20_000
const MEDIANS = 6

/** For how long slots tell what was in them, ms: a few calls of the length that is usual in this record. */
export function lookBackOf({ ats, slotted }: Timeline): number {
  const lengths = slotted.flatMap(({ ended, started }) =>
    ended === undefined || started === undefined ? [] : [(ats[ended] as number) - (ats[started] as number)],
  )
  const median = lengths.sort((one, other) => one - other)[Math.floor(lengths.length / 2)] ?? 0
  return Math.min(LONGEST_LOOK, Math.max(SHORTEST_LOOK, MEDIANS * median))
}

export function pictureOf({ ats, calls, slotted }: Timeline, { position, now, back, mostCalls }: Look): ReplayPicture {
  const slots: { taskId?: string; spans: SlotSpan[] }[] = Array.from({ length: SLOTS }, () => ({ spans: [] }))
  const queue: { readonly taskId: string; readonly queued: number }[] = []
  const happened = (place: number | undefined): place is number => place !== undefined && place < position
  for (const { ended, queued, slot, started, taskId } of slotted) {
    if (happened(queued) && !happened(started) && !happened(ended)) queue.push({ taskId, queued })
    if (slot === undefined || !happened(started)) continue
    const to = happened(ended) ? (ats[ended] as number) : now
    if (to < now - back) continue
    while (slots.length <= slot) slots.push({ spans: [] })
    const lane = slots[slot] as (typeof slots)[number]
    lane.spans.push({ taskId, from: ats[started] as number, to })
    if (!happened(ended)) lane.taskId = taskId
  }
  queue.sort((one, other) => one.queued - other.queued)
  const called = firstAtLeast(calls, position, ({ place }) => place)
  return {
    slots,
    queue: queue.map(({ taskId }) => taskId),
    called,
    calls: calls.slice(Math.max(0, called - mostCalls), called),
  }
}
