import { beginningOf } from '../../contract/cut-text.ts'
import { attempt } from '../../contract/describe.ts'
import type { Json } from '../../contract/event/json.ts'
import { isArrayBuffer } from './is-array-buffer.ts'

const LONGEST_TEXT = 10_000
const DEEPEST = 8
const MOST_VALUES = 2_000

/**
 * A copy of the caller's options as plain data: functions and `undefined` are left out, long texts and deep or cyclic structures are cut.
 * What JSON cannot express is described in brackets, such as `[ArrayBuffer 12]`.
 */
export function givenSnapshot(option: unknown): { readonly [option: string]: Json } {
  return attempt(() => copyObject(Object(option), 0, { left: MOST_VALUES }, [])) ?? {}
}

interface Budget {
  left: number
}

function copyObject(value: object, depth: number, budget: Budget, above: readonly object[]): { [key: string]: Json } {
  const copy: { [key: string]: Json } = {}
  for (const key of Object.keys(value)) {
    if (budget.left <= 0) break
    const item = copyKey(value, key, depth + 1, budget, [...above, value])
    // Defined, not assigned: `__proto__` is a key like any other.
    if (item !== undefined) Object.defineProperty(copy, key, { value: item, enumerable: true, writable: true, configurable: true })
  }
  return copy
}

function copyValue(value: unknown, depth: number, budget: Budget, above: readonly object[]): Json | undefined {
  budget.left--
  switch (typeof value) {
    case 'string':
      return value.length > LONGEST_TEXT ? `${beginningOf(value, LONGEST_TEXT)}…` : value
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'bigint':
      return `${value}n`
    case 'symbol':
      return String(value)
    case 'object':
      return value === null ? null : copyStructure(value, depth, budget, above)
    default:
      return undefined
  }
}

function copyStructure(value: object, depth: number, budget: Budget, above: readonly object[]): Json {
  if (above.includes(value)) return '[circular]'
  if (isArrayBuffer(value)) return `[ArrayBuffer ${value.byteLength}]`
  if (ArrayBuffer.isView(value)) return `[${Object.prototype.toString.call(value).slice(8, -1)} ${value.byteLength}]`
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[Date]' : value.toISOString()
  if (depth > DEEPEST) return Array.isArray(value) ? '[Array]' : '[Object]'
  if (!Array.isArray(value)) return copyObject(value, depth, budget, above)
  const copy: Json[] = []
  for (const item of value) {
    if (budget.left <= 0) break
    copy.push(copyValue(item, depth + 1, budget, [...above, value]) ?? null)
  }
  return copy
}

/** A getter may throw, and a proxy on every access. */
function copyKey(value: object, key: string, depth: number, budget: Budget, above: readonly object[]): Json | undefined {
  try {
    return copyValue((value as Record<string, unknown>)[key], depth, budget, above)
  } catch {
    return '[threw]'
  }
}
