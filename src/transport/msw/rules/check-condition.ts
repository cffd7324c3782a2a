import type { Json } from '../../../contract/event/json.ts'
import type { Condition } from '../../../contract/mock/mock-rule.ts'
import { regexOf } from '../../../contract/regex/written-regex.ts'
import { toJson } from '../../../contract/to-json.ts'
import type { CallFacts } from '../call/call-facts.ts'
import { compileRegex } from './compile-regex.ts'
import { compilePath } from './json-path.ts'

/** What a condition is evaluated against. */
export interface Seen {
  readonly facts: CallFacts
  /** `undefined` unless some condition of the rule needs the body. */
  readonly body: unknown
  /** The number of this hit, from 1. */
  readonly call: number
}

/** Compiles a condition to a predicate. It reads only what the condition names, and never runs code of the rule. */
export function compileCondition(condition: Condition): (seen: Seen) => boolean {
  const valuesOf = compileReader(condition)
  const test = compileTest(condition)
  const { not = false } = condition
  return (seen) => valuesOf(seen).some(test) !== not
}

/** What a call has where a condition looks. */
export function readValues(condition: Condition, seen: Seen): readonly unknown[] {
  return compileReader(condition)(seen)
}

/** The values to compare: several for a repeated query key, none if absent. */
function compileReader({ on, name = '' }: Condition): (seen: Seen) => readonly unknown[] {
  switch (on) {
    case 'query':
      return ({ facts }) => facts.query.getAll(name)
    case 'header':
      return ({ facts }) => present(facts.header(name))
    case 'cookie':
      return ({ facts }) => present(facts.cookie(name))
    case 'body': {
      const read = compilePath(name)
      return ({ body }) => present(read(body))
    }
    case 'call':
      return ({ call }) => [call]
  }
}

const present = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value])

function compileTest({ operator, value }: Condition): (actual: unknown) => boolean {
  switch (operator) {
    case 'exists':
      return () => true
    case 'equals':
      return (actual) => isEqual(actual, value)
    case 'contains':
      return (actual) => (Array.isArray(actual) ? actual.some((item) => isEqual(item, value)) : textOf(actual).includes(textOf(value)))
    case 'matches': {
      const { source, flags } = regexOf(textOf(value)) ?? { source: textOf(value), flags: '' }
      const find = compileRegex(source, flags)
      return (actual) => find(textOf(actual)) !== null
    }
    case '<':
      return (actual) => actual !== '' && Number(actual) < Number(value)
    case '>':
      return (actual) => actual !== '' && Number(actual) > Number(value)
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (toJson(value) ?? ''))

/** Deep equality of JSON, in any order of keys. A value that is text (query, header, cookie) also equals the number it spells. */
function isEqual(actual: unknown, wanted: Json | undefined): boolean {
  if (actual === wanted) return true
  if (typeof actual === 'string') return (typeof wanted === 'number' || typeof wanted === 'boolean') && actual === String(wanted)
  if (typeof actual !== 'object' || typeof wanted !== 'object' || actual === null || wanted === null) return false
  if (Array.isArray(actual) !== Array.isArray(wanted)) return false
  const keys = Object.keys(actual)
  return (
    keys.length === Object.keys(wanted).length &&
    keys.every(
      (key) => Object.hasOwn(wanted, key) && isEqual((actual as Record<string, unknown>)[key], (wanted as Record<string, Json>)[key]),
    )
  )
}
