import type { BodySnapshot } from '../contract/body-snapshot.ts'
import type { TaskEvent } from '../contract/task-event.ts'

/** The body that an event carries, if it is of a kind that can carry one. */
export function bodyOf(event: TaskEvent): BodySnapshot | undefined {
  switch (event.type) {
    case 'created':
      return event.sent?.body
    case 'packed':
      return event.form.file.body
    case 'chunk-received':
    case 'succeeded':
    case 'message-sent':
    case 'message-received':
    case 'message-refused':
      return event.body
    default:
      return undefined
  }
}

/** How many bytes of a body are really there. */
export function keptBytes(body: BodySnapshot): number {
  return body.kind === 'text' || body.kind === 'base64' ? (body.kept ?? body.size) : 0
}

/** The same event with another body. */
export function withBody(event: TaskEvent, body: BodySnapshot): TaskEvent {
  switch (event.type) {
    case 'created':
      return event.sent ? { ...event, sent: { ...event.sent, body } } : event
    case 'packed':
      return { ...event, form: { ...event.form, file: { ...event.form.file, body } } }
    case 'chunk-received':
    case 'succeeded':
    case 'message-sent':
    case 'message-received':
    case 'message-refused':
      return { ...event, body }
    default:
      return event
  }
}
