import type { TaskEvent } from '../../../contract/event/task-event.ts'

/** Where the event with this `seq` stands; they are in order, and none is there twice. Its number is not its place once older ones were condensed. */
export function placeOfEvent(events: readonly TaskEvent[], seq: number): number | undefined {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((events[middle]?.seq ?? 0) < seq) low = middle + 1
    else high = middle
  }
  return events[low]?.seq === seq ? low : undefined
}
