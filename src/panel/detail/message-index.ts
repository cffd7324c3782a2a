import type { MessageReceived, MessageRefused, MessageSent } from '../../contract/socket-event.ts'
import type { TaskEvent } from '../../contract/task-event.ts'

/** A message of a socket, in whichever direction. */
export type Message = MessageSent | MessageReceived | MessageRefused

export type MessageDirection = 'all' | 'sent' | 'received'

/** Which messages are to be seen. */
export interface MessageFilter {
  /** Looked for in texts, without regard to case; '' is none. */
  readonly text: string
  readonly direction: MessageDirection
}

export const EVERY_MESSAGE: MessageFilter = { text: '', direction: 'all' }

/** What a list of messages shows: where they stand among the events, so that a released body is seen as what it is now. */
export interface ShownMessages {
  /** Indices into the events of the task. */
  readonly places: readonly number[]
  /** Messages in all. */
  readonly total: number
  /** Of those, how many lost what they held to newer ones. */
  readonly released: number
}

/** Finds the messages among the events of a socket, looking at each event once, however often it is asked. */
export class MessageIndex {
  #filter: MessageFilter = EVERY_MESSAGE
  #seen = 0
  #first: TaskEvent | undefined
  #places: number[] = []
  #messages: number[] = []
  /** Bodies are released oldest first: all messages before this one are known to be. */
  #released = 0

  show(events: readonly TaskEvent[], filter: MessageFilter): ShownMessages {
    const other = this.#first?.taskId !== events[0]?.taskId || events.length < this.#seen
    if (other || filter.text !== this.#filter.text || filter.direction !== this.#filter.direction) this.#forget()
    this.#filter = filter
    this.#first = events[0]
    const found: number[] = []
    for (; this.#seen < events.length; this.#seen += 1) {
      const event = events[this.#seen]
      if (!event || !isMessage(event)) continue
      this.#messages.push(this.#seen)
      if (fits(event, filter)) found.push(this.#seen)
    }
    // A new array only when there is something new, so that nothing is drawn for nothing.
    if (found.length > 0) this.#places = [...this.#places, ...found]
    while (isReleased(events[this.#messages[this.#released] ?? -1])) this.#released += 1
    return { places: this.#places, total: this.#messages.length, released: this.#released }
  }

  #forget(): void {
    this.#seen = 0
    this.#places = []
    this.#messages = []
    this.#released = 0
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
