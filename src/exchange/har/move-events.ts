import type { ListenerCall } from '../../contract/event/event-stamp.ts'
import type { Timing } from '../../contract/event/profile.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'

/** The events with all their moments moved by so many ms: on another clock they are told as the same. */
export function moveEvents(events: readonly TaskEvent[], by: number): readonly TaskEvent[] {
  return by === 0 ? events : events.map((event) => moveEvent(event, by))
}

function moveEvent(event: TaskEvent, by: number): TaskEvent {
  const moved = {
    ...event,
    at: event.at + by,
    ...('listeners' in event &&
      event.listeners && { listeners: event.listeners.map((call: ListenerCall) => ({ ...call, at: call.at + by })) }),
    ...('timing' in event && event.timing && { timing: moveTiming(event.timing, by) }),
    ...(event.type === 'headers-received' && event.redirects && { redirects: event.redirects.map((hop) => ({ ...hop, at: hop.at + by })) }),
    ...(event.type === 'condensed' && {
      until: event.until + by,
      ...(event.wholeSentAt !== undefined && { wholeSentAt: event.wholeSentAt + by }),
    }),
  }
  return moved as TaskEvent
}

function moveTiming(timing: Timing, by: number): Timing {
  return { ...timing, marks: Object.fromEntries(Object.entries(timing.marks).map(([mark, at]) => [mark, at + by])) }
}
