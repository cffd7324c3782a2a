import type { HeaderList } from '../../contract/event/task-event.ts'
import type { Issue } from '../../contract/inspector-error.ts'

/** What makes an entry unusable: thrown while it is read, told as an issue. */
export class EntryFault extends Error {
  readonly issue: Issue

  constructor(path: string, message: string) {
    super(message)
    this.issue = { path, message }
  }
}

type HarObject = Readonly<Record<string, unknown>>

// Own keys only. What is missing or null is `undefined`; what is of another type makes the entry unusable.

export function objectAt(of: HarObject, key: string, path: string): HarObject | undefined {
  const value = own(of, key)
  if (value === undefined) return undefined
  if (typeof value !== 'object' || Array.isArray(value)) throw new EntryFault(`${path}.${key}`, 'must be an object')
  return value as HarObject
}

function listAt(of: HarObject, key: string, path: string): readonly unknown[] {
  const value = own(of, key)
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new EntryFault(`${path}.${key}`, 'must be a list')
  return value
}

export function textAt(of: HarObject, key: string, path: string): string | undefined {
  const value = own(of, key)
  if (value !== undefined && typeof value !== 'string') throw new EntryFault(`${path}.${key}`, 'must be a string')
  return value
}

/** ms. An hour and more of waiting is possible, thirty years are not. */
const LONGEST = 1e12

/** `undefined` for -1, which stands for what did not apply. */
export function durationAt(of: HarObject, key: string, path: string): number | undefined {
  const value = own(of, key)
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !(value <= LONGEST)) throw new EntryFault(`${path}.${key}`, 'must be a number of milliseconds, or -1')
  // Some tools write other negative numbers where a clock went back.
  return value < 0 ? undefined : value
}

/** `undefined` for -1, which stands for what is not known. */
export function countAt(of: HarObject, key: string, path: string): number | undefined {
  const value = own(of, key)
  if (value === undefined) return undefined
  if (!Number.isSafeInteger(value)) throw new EntryFault(`${path}.${key}`, 'must be a whole number')
  return (value as number) < 0 ? undefined : (value as number)
}

/** Headers, or fields of a form. */
export function pairsAt(of: HarObject, key: string, path: string): HeaderList {
  return listAt(of, key, path).map((item, nth) => {
    const place = `${path}.${key}[${nth}]`
    const pair = asObject(item, place)
    const name = textAt(pair, 'name', place)
    if (name === undefined) throw new EntryFault(`${place}.name`, 'is missing: it must be a string')
    return [name, textAt(pair, 'value', place) ?? '']
  })
}

export function asObject(value: unknown, path: string): HarObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new EntryFault(path, 'must be an object')
  return value as HarObject
}

export function own(of: HarObject, key: string): unknown {
  return Object.hasOwn(of, key) ? (of[key] ?? undefined) : undefined
}
