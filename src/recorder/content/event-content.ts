import { beginningOf } from '../../contract/cut-text.ts'
import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import { traitsOf } from '../../contract/event/event-traits.ts'
import type { Json } from '../../contract/event/json.ts'
import type { Created, SentForm, TaskEvent } from '../../contract/event/task-event.ts'
import { shortenEvent } from './shorten-event.ts'

/** Characters. Shorter values describe a call and are kept; longer ones are content and can be released. */
const SHORT = 200

/** The same for text other than the caller's values: a URL, a header, what a callback threw. */
export const SHORT_TEXT = 1024
/** Entries of a list or of headers that are kept. */
export const SHORT_LIST = 64

/** Placeholder for a released value. */
const RELEASED = '[released]'

type Given = Created['given']
type Fields = SentForm['fields']

/**
 * The event without its content: its body, long values of the caller, the end of long texts and lists. Names and counts are kept, and what
 * was removed is marked.
 */
export function withoutContent(event: TaskEvent, why: 'released' | 'over-budget'): TaskEvent {
  return shortenEvent(withoutValues(withoutBody(event, why)), { text: SHORT_TEXT, list: SHORT_LIST })
}

/** Bytes of a body that are held. */
export function keptBytes(body: BodySnapshot | undefined): number {
  return body?.kind === 'text' || body?.kind === 'base64' ? (body.kept ?? body.size) : 0
}

/** Whether the caller passed long values. */
export function hasLongValues(event: TaskEvent): boolean {
  if (event.type === 'created') return Object.entries(event.given).some(([name, value]) => isLong(name, value))
  return event.type === 'packed' && event.form.fields.some(([, value]) => value.length > SHORT)
}

/** Options without their long values, for what outlives the event. */
export function shortOptions(given: Given): Given {
  return Object.entries(given).some(([name, value]) => isLong(name, value)) ? changeLong(given, () => undefined) : given
}

/** Fields of a form with their long values cut. */
export function shortFields(fields: Fields): Fields {
  return fields.every(([, value]) => value.length <= SHORT) ? fields : changeFields(fields, (value) => `${beginningOf(value, SHORT)}…`)
}

function withoutBody(event: TaskEvent, why: 'released' | 'over-budget'): TaskEvent {
  const { body } = traitsOf(event)
  const snapshot = body ? body.read(event) : undefined
  return body && snapshot && keptBytes(snapshot) > 0 ? body.replace(event, { kind: 'omitted', size: snapshot.size, why }) : event
}

function withoutValues(event: TaskEvent): TaskEvent {
  if (!hasLongValues(event)) return event
  if (event.type === 'created') return { ...event, given: changeLong(event.given, () => RELEASED) }
  if (event.type !== 'packed') return event
  return { ...event, form: { ...event.form, fields: changeFields(event.form.fields, () => RELEASED) } }
}

function changeFields(fields: Fields, change: (value: string) => string): Fields {
  return fields.map(([name, value]) => [name, value.length <= SHORT ? value : change(value)])
}

function changeLong(given: Given, change: () => Json | undefined): Given {
  const entries = Object.entries(given).map(([name, value]) => [name, isLong(name, value) ? change() : value] as const)
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

/** The list finds a call by its URL, so the beginning of it is kept, as of any long text. */
function isLong(name: string, value: Json): boolean {
  return name !== 'url' && sizeOf(value) > SHORT
}

/** The approximate size of a value: the length of its texts, a few bytes for anything else. */
function sizeOf(value: Json): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  let size = 8
  for (const [name, item] of Object.entries(value)) size += name.length + sizeOf(item as Json)
  return size
}
