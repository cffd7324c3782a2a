import type { DroppedHeader, HeaderList } from '../contract/event/task-event.ts'
import { toHeaders } from './to-headers.ts'

/** Splits the headers that WeChat would send into those a page may send and those it may not. */
export function pageHeaders(list: HeaderList): { readonly headers: Headers; readonly dropped: readonly DroppedHeader[] } {
  const headers = toHeaders(list)
  for (const [name, value] of [...headers]) if (!mayGo(name, value)) headers.delete(name)
  const dropped = list
    .filter(([name]) => !isIn(headers, name))
    .map(([name, value]) => ({ name, value, why: 'page' }) satisfies DroppedHeader)
  return { headers, dropped }
}

/** Headers whose verdict is remembered, most of which an app sends with every call. */
const MOST_REMEMBERED = 100
/** Characters of a name and a value. */
const LONGEST_REMEMBERED = 200
const remembered = new Map<string, boolean>()
let guarded: Headers | undefined

/** The headers of a Request silently ignore forbidden names. One Request serves all calls: creating one costs more than all the rest here. */
function mayGo(name: string, value: string): boolean {
  const line = `${name}:${value}`
  const known = remembered.get(line)
  if (known !== undefined) return known
  guarded ??= new Request('https://page.invalid/').headers
  guarded.set(name, value)
  const may = guarded.has(name)
  guarded.delete(name)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  if (line.length <= LONGEST_REMEMBERED) remembered.set(line, may)
  return may
}

function isIn(headers: Headers, name: string): boolean {
  try {
    return headers.has(name)
  } catch {
    // Not a valid header name.
    return false
  }
}
