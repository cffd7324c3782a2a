import type { ListenerCall } from '../../contract/event/event-stamp.ts'
import { isEnd } from '../../contract/event/event-traits.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { listenerCallsOf } from '../tasks/listener-calls.ts'
import { giveSlots, takesSlot } from '../tasks/slots.ts'
import { firstAtLeast } from './first-at-least.ts'

/** A finished record as a line of moments: one for each event, in the order in which they happened. Never changed. */
export interface Timeline {
  readonly events: readonly TaskEvent[]
  /** When each happened, ms on the session clock; never earlier than the one before. */
  readonly ats: readonly number[]
  /** By task, in the order in which they began. */
  readonly tracks: ReadonlyMap<string, Track>
  /** Calls that take a slot (LIM-1), in the order in which they were made. */
  readonly slotted: readonly SlottedCall[]
  /** Calls of the app's callbacks and listeners, in order. */
  readonly calls: readonly AppCall[]
  /** Places of the events that begin a task. */
  readonly beginnings: readonly number[]
}

/** The events of one task, and their places in the timeline. */
export interface Track {
  readonly taskId: string
  readonly events: readonly TaskEvent[]
  readonly places: readonly number[]
}

/** A call of wx.request, uploadFile or downloadFile that was queued or had a slot. The numbers are places in the timeline. */
export interface SlottedCall {
  readonly taskId: string
  readonly queued?: number
  readonly started?: number
  /** Absent of one that never ended. */
  readonly ended?: number
  /** From 0: the lowest that was free; 10 and more only where a record has more than ten at once. Absent of one that never started. */
  readonly slot?: number
}

/** A callback or a listener of the app was called. */
export interface AppCall extends ListenerCall {
  readonly taskId: string
  /** Such as `success` or `onChunkReceived`. */
  readonly name: string
  /** From 0. */
  readonly nth: number
  /** Of the event that tells of it. */
  readonly place: number
}

/**
 * Puts events in order, as `events()` of a source gives them. Those of one task stay as they are; tasks without their beginning are left
 * out.
 */
export function createTimeline(recorded: readonly TaskEvent[]): Timeline {
  const events: TaskEvent[] = []
  const ats: number[] = []
  const tracks = new Map<string, { taskId: string; events: TaskEvent[]; places: number[] }>()
  const calls: AppCall[] = []
  const beginnings: number[] = []
  for (const { event, at } of inOrder(recorded)) {
    const place = events.length
    const { taskId } = event
    let track = tracks.get(taskId)
    if (!track) {
      if (event.type !== 'created') continue
      track = { taskId, events: [], places: [] }
      tracks.set(taskId, track)
      beginnings.push(place)
    }
    events.push(event)
    ats.push(at)
    track.events.push(event)
    track.places.push(place)
    for (const call of callsIn(event)) calls.push({ ...call, taskId, nth: calls.length, place })
  }
  return { events, ats, tracks, slotted: slottedCalls(tracks.values()), calls, beginnings }
}

/** How many events of a task are among the first `position` of all. */
export function countBefore({ places }: Track, position: number): number {
  return firstAtLeast(places, position, (place) => place)
}

/** The moment of a position, ms on the session clock: that of the last event before it. */
export function momentOf({ ats }: Timeline, position: number): number {
  return ats[Math.max(0, position - 1)] ?? 0
}

/** By their moments, else as recorded. An event that is stamped before the one it follows counts with that. */
function inOrder(recorded: readonly TaskEvent[]): readonly { readonly event: TaskEvent; readonly at: number }[] {
  const latest = new Map<string, number>()
  const stamped = recorded.map((event) => {
    const at = Math.max(event.at, latest.get(event.taskId) ?? Number.NEGATIVE_INFINITY)
    latest.set(event.taskId, at)
    return { event, at }
  })
  return stamped.sort((one, other) => one.at - other.at)
}

function callsIn(event: TaskEvent): ReturnType<typeof listenerCallsOf> {
  if (event.type !== 'delivered') return listenerCallsOf(event)
  const { at, callback, took, threw } = event
  return [{ name: callback, at, took, ...(threw !== undefined && { threw }) }]
}

function slottedCalls(tracks: Iterable<Track>): readonly SlottedCall[] {
  const calls: Omit<SlottedCall, 'slot'>[] = []
  for (const { taskId, events, places } of tracks) {
    const [created] = events
    if (created?.type !== 'created' || !takesSlot(created.api)) continue
    const placeOf = (test: (event: TaskEvent) => boolean) => places[events.findIndex(test)]
    const queued = placeOf(({ type }) => type === 'queued')
    const started = placeOf(({ type }) => type === 'started')
    const ended = placeOf(isEnd)
    if (queued === undefined && started === undefined) continue
    calls.push({
      taskId,
      ...(queued !== undefined && { queued }),
      ...(started !== undefined && { started }),
      ...(ended !== undefined && { ended }),
    })
  }
  const slots = giveSlots(calls)
  return calls.map((call, nth) => ({ ...call, ...(slots[nth] !== undefined && { slot: slots[nth] }) }))
}
