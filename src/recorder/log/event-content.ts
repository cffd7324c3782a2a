import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import { traitsOf } from '../../contract/event/event-traits.ts'
import type { Json } from '../../contract/event/json.ts'
import type { Created, SentForm, TaskEvent } from '../../contract/event/task-event.ts'

/** Characters up to which a value says what a call was about and stays; what is longer is content, and can be released. */
const SHORT = 200

/** In the place of a value that was released; in brackets, as all that is told of a value and is not the value. */
const RELEASED = '[released]'

type Given = Created['given']
type Fields = SentForm['fields']

/** Bytes of content that an event really holds: what it has of a body, and long values that the caller gave. */
export function contentBytes(event: TaskEvent): number {
  const body = bodyOf(event)
  return (body ? keptBytes(body) : 0) + longBytes(event)
}

/** The same event with its content gone, and said so; what names and counts it stays. */
export function withoutContent(event: TaskEvent, why: 'released' | 'over-budget'): TaskEvent {
  const body = bodyOf(event)
  const lighter = body && keptBytes(body) > 0 ? withBody(event, { kind: 'omitted', size: body.size, why }) : event
  if (longBytes(lighter) === 0) return lighter
  if (lighter.type === 'created') {
    return { ...lighter, given: changeLong(lighter.given, () => RELEASED) }
  }
  if (lighter.type === 'packed') return { ...lighter, form: { ...lighter.form, fields: cutFields(lighter.form.fields, RELEASED) } }
  return lighter
}

/** Options without their long values, for what outlives the event that holds them. */
export function shortOptions(given: Given): Given {
  return bytesOfLong(given) === 0 ? given : changeLong(given, () => undefined)
}

/** Fields of a form whose long values are cut. */
export function shortFields(fields: Fields): Fields {
  return fields.every(([, value]) => value.length <= SHORT) ? fields : cutFields(fields)
}

function cutFields(fields: Fields, instead?: string): Fields {
  return fields.map(([name, value]) => [name, value.length <= SHORT ? value : (instead ?? `${value.slice(0, SHORT)}…`)])
}

function changeLong(given: Given, change: () => Json | undefined): Given {
  const entries = Object.entries(given).map(([name, value]) => [name, isLong(name, value) ? change() : value] as const)
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

/** A list finds a call by its url, so that stays however long it is. */
function isLong(name: string, value: Json): boolean {
  return name !== 'url' && sizeOf(value) > SHORT
}

function longBytes(event: TaskEvent): number {
  if (event.type === 'created') return bytesOfLong(event.given)
  if (event.type !== 'packed') return 0
  return event.form.fields.reduce((sum, [, value]) => sum + (value.length > SHORT ? value.length : 0), 0)
}

function bytesOfLong(given: Given): number {
  let bytes = 0
  for (const name of Object.keys(given)) {
    const value = given[name]
    if (value !== undefined && isLong(name, value)) bytes += sizeOf(value)
  }
  return bytes
}

/** What a value takes, near enough: its texts by their length, anything else by a few bytes. */
function sizeOf(value: Json): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  let size = 8
  for (const [name, item] of Object.entries(value)) size += name.length + sizeOf(item as Json)
  return size
}

function bodyOf(event: TaskEvent): BodySnapshot | undefined {
  const { body } = traitsOf(event)
  return body ? body.read(event) : undefined
}

/** How many bytes of a body are really there. */
function keptBytes(body: BodySnapshot): number {
  return body.kind === 'text' || body.kind === 'base64' ? (body.kept ?? body.size) : 0
}

function withBody(event: TaskEvent, snapshot: BodySnapshot): TaskEvent {
  const { body } = traitsOf(event)
  return body ? body.replace(event, snapshot) : event
}
