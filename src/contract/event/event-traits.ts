import type { BodySnapshot } from './body-snapshot.ts'
import type { Condensed } from './condensed.ts'
import type { Closed } from './socket-event.ts'
import { wasCutShort } from './task-error.ts'
import type { Failed, Succeeded, TaskEvent, TaskEventType } from './task-event.ts'

/** The properties of an event type that a log needs. */
interface EventTraits<Event> {
  /** Whether the task ends with it; callbacks may still follow. */
  readonly ends: boolean
  /** Where its body is; `false` if the type has none. */
  readonly body: false | BodyPlace<Event>
  /**
   * `false` if a task has a bounded number of these events. Otherwise: what one of them adds to the `condensed` that replaces it when a
   * log has too many.
   */
  readonly repeats: false | ((event: Event) => Contribution)
}

interface BodyPlace<Event> {
  read(event: Event): BodySnapshot | undefined
  /** The event with another body; only called if it has one. */
  replace(event: Event, body: BodySnapshot): Event
}

/** What is added to the counts of a `condensed`, or replaces its progress. */
export type Contribution = Partial<Pick<Condensed, 'sent' | 'received' | 'refused' | 'progress' | 'wholeSentAt'>>

/** For types with a property `body`. */
function ownBody<Event extends { readonly body?: BodySnapshot }>(): BodyPlace<Event> {
  return { read: (event) => event.body, replace: (event, body) => ({ ...event, body }) }
}

const PLAIN = { ends: false, body: false, repeats: false } as const

/** One row per event type. The log and `condense` use it, so that every new type is bounded. */
export const EVENT_TRAITS: { readonly [Type in TaskEventType]: EventTraits<Extract<TaskEvent, { readonly type: Type }>> } = {
  created: {
    ...PLAIN,
    body: {
      read: ({ sent }) => sent?.body,
      replace: (event, body) => (event.sent ? { ...event, sent: { ...event.sent, body } } : event),
    },
  },
  checked: PLAIN,
  queued: PLAIN,
  started: PLAIN,
  packed: {
    ...PLAIN,
    body: {
      read: ({ form }) => form.file.body,
      replace: (event, body) => ({ ...event, form: { ...event.form, file: { ...event.form.file, body } } }),
    },
  },
  routed: PLAIN,
  progressed: {
    ...PLAIN,
    repeats: ({ at, direction, expected, loaded }) => ({
      progress: { direction, loaded, ...(expected !== undefined && { expected }) },
      ...(direction === 'sent' && loaded === expected && { wholeSentAt: at }),
    }),
  },
  'headers-received': PLAIN,
  'chunk-received': { ends: false, body: ownBody(), repeats: ({ size }) => ({ received: { count: 1, bytes: size } }) },
  succeeded: { ends: true, body: ownBody(), repeats: false },
  failed: { ...PLAIN, ends: true },
  delivered: PLAIN,
  // A call has two for each piece that is held. They add nothing to what its pieces come to.
  held: { ends: false, body: ownBody(), repeats: () => ({}) },
  resumed: { ends: false, body: ownBody(), repeats: () => ({}) },
  opened: PLAIN,
  'message-sent': { ends: false, body: ownBody(), repeats: ({ body }) => ({ sent: { count: 1, bytes: body.size } }) },
  'message-received': { ends: false, body: ownBody(), repeats: ({ body }) => ({ received: { count: 1, bytes: body.size } }) },
  'message-refused': { ends: false, body: ownBody(), repeats: () => ({ refused: 1 }) },
  closed: { ...PLAIN, ends: true },
  condensed: PLAIN,
}

/** The row of an event. */
export function traitsOf<Event extends TaskEvent>(event: Event): EventTraits<Event> {
  return EVENT_TRAITS[event.type] as unknown as EventTraits<Event>
}

/** Whether a task ends with this event; callbacks may still follow. */
export function isEnd(event: TaskEvent): event is Succeeded | Failed | Closed {
  return EVENT_TRAITS[event.type].ends
}

/** Whether a task fails with this event: no answer came or the connection broke, and nobody called it off. */
export function isFailure(event: TaskEvent): boolean {
  if (event.type === 'failed') return !wasCutShort(event.error)
  return event.type === 'closed' && event.by === 'network'
}
