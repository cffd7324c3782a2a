import type { MessageReceived, MessageRefused, MessageSent } from '../../../contract/event/socket-event.ts'
import type { TaskEvent } from '../../../contract/event/task-event.ts'

/** A message of a socket, in whichever direction. */
export type Message = MessageSent | MessageReceived | MessageRefused

export type MessageDirection = 'all' | 'sent' | 'received'

/** Which messages are to be seen. */
interface MessageFilter {
  /** Looked for in texts, without regard to case; '' is none. */
  readonly text: string
  readonly direction: MessageDirection
}

export const EVERY_MESSAGE: MessageFilter = { text: '', direction: 'all' }

/** What a list of messages shows: where they stand among the events, so that a released body is seen as what it is now. */
interface ShownMessages {
  /** Indices into the events of the task. */
  readonly places: readonly number[]
  /** Messages that are there to be seen, whatever the filter. */
  readonly total: number
  /** Of those, how many lost what they held to newer ones. */
  readonly released: number
  /** Older ones that are not there any more, one by one. */
  readonly condensed: number
}

/** Finds the messages among the events of a socket, looking at each event once, however often it is asked. */
export class MessageIndex {
  #filter: MessageFilter = EVERY_MESSAGE
  #seen = 0
  #last: TaskEvent | undefined
  #places: number[] = []
  #messages: number[] = []
  /** Bodies are released oldest first: all messages before this one are known to be. */
  #released = 0
  #condensed = 0

  show(events: readonly TaskEvent[], filter: MessageFilter): ShownMessages {
    const { text, direction } = this.#filter
    if (!this.#goesOn(events) || filter.text !== text || filter.direction !== direction) this.#forget()
    this.#filter = filter
    const found: number[] = []
    for (; this.#seen < events.length; this.#seen += 1) {
      const event = events[this.#seen]
      if (event?.type === 'condensed') this.#condensed += event.count
      if (!event || !isMessage(event)) continue
      this.#messages.push(this.#seen)
      if (fits(event, filter)) found.push(this.#seen)
    }
    // A new array only when there is something new, so that nothing is drawn for nothing.
    if (found.length > 0) this.#places = [...this.#places, ...found]
    this.#last = events.at(-1)
    while (isReleased(events[this.#messages[this.#released] ?? -1])) this.#released += 1
    return { places: this.#places, total: this.#messages.length, released: this.#released, condensed: this.#condensed }
  }

  /** Whether these events are those of the last time and more: not those of another socket, nor fewer because older ones were condensed. */
  #goesOn(events: readonly TaskEvent[]): boolean {
    const there = events[this.#seen - 1]
    return this.#seen === 0 || (there?.taskId === this.#last?.taskId && there?.seq === this.#last?.seq)
  }

  #forget(): void {
    this.#seen = 0
    this.#places = []
    this.#messages = []
    this.#released = 0
    this.#condensed = 0
  }
}

export function isMessage(event: TaskEvent): event is Message {
  return event.type === 'message-sent' || event.type === 'message-received' || event.type === 'message-refused'
}

function fits(message: Message, { direction, text }: MessageFilter): boolean {
  if (direction !== 'all' && (message.type === 'message-received') !== (direction === 'received')) return false
  return text === '' || (message.body.kind === 'text' && message.body.text.toLowerCase().includes(text.toLowerCase()))
}

function isReleased(event: TaskEvent | undefined): boolean {
  return event !== undefined && isMessage(event) && event.body.kind === 'omitted' && event.body.why === 'released'
}
