/**
 * JSON as it came: where each value stands in the text. Nothing of it is read into a number or an object, so that no digit is rounded,
 * no repeated key is lost and no key moves. Values are numbered in the order in which they begin, the whole is 0.
 */
export interface JsonDocument {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Where the key of a value begins, with its quotation mark; -1 for one without. */
  readonly keys: readonly number[]
  /** The first value that is no longer in this one. */
  readonly nexts: readonly number[]
  /** How many values are directly in it. */
  readonly counts: readonly number[]
  readonly parents: readonly number[]
  /** From 0, among its siblings. */
  readonly places: readonly number[]
  readonly depths: readonly number[]
}

const BLANKS = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const HEX = /^[\da-f]{4}$/i

/** Reads what JSON.parse reads, and a byte order mark before it; `undefined` for all else. Does not recurse, so depth cannot break it. */
export function readJson(text: string): JsonDocument | undefined {
  const nodes = {
    starts: [] as number[],
    ends: [] as number[],
    keys: [] as number[],
    nexts: [] as number[],
    counts: [] as number[],
    parents: [] as number[],
    places: [] as number[],
    depths: [] as number[],
  }
  const { starts, ends, nexts, counts, parents } = nodes
  const add = (at: number, key: number, parent: number): number => {
    starts.push(at)
    ends.push(at)
    nodes.keys.push(key)
    nexts.push(starts.length)
    counts.push(0)
    parents.push(parent)
    nodes.places.push(parent < 0 ? 0 : (counts[parent] as number))
    nodes.depths.push(parent < 0 ? 0 : (nodes.depths[parent] as number) + 1)
    if (parent >= 0) counts[parent] = (counts[parent] as number) + 1
    return starts.length - 1
  }

  let at = skipBlanks(text, text.startsWith('\ufeff') ? 1 : 0)
  let parent = -1
  for (;;) {
    let key = -1
    if (parent >= 0 && text[starts[parent] as number] === '{') {
      key = at
      const end = endOfString(text, at)
      if (end < 0) return undefined
      at = skipBlanks(text, end)
      if (text[at] !== ':') return undefined
      at = skipBlanks(text, at + 1)
    }
    const node = add(at, key, parent)
    const opens = text[at] === '{' || text[at] === '['
    const inside = opens ? skipBlanks(text, at + 1) : at
    if (opens && text[inside] !== closingOf(text, at)) {
      parent = node
      at = inside
      continue
    }
    at = opens ? inside + 1 : endOfScalar(text, at)
    if (at < 0) return undefined
    ends[node] = at
    // Then comes a sibling, or the end of one parent or more.
    for (at = skipBlanks(text, at); ; at = skipBlanks(text, at + 1)) {
      if (parent < 0) return at === text.length ? { text, ...nodes } : undefined
      if (text[at] === ',') break
      if (text[at] !== closingOf(text, starts[parent] as number)) return undefined
      ends[parent] = at + 1
      nexts[parent] = starts.length
      parent = parents[parent] as number
    }
    at = skipBlanks(text, at + 1)
  }
}

/** The value to which a character of the text belongs, its key included. */
export function nodeAt({ starts, keys }: JsonDocument, at: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    const key = keys[middle] as number
    if ((key < 0 ? (starts[middle] as number) : key) <= at) low = middle
    else high = middle
  }
  return low
}

/** The values that a value is in, the nearest first. */
export function parentsOf({ parents }: JsonDocument, node: number): readonly number[] {
  const found: number[] = []
  for (let each = parents[node] as number; each >= 0; each = parents[each] as number) found.push(each)
  return found
}

/** The text of a value, as it came. */
export function textOfValue({ text, starts, ends }: JsonDocument, node: number): string {
  return text.slice(starts[node], ends[node])
}

/** The text of a key, as it came, without its quotation marks; `undefined` for a value without one. */
export function textOfKey({ text, keys }: JsonDocument, node: number): string | undefined {
  const start = keys[node] as number
  return start < 0 ? undefined : text.slice(start + 1, endOfString(text, start) - 1)
}

export function isList({ text, starts }: JsonDocument, node: number): boolean {
  return text[starts[node] as number] === '['
}

export function isContainer(json: JsonDocument, node: number): boolean {
  return isList(json, node) || json.text[json.starts[node] as number] === '{'
}

/** What a string or a key means. */
export function meaningOf(inner: string): string {
  return inner.includes('\\') ? (JSON.parse(`"${inner}"`) as string) : inner
}

/**
 * Where a value is, as the rules read it: `$.data.list[0]["a-b"]`. `undefined` where a later key of the same name takes its place
 * for whoever parses the text.
 */
export function pathOf(json: JsonDocument, node: number): string | undefined {
  const steps: string[] = []
  for (let here = node; here > 0; here = json.parents[here] as number) {
    const inner = textOfKey(json, here)
    if (inner === undefined) {
      steps.push(`[${json.places[here]}]`)
      continue
    }
    const key = meaningOf(inner)
    if (hasLaterTwin(json, here, key)) return undefined
    steps.push(/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`)
  }
  return `$${steps.reverse().join('')}`
}

function hasLaterTwin(json: JsonDocument, node: number, key: string): boolean {
  const end = json.nexts[json.parents[node] as number] as number
  for (let sibling = json.nexts[node] as number; sibling < end; sibling = json.nexts[sibling] as number) {
    if (meaningOf(textOfKey(json, sibling) as string) === key) return true
  }
  return false
}

function skipBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at
  return at + (BLANKS.exec(text)?.[0].length ?? 0)
}

function closingOf(text: string, at: number): string {
  return text[at] === '{' ? '}' : ']'
}

/** -1 where no value stands. */
function endOfScalar(text: string, at: number): number {
  if (text[at] === '"') return endOfString(text, at)
  const pattern = /[-\d]/.test(text[at] ?? '') ? NUMBER : WORD
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

/** By hand: a regular expression would need a stack as long as the string. */
function endOfString(text: string, start: number): number {
  if (text[start] !== '"') return -1
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at + 1
    if (code < 0x20) return -1
    if (code !== 0x5c) continue
    at += 1
    if (text[at] === 'u') {
      if (!HEX.test(text.slice(at + 1, at + 5))) return -1
      at += 4
    } else if (!'"\\/bfnrt'.includes(text[at] ?? ' ')) return -1
  }
  return -1
}
