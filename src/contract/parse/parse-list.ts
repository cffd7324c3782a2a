import * as v from 'valibot'
import { InspectorError, type Issue } from '../inspector-error.ts'
import { toJson } from '../to-json.ts'
import { isRecord } from './parse-words.ts'
import { isSound, keepSound } from './sound.ts'

/**
 * A list of things with an `id` from outside; `what` is its name in paths and messages. Throws InspectorError `bad-rules` that names every
 * fault. What comes back is frozen, and shares nothing with `input` but things that came out of here: those are taken as they are, so that
 * of a thousand the one that was changed is read anew.
 */
export function parseList<Item>(what: 'rules' | 'scenarios', schema: v.GenericSchema, input: unknown): readonly Item[] {
  const given: readonly unknown[] | undefined = Array.isArray(input) ? Array.from(input) : undefined
  const places = given?.flatMap((each, place) => (isSound(each) ? [] : [place]))
  const json = jsonFor(what, places ? places.map((place) => given?.[place]) : input)
  const plain: unknown = JSON.parse(json)
  const result = v.safeParse(schema, plain, { abortPipeEarly: true })
  const faults = (result.issues ?? []).map((issue): Issue => ({ path: pathIn(what, issue.path, places), message: issue.message }))
  const list = given ? withRead(given, places ?? [], plain) : plain
  const issues = [...faults, ...repeatedIds(what, list)]
  if (issues.length === 0) {
    const read = plain as readonly object[]
    for (const each of read) keepSound(each, read.length === 1 ? json.slice(1, -1) : undefined)
    return Object.freeze(list) as readonly Item[]
  }
  throw new InspectorError(
    'bad-rules',
    `The ${what} have ${issues.length} ${issues.length === 1 ? 'fault' : 'faults'}; nothing was changed.`,
    { issues },
  )
}

/** What survives JSON: this drops functions, detaches the result from the caller's objects and keeps a `__proto__` key as data. */
function jsonFor(what: string, input: unknown): string {
  try {
    return toJson(input) ?? 'null'
  } catch (cause) {
    throw new InspectorError('bad-rules', `The ${what} are not JSON.`, { issues: [{ path: what, message: String(cause) }], cause })
  }
}

/** The list with what was read at its places. */
function withRead(given: readonly unknown[], places: readonly number[], read: unknown): unknown {
  if (!Array.isArray(read)) return read
  const list = [...given]
  places.forEach((place, nth) => {
    list[place] = read[nth]
  })
  return list
}

/** `places` are those of what was read, where that was not all. */
function pathIn(what: string, path: readonly { readonly key?: unknown }[] = [], places?: readonly number[]): string {
  const keys = path.map(({ key }, depth) => (depth === 0 && typeof key === 'number' ? (places?.[key] ?? key) : key))
  return `${what}${keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')}`
}

/** Told beside every other fault, so that a second look is not needed. */
function repeatedIds(what: 'rules' | 'scenarios', list: unknown): Issue[] {
  const first = new Map<unknown, number>()
  const issues: Issue[] = []
  if (!Array.isArray(list)) return issues
  const one = what.slice(0, -1)
  list.forEach((value: unknown, index) => {
    const id = isRecord(value) ? value['id'] : undefined
    if (typeof id !== 'string') return
    const before = first.get(id)
    if (before === undefined) first.set(id, index)
    else issues.push({ path: `${what}[${index}].id`, message: `is the id of ${one} ${before} as well: every ${one} needs its own` })
  })
  return issues
}
