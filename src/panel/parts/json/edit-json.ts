import { isList, type JsonDocument } from './json-document.ts'

/** A change of a text: what stands from one place to another is replaced. All else stays as it came, blanks and digits included. */
export interface Splice {
  readonly from: number
  readonly to: number
  readonly insert: string
}

export function applySplice(text: string, { from, to, insert }: Splice): string {
  return text.slice(0, from) + insert + text.slice(to)
}

/** Several at once, in the order of the text; none may lie in another. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to, insert } of splices) {
    parts.push(text.slice(at, from), insert)
    at = to
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** Puts the text of a value in the place of another. */
export function replaceValue({ starts, ends }: JsonDocument, node: number, insert: string): Splice {
  return { from: starts[node] as number, to: ends[node] as number, insert }
}

export function renameKey({ starts, keys, text }: JsonDocument, node: number, key: string): Splice {
  const from = keys[node] as number
  const colon = text.lastIndexOf(':', (starts[node] as number) - 1)
  const end = text.lastIndexOf('"', colon) + 1
  return { from, to: end, insert: JSON.stringify(key) }
}

/** Takes a value out of its list or object, with its key and one comma. */
export function removeValue(json: JsonDocument, node: number): Splice {
  const place = json.places[node] as number
  const next = siblingAfter(json, node)
  if (next !== undefined) return { from: beginOf(json, node), to: beginOf(json, next), insert: '' }
  if (place > 0) return { from: json.ends[siblingBefore(json, node) as number] as number, to: json.ends[node] as number, insert: '' }
  return { from: beginOf(json, node), to: json.ends[node] as number, insert: '' }
}

/** Puts a value at the end of a list, or under a key of an object. */
export function appendValue(json: JsonDocument, parent: number, insert: string, key?: string): Splice {
  const entry = key === undefined ? insert : `${JSON.stringify(key)}:${afterColon(json, parent)}${insert}`
  const last = lastChild(json, parent)
  if (last === undefined) return { from: (json.starts[parent] as number) + 1, to: (json.ends[parent] as number) - 1, insert: entry }
  const at = json.ends[last] as number
  return { from: at, to: at, insert: `,${gapBefore(json, last)}${entry}` }
}

/** Puts copies of an item of a list right after it. */
export function repeatValue(json: JsonDocument, node: number, times: number): Splice {
  const at = json.ends[node] as number
  const copy = `,${gapBefore(json, node)}${json.text.slice(json.starts[node], at)}`
  return { from: at, to: at, insert: copy.repeat(times) }
}

/** Changes places with the sibling before or after it; `undefined` where there is none. */
export function moveValue(json: JsonDocument, node: number, by: -1 | 1): Splice | undefined {
  const other = by < 0 ? siblingBefore(json, node) : siblingAfter(json, node)
  if (other === undefined) return undefined
  const [first, second] = by < 0 ? [other, node] : [node, other]
  const textOf = (each: number) => json.text.slice(beginOf(json, each), json.ends[each])
  const between = json.text.slice(json.ends[first], beginOf(json, second))
  return {
    from: beginOf(json, first),
    to: json.ends[second] as number,
    insert: `${textOf(second)}${between}${textOf(first)}`,
  }
}

/** What turns one text into another, as one change. */
export function spliceBetween(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before.charCodeAt(from) === after.charCodeAt(from)) from += 1
  let back = 0
  while (back < most - from && before.charCodeAt(before.length - 1 - back) === after.charCodeAt(after.length - 1 - back)) back += 1
  return { from, to: before.length - back, insert: after.slice(from, after.length - back) }
}

/** Which value of the changed document a value has become; `undefined` for one that went. */
export function followValue(before: JsonDocument, after: JsonDocument, { from, to }: Splice, node: number): number | undefined {
  const start = before.starts[node] as number
  if (start < from) return node
  if (start < to) return undefined
  return node + after.starts.length - before.starts.length
}

/** The value that stands in the same place of another document: under the same keys, at the same places of lists. */
export function twinOf(json: JsonDocument, node: number, other: JsonDocument): number | undefined {
  const way: number[] = []
  for (let here = node; here > 0; here = json.parents[here] as number) way.push(here)
  let twin = 0
  for (const step of way.reverse()) {
    const inList = isList(json, json.parents[step] as number)
    const wanted = inList ? undefined : keyTextOf(json, step)
    if (isList(other, twin) !== inList) return undefined
    const found = childrenOf(other, twin).find((child) =>
      inList ? other.places[child] === json.places[step] : keyTextOf(other, child) === wanted,
    )
    if (found === undefined) return undefined
    twin = found
  }
  return twin
}

export function childrenOf(json: JsonDocument, parent: number): readonly number[] {
  const children: number[] = []
  const end = json.nexts[parent] as number
  if (json.counts[parent] === 0) return children
  for (let child = parent + 1; child < end; child = json.nexts[child] as number) children.push(child)
  return children
}

function keyTextOf({ text, keys, starts }: JsonDocument, node: number): string {
  return text.slice(keys[node], text.lastIndexOf('"', text.lastIndexOf(':', (starts[node] as number) - 1)) + 1)
}

function beginOf({ keys, starts }: JsonDocument, node: number): number {
  const key = keys[node] as number
  return key < 0 ? (starts[node] as number) : key
}

function siblingAfter({ nexts, parents }: JsonDocument, node: number): number | undefined {
  const next = nexts[node] as number
  const parent = parents[node] as number
  return parent >= 0 && next < (nexts[parent] as number) ? next : undefined
}

function siblingBefore(json: JsonDocument, node: number): number | undefined {
  const siblings = childrenOf(json, json.parents[node] as number)
  return siblings[(json.places[node] as number) - 1]
}

function lastChild(json: JsonDocument, parent: number): number | undefined {
  return childrenOf(json, parent).at(-1)
}

/** The blanks before a value: those after the comma, or after the bracket that it follows. */
function gapBefore(json: JsonDocument, node: number): string {
  const begin = beginOf(json, node)
  let from = begin
  while (/[ \t\r\n]/.test(json.text[from - 1] ?? '')) from -= 1
  return json.text.slice(from, begin)
}

/** Whether the document writes a blank after a colon. */
function afterColon(json: JsonDocument, parent: number): string {
  const [first] = childrenOf(json, parent)
  return first !== undefined && /\s/.test(json.text[(json.starts[first] as number) - 1] ?? '') ? ' ' : ''
}
