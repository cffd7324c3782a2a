import { firstAtLeast } from '../../../recorder/replay/first-at-least.ts'
import { giveSlots, SLOTS, SOCKETS, takesSlot } from '../../../recorder/tasks/slots.ts'
import type { TaskRow } from '../../rows/task-row.ts'

/** A call in the lane of its slot, ms on the session clock. */
export interface LaneCall {
  readonly row: TaskRow
  readonly from: number
  /** Absent while it runs. */
  readonly to?: number | undefined
}

export interface Lane {
  /** From 0, within its kind. */
  readonly slot: number
  readonly kind: 'slot' | 'socket'
  /** In the order in which they began; none overlaps another. */
  readonly calls: readonly LaneCall[]
}

/** How many calls wait from a moment on. */
export interface QueueStep {
  readonly at: number
  readonly length: number
}

export interface Lanes {
  /** The ten slots, or more where a record has more calls at once; then as many for sockets as were open at once. */
  readonly lanes: readonly Lane[]
  readonly queue: readonly QueueStep[]
  readonly longestQueue: number
  readonly taken: number
  readonly waiting: number
  /** Limit of sockets, and how many of them are open; `undefined` where there were none. */
  readonly sockets: { readonly open: number; readonly limit: number } | undefined
  /** Lane and place in it of each call, by task. */
  readonly places: ReadonlyMap<string, { readonly lane: number; readonly place: number }>
}

/** Which call had which slot when (LIM-1), and how many waited for one. */
export function lanesOf(rows: Iterable<TaskRow>): Lanes {
  const calls: TaskRow[] = []
  const sockets: TaskRow[] = []
  for (const row of rows) {
    if (takesSlot(row.api)) calls.push(row)
    else if (row.api === 'connectSocket' && row.marks.started !== undefined) sockets.push(row)
  }
  const slotLanes = fill(calls, 'slot', SLOTS)
  const socketLanes = fill(sockets, 'socket', 0)
  const lanes = [...slotLanes, ...socketLanes]
  const places = new Map<string, { lane: number; place: number }>()
  for (const [lane, { calls: inLane }] of lanes.entries()) {
    for (const [place, { row }] of inLane.entries()) places.set(row.taskId, { lane, place })
  }
  const queue = queueOf(calls)
  const count = (some: readonly Lane[]) => some.filter(({ calls: inLane }) => inLane.length > 0 && inLane.at(-1)?.to === undefined).length
  return {
    lanes,
    queue,
    longestQueue: queue.reduce((most, { length }) => Math.max(most, length), 0),
    taken: count(slotLanes),
    waiting: queue.at(-1)?.length ?? 0,
    sockets: sockets.length > 0 ? { open: count(socketLanes), limit: SOCKETS } : undefined,
    places,
  }
}

function fill(rows: readonly TaskRow[], kind: Lane['kind'], least: number): readonly Lane[] {
  const lanes: LaneCall[][] = Array.from({ length: least }, () => [])
  const slots = giveSlots(rows.map(({ marks }) => marks))
  for (const [nth, row] of rows.entries()) {
    const slot = slots[nth]
    if (slot === undefined) continue
    while (lanes.length <= slot) lanes.push([])
    lanes[slot]?.push({ row, from: row.marks.started as number, to: row.marks.ended })
  }
  return lanes.map((calls, slot) => ({ slot, kind, calls: calls.sort((one, other) => one.from - other.from) }))
}

function queueOf(rows: readonly TaskRow[]): readonly QueueStep[] {
  const changes: { readonly at: number; readonly by: number }[] = []
  for (const { marks } of rows) {
    if (marks.queued === undefined) continue
    const left = marks.started ?? marks.ended
    changes.push({ at: marks.queued, by: 1 })
    if (left !== undefined) changes.push({ at: left, by: -1 })
  }
  const steps: { at: number; length: number }[] = []
  let length = 0
  for (const { at, by } of changes.sort((one, other) => one.at - other.at)) {
    length += by
    const last = steps.at(-1)
    if (last?.at === at) last.length = length
    else steps.push({ at, length })
  }
  return steps
}

/** The call in a lane at a moment; where none was, the one nearest to it, if that is at most `near` ms away. */
export function callAt({ calls }: Lane, at: number, near: number): LaneCall | undefined {
  const place = firstAtLeast(calls, at, ({ from }) => from)
  const after = calls[place]
  const before = calls[place - 1]
  const gapAfter = after ? after.from - at : Number.POSITIVE_INFINITY
  const gapBefore = before ? Math.max(0, at - (before.to ?? Number.POSITIVE_INFINITY)) : Number.POSITIVE_INFINITY
  return Math.min(gapBefore, gapAfter) > near ? undefined : gapBefore < gapAfter ? before : after
}

/** The call that an arrow key leads to from another one: earlier or later in its lane, or in the next lane that has any, at about the same time. */
export function nextCall({ lanes, places }: Lanes, taskId: string, key: string): LaneCall | undefined {
  const at = places.get(taskId)
  const lane = at && lanes[at.lane]
  if (!lane) return undefined
  const here = lane.calls[at.place] as LaneCall
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key]
  if (step !== undefined) return lane.calls[at.place + step]
  if (key === 'Home') return lane.calls[0]
  if (key === 'End') return lane.calls.at(-1)
  const way = { ArrowUp: -1, ArrowDown: 1 }[key]
  if (way === undefined) return undefined
  for (let nth = at.lane + way; lanes[nth]; nth += way) {
    const found = callAt(lanes[nth] as Lane, here.from, Number.MAX_VALUE)
    if (found) return found
  }
  return undefined
}
