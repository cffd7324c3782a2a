import { textToBytes } from '../../contract/byte-text.ts'
import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import type { TaskEvent, Unstamped } from '../../contract/event/task-event.ts'
import { own } from './har-values.ts'
import { utf8Size } from './utf8-size.ts'

type HarObject = Readonly<Record<string, unknown>>
type Placed = Unstamped<TaskEvent> & { readonly at: number }

// These fields are not of the format: one that cannot be read is as if it were not there.

/** The messages of a socket as Chrome, Proxyman and HTTP Toolkit write them, and its end as HTTP Toolkit does. */
export function socketMessages(entry: HarObject, start: number): readonly Placed[] {
  const events = objectsAt(entry, '_webSocketMessages').flatMap((message): Placed[] => {
    const data = own(message, 'data')
    const at = sinceStart(own(message, 'time'), start)
    if (typeof data !== 'string' || at === undefined) return []
    const body = own(message, 'opcode') === 2 ? binary(data) : text(data)
    const form = body.kind === 'base64' ? 'binary' : 'text'
    return own(message, 'type') === 'send'
      ? [{ type: 'message-sent', at, form, body, by: 'app' }]
      : [{ type: 'message-received', at, form, body, listeners: [] }]
  })
  const close = own(entry, '_webSocketClose')
  if (typeof close !== 'object' || close === null) return events
  const code = own(close as HarObject, 'code')
  const reason = own(close as HarObject, 'reason')
  const at = sinceStart(own(close as HarObject, 'timestamp'), start) ?? events.at(-1)?.at ?? 0
  return [
    ...events,
    {
      type: 'closed',
      at,
      by: 'server',
      code: Number.isSafeInteger(code) && (code as number) >= 0 ? (code as number) : 1005,
      reason: typeof reason === 'string' ? reason : '',
      listeners: [],
    },
  ]
}

/** Server-sent events as Chrome writes them, as the pieces of the body that they were. */
export function streamMessages(entry: HarObject, start: number): readonly Placed[] {
  return objectsAt(entry, '_eventSourceMessages').flatMap((message): Placed[] => {
    const at = sinceStart(own(message, 'time'), start)
    const data = own(message, 'data')
    if (at === undefined || typeof data !== 'string') return []
    const name = own(message, 'eventName')
    const id = own(message, 'eventId')
    const lines = [
      ...(typeof id === 'string' && id !== '' ? [`id: ${id}`] : []),
      ...(typeof name === 'string' && name !== '' && name !== 'message' ? [`event: ${name}`] : []),
      ...data.split('\n').map((line) => `data: ${line}`),
    ]
    const body = text(`${lines.join('\n')}\n\n`)
    return [{ type: 'chunk-received', at, size: body.size, body, listeners: [] }]
  })
}

function objectsAt(entry: HarObject, key: string): readonly HarObject[] {
  const list = own(entry, key)
  return Array.isArray(list) ? list.filter((item) => typeof item === 'object' && item !== null && !Array.isArray(item)) : []
}

/** ms. A day: what lies farther from the call is not of it. */
const FARTHEST = 86_400_000

/** ms since the call, of epoch seconds. */
function sinceStart(seconds: unknown, start: number): number | undefined {
  const at = typeof seconds === 'number' ? seconds * 1000 - start : Number.NaN
  return Math.abs(at) <= FARTHEST ? Math.max(0, at) : undefined
}

function text(data: string): BodySnapshot {
  return data === '' ? { kind: 'none', size: 0 } : { kind: 'text', text: data, size: utf8Size(data) }
}

function binary(data: string): BodySnapshot {
  const bytes = textToBytes(data, 'base64')
  return bytes ? { kind: 'base64', base64: data, size: bytes.byteLength } : text(data)
}
