import { isDeepStrictEqual } from 'node:util'
import { decodeValue } from './vector.ts'

export type Result = Record<string, unknown>
export type Check<Observed> = (expected: never, observed: Observed) => string | undefined
export type Checks<Observed> = Readonly<Record<string, Check<Observed>>>

/**
 * Lists how what was observed differs from what is expected, key by key. `…OneOf` holds when the key without it holds for any of the
 * values, `…Matches` when it holds for the pattern. A key that nobody knows is a difference too.
 */
export function checkAll<Observed>(expect: Readonly<Result>, checks: Checks<Observed>, observed: Observed): readonly string[] {
  return Object.entries(expect).flatMap(([key, expected]) => {
    const problem = checkOne(key, decodeValue(expected), checks, observed)
    return problem === undefined ? [] : [`${key}: ${problem}`]
  })
}

function checkOne<Observed>(key: string, expected: unknown, checks: Checks<Observed>, observed: Observed): string | undefined {
  const named = (name: string) =>
    Object.hasOwn(checks, name) ? (checks[name] as (value: unknown, observed: Observed) => string | undefined) : undefined
  const check = named(key)
  if (check) return check(expected, observed)
  const [, base = '', suffix] = /^(.+)(OneOf|Matches)$/.exec(key) ?? []
  const each = named(base)
  if (each && suffix === 'Matches') return each(new RegExp(String(expected)), observed)
  if (!each || !Array.isArray(expected)) return 'this runner does not know the key'
  const problems = expected.map((value) => each(value, observed))
  return problems.includes(undefined) ? undefined : `none of ${show(expected)}: ${problems[0]}`
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value)

export function same(actual: unknown, expected: unknown): string | undefined {
  const equal = expected instanceof RegExp ? typeof actual === 'string' && expected.test(actual) : isDeepStrictEqual(actual, expected)
  return equal ? undefined : `expected ${expected instanceof RegExp ? expected : show(expected)}, got ${show(actual)}`
}

export function oneOf(actual: unknown, expected: readonly unknown[]): string | undefined {
  return expected.some((value) => isDeepStrictEqual(actual, value)) ? undefined : `expected one of ${show(expected)}, got ${show(actual)}`
}

export function sameKeys(actual: object | undefined, expected: readonly string[]): string | undefined {
  return same(Object.keys(actual ?? {}).sort(), [...expected].sort())
}

export function subset(actual: Result | undefined, expected: Result): string | undefined {
  return Object.entries(expected)
    .map(([key, value]) => same(actual?.[key], value)?.replace(/^/, `${key} `))
    .find(Boolean)
}

/** Of objects within objects only what is named must be there, of lists everything. */
export function deepSubset(actual: unknown, expected: unknown): string | undefined {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return same(actual, expected)
    return expected.map((value, index) => deepSubset(actual[index], value)).find(Boolean)
  }
  if (typeof expected !== 'object' || expected === null || expected instanceof ArrayBuffer) return same(actual, expected)
  return Object.entries(expected)
    .map(([key, value]) => deepSubset((actual as Result | undefined)?.[key], value)?.replace(/^/, `${key} `))
    .find(Boolean)
}

/** What the app holds after a call, in a word. */
export function kindOf(value: unknown): string {
  if (typeof (value as PromiseLike<unknown> | undefined)?.then === 'function') return 'promise'
  const { abort, close } = Object(value) as Result
  return typeof abort === 'function' || typeof close === 'function' ? 'task' : typeof value
}

export function lacking(names: readonly string[], object: unknown): string | undefined {
  return names.find((name) => typeof (Object(object) as Result)[name] !== 'function')?.concat(' is missing')
}

/** `true`, how many, or which of them ran before the call returned. */
export function sameSync(sync: readonly string[], expected: boolean | number | readonly string[]): string | undefined {
  return same(typeof expected === 'boolean' ? sync.length > 0 : typeof expected === 'number' ? sync.length : sync, expected)
}

export function isAfter(took: number, expected: number): string | undefined {
  return Math.abs(took - expected) <= expected / 10 ? undefined : `expected it after ${expected} ms, it took ${took} ms`
}
