import { toJson } from '../to-json.ts'

/** Characters of JSON that are kept beside what they say; of longer ones the latest are. */
const LONGEST_KEPT = 100_000
const MOST_LONG = 4
const long = new Map<object, string>()

/** What was checked, by its JSON once that was asked for. */
const sound = new WeakMap<object, string | undefined>()

/** Remembers data that was read from JSON and found sound. It is frozen, so that it stays sound: nobody has to read it again. `json` is what it was read from. */
export function keepSound(data: object, json?: string): void {
  freeze(data)
  sound.set(data, undefined)
  if (json !== undefined) keepJson(data, json)
}

function keepJson(data: object, json: string): void {
  if (json.length <= LONGEST_KEPT) {
    sound.set(data, json)
    return
  }
  long.set(data, json)
  for (const oldest of [...long.keys()].slice(0, -MOST_LONG)) long.delete(oldest)
}

export function isSound(data: unknown): boolean {
  return sound.has(data as object)
}

/** The JSON of a rule or a scenario, which is written once as long as that is sound. */
export function jsonOf(data: object): string {
  const known = sound.get(data) ?? long.get(data)
  if (known !== undefined) return known
  const json = toJson(data)
  if (sound.has(data)) keepJson(data, json)
  return json
}

/** Whether two lists hold the same, in the same order. */
export function isSameList(a: readonly object[], b: readonly object[]): boolean {
  return a === b || (a.length === b.length && a.every((each, nth) => each === b[nth] || jsonOf(each) === jsonOf(b[nth] as object)))
}

/** Does not recurse, so depth cannot break it. */
function freeze(data: object): void {
  const left: object[] = [data]
  for (let next = left.pop(); next; next = left.pop()) {
    Object.freeze(next)
    for (const value of Object.values(next)) if (typeof value === 'object' && value !== null) left.push(value)
  }
}
