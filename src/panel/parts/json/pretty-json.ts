import { isList, type JsonDocument } from './json-document.ts'

/** The document with a line for each value. No digit, key or order of it changes. */
export function prettyJson(json: JsonDocument): string {
  const { text, starts, ends, keys, counts, nexts, parents, places, depths } = json
  const parts: string[] = []
  const closing: number[] = []
  for (let node = 0; node < starts.length; node += 1) {
    while (closing.length > 0 && node >= (nexts[closing.at(-1) as number] as number)) close(closing.pop() as number)
    if (node > 0) parts.push(`${(places[node] as number) > 0 ? ',' : ''}\n${'  '.repeat(depths[node] as number)}`)
    const key = keys[node] as number
    if (key >= 0) parts.push(`${text.slice(key, text.lastIndexOf('"', text.lastIndexOf(':', (starts[node] as number) - 1)) + 1)}: `)
    if (counts[node] === 0) {
      const raw = text.slice(starts[node], ends[node])
      parts.push(raw.startsWith('{') ? '{}' : raw.startsWith('[') ? '[]' : raw)
    } else {
      parts.push(isList(json, node) ? '[' : '{')
      closing.push(node)
    }
  }
  while (closing.length > 0) close(closing.pop() as number)
  return parts.join('')

  function close(node: number): void {
    parts.push(`\n${'  '.repeat(parents[node] === -1 ? 0 : (depths[node] as number))}${isList(json, node) ? ']' : '}'}`)
  }
}

/** Where a text stops being JSON; `undefined` for one that is. Places are told from 1, where the browser tells them. */
export function faultOfJson(
  text: string,
): { readonly message: string; readonly at?: number; readonly line?: number; readonly column?: number } | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const at = placeIn(message, text)
    const short = message
      .replace(/ \(line \d+ column \d+\)$/, '')
      .replace(/ in JSON at position \d+$/, '')
      .replace(/, ?"?\.{3}.*$/s, '')
    if (at === undefined) return { message: short }
    const before = text.slice(0, at)
    const line = before.split('\n').length
    return { message: short, at, line, column: at - before.lastIndexOf('\n') }
  }
}

function placeIn(message: string, text: string): number | undefined {
  const position = /at position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return Number(position)
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  if (line !== undefined && column !== undefined) {
    const lines = text.split('\n').slice(0, Number(line) - 1)
    return lines.reduce((sum, each) => sum + each.length + 1, 0) + Number(column) - 1
  }
  return /unexpected end/i.test(message) ? text.length : undefined
}
