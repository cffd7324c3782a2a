/** Joins repeated headers with `,` (HDR-12), under the first spelling of the name. */
export function joinHeaders(lines: Iterable<readonly [name: string, value: string]>): Readonly<Record<string, string>> {
  const joined = new Map<string, [name: string, value: string]>()
  for (const [name, value] of lines) {
    const before = joined.get(name.toLowerCase())
    if (before) before[1] += `,${value}`
    else joined.set(name.toLowerCase(), [name, value])
  }
  return Object.fromEntries(joined.values())
}
