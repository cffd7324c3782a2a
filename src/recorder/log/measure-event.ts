import { traitsOf } from '../../contract/event/event-traits.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { hasLongValues, keptBytes, SHORT_LIST, SHORT_TEXT } from '../content/event-content.ts'
import { isBody } from '../content/shorten-event.ts'
import { textBytes } from './text-bytes.ts'

/** The cost of an event in a log. */
export interface EventMeasure {
  /** Bytes of heap. */
  readonly bytes: number
  /** Whether it has content that can be released. */
  readonly releasable: boolean
  /** Characters of its longest text, except its body and what the caller passed. */
  readonly longestText: number
}

/** Bytes of an empty object, of a property, and of a number. */
const [OBJECT, SLOT, NUMBER] = [16, 4, 12]

/** Objects with more properties, such as headers, have names of their own; others share those of their type. */
const MOST_TYPED = 16

/** Measures an event in one pass, since this is done for every event. */
export function measureEvent(event: TaskEvent): EventMeasure {
  let bytes = OBJECT
  let longestText = 0
  let longestGiven = 0
  let longestList = 0
  let given = false
  const visit = (value: unknown): void => {
    bytes += SLOT
    if (typeof value === 'string') {
      bytes += textBytes(value)
      if (given) longestGiven = Math.max(longestGiven, value.length)
      else longestText = Math.max(longestText, value.length)
    } else if (typeof value === 'number') bytes += NUMBER
    else if (typeof value === 'object' && value !== null) visitObject(value)
  }
  const visitObject = (value: object): void => {
    bytes += OBJECT
    if (Array.isArray(value)) {
      longestList = Math.max(longestList, value.length)
      for (const item of value) visit(item)
      return
    }
    if (isBody(value)) {
      bytes += bodyBytes(value as Readonly<Record<string, unknown>>)
      return
    }
    const names = Object.keys(value)
    longestList = Math.max(longestList, names.length)
    for (const name of names) {
      if (names.length > MOST_TYPED) bytes += textBytes(name)
      visit((value as Readonly<Record<string, unknown>>)[name])
    }
  }
  for (const name of Object.keys(event)) {
    given = name === 'given' || name === 'form'
    visit((event as unknown as Readonly<Record<string, unknown>>)[name])
  }
  const { body } = traitsOf(event)
  const releasable =
    keptBytes(body ? body.read(event) : undefined) > 0 ||
    Math.max(longestText, longestGiven) > SHORT_TEXT + 1 ||
    longestList > SHORT_LIST ||
    hasLongValues(event)
  return { bytes, releasable, longestText }
}

function bodyBytes({ base64, text }: Readonly<Record<string, unknown>>): number {
  return textBytes(typeof text === 'string' ? text : String(base64))
}
