import { jsonOf } from '../../contract/parse/sound.ts'
import { isObject } from '../../contract/read-values.ts'
import { toJson } from '../../contract/to-json.ts'

type Choices = Readonly<Record<string, unknown>>

/** One thing that a person chose or took back (`undefined`), and when: a count that grows with each change seen, and the tab that made it. */
interface Entry {
  readonly value: unknown
  readonly count: number
  readonly tab: string
}

/**
 * Choices in pieces that are merged one by one, the newer of each: a setting, a rule, a scenario. What was taken back stays as an entry, so that a
 * tab that has not heard of it does not bring it back.
 */
export type Entries = ReadonlyMap<string, Entry>

/** Choices that are lists, of which two tabs may change different parts. */
const LISTS = ['rules', 'scenarios'] as const

/** What was taken back is remembered for so many things. */
const MOST_TAKEN_BACK = 500

/** The choices with `wanted` in the place of what they were; what differs counts as newer than all of it and of `stored`. */
export function nextEntries(before: Entries, wanted: Choices, stored: Entries, tab: string): Entries {
  const pieces = split(wanted)
  const next = new Map(before)
  const count = [...before.values(), ...stored.values()].reduce((most, entry) => Math.max(most, entry.count), 0) + 1
  for (const key of new Set([...before.keys(), ...pieces.keys()])) {
    const [entry, value] = [before.get(key), pieces.get(key)]
    if (entry?.value === value) continue
    // The newer object of two that say the same, so that they are not compared again.
    next.set(key, entry && isSame(entry.value, value) ? { ...entry, value } : { value, count, tab })
  }
  return next
}

function isSame(a: unknown, b: unknown): boolean {
  return isObject(a) && isObject(b) ? jsonOf(a) === jsonOf(b) : toJson(a) === toJson(b)
}

/** The newer of each. */
export function mergeEntries(mine: Entries, theirs: Entries): Entries {
  const merged = new Map(theirs)
  for (const [key, entry] of mine) {
    const other = theirs.get(key)
    if (!other || isNewer(entry, other) || isOfOneChange(entry, other)) merged.set(key, entry)
  }
  return merged
}

/** Whether `merged` has something that `stored` has not. */
export function isAhead(merged: Entries, stored: Entries): boolean {
  return [...merged].some(([key, entry]) => {
    const other = stored.get(key)
    return other ? isNewer(entry, other) : entry.value !== undefined
  })
}

/** Of two that say the same, the one that was not just read from the storage is kept: whoever knows it need not look at it again. */
function isOfOneChange(a: Entry, b: Entry): boolean {
  return a.count > 0 && a.count === b.count && a.tab === b.tab
}

function isNewer(a: Entry, b: Entry): boolean {
  return a.count === b.count ? a.tab > b.tab : a.count > b.count
}

/** What is stored beside the choices: when each was made, and what was taken back. */
export function entriesOf(entries: Entries): { readonly made: Readonly<Record<string, readonly [count: number, tab: string]>> } {
  const gone = [...entries].filter(([, { value }]) => value === undefined).sort(([, a], [, b]) => b.count - a.count)
  const forgotten = new Set(gone.slice(MOST_TAKEN_BACK).map(([key]) => key))
  return { made: Object.fromEntries([...entries].flatMap(([key, { count, tab }]) => (forgotten.has(key) ? [] : [[key, [count, tab]]]))) }
}

/** What is stored, in pieces. Whatever has no count, as versions before wrote it, is older than everything. */
export function readEntries(choices: Choices, stored: object): Entries {
  const made = (stored as { made?: unknown }).made
  const counts = new Map(Object.entries(isObject(made) ? made : {}))
  const pieces = split(choices)
  const entries = new Map<string, Entry>()
  for (const key of new Set([...counts.keys(), ...pieces.keys()])) {
    const stamp: unknown = counts.get(key)
    const [count, tab]: readonly unknown[] = Array.isArray(stamp) ? stamp : []
    entries.set(key, {
      value: pieces.get(key),
      count: typeof count === 'number' && Number.isSafeInteger(count) ? count : 0,
      tab: typeof tab === 'string' ? tab : '',
    })
  }
  return entries
}

/** The choices that the pieces make. */
export function valuesOf(entries: Entries): Choices {
  const choices: Record<string, unknown> = {}
  for (const [key, { value }] of entries) if (value !== undefined && !listOf(key)) choices[key] = value
  const rules = join(entries, 'rules')
  if (rules) choices['rules'] = rules
  const scenarios = join(entries, 'scenarios')
  if (scenarios) choices['scenarios'] = scenarios['own']
  return choices
}

function split(choices: Choices): Map<string, unknown> {
  const pieces = new Map<string, unknown>()
  for (const [path, value] of Object.entries(choices)) {
    if (path === 'scenarios' && Array.isArray(value)) put(pieces, path, { own: value, order: value.map(idOf) })
    else if (path === 'rules' && isObject(value)) put(pieces, path, value)
    else pieces.set(path, value)
  }
  return pieces
}

function put(pieces: Map<string, unknown>, path: string, { own, removed, order }: Readonly<Record<string, unknown>>): void {
  pieces.set(`${path}/order`, order)
  for (const each of Array.isArray(own) ? own : []) pieces.set(`${path}/own/${idOf(each)}`, each)
  for (const id of Array.isArray(removed) ? removed : []) pieces.set(`${path}/removed/${id}`, id)
}

function idOf(each: unknown): string {
  return isObject(each) ? String(each['id']) : ''
}

function listOf(key: string): boolean {
  return LISTS.some((path) => key.startsWith(`${path}/`))
}

/** Things whose place is not known come last, as `applyRuleChoices` has it. */
function join(entries: Entries, path: (typeof LISTS)[number]): Readonly<Record<string, unknown>> | undefined {
  const order = entries.get(`${path}/order`)?.value
  const valuesAt = (start: string) =>
    [...entries].flatMap(([key, { value }]) => (key.startsWith(start) && value !== undefined ? [value] : []))
  const own = valuesAt(`${path}/own/`)
  const removed = valuesAt(`${path}/removed/`)
  if (order === undefined && own.length + removed.length === 0) return undefined
  const places = new Map((Array.isArray(order) ? order : []).map((id, nth) => [id, nth]))
  const placeOf = (each: unknown) => places.get(idOf(each)) ?? places.size
  return { own: own.sort((a, b) => placeOf(a) - placeOf(b)), removed, order: order ?? [] }
}
