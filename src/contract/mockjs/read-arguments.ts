/** The arguments of a placeholder, read as literals: numbers, texts in quotes, true, false, null and lists of these; anything else is text. */
export function readArguments(source: string): readonly unknown[] {
  if (source.trim() === '') return []
  try {
    const texts: string[] = []
    const json = source.replace(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g, (_, single?: string, double?: string) => {
      texts.push((single ?? double ?? '').replace(/\\(.)/g, '$1'))
      return JSON.stringify(`\u0000${texts.length - 1}`)
    })
    const quoted = json.replace(/([[,]|^)\s*(-?)\./g, '$1$20.')
    return (JSON.parse(`[${quoted}]`) as unknown[]).map((value) => restore(value, texts))
  } catch {
    return source.split(/,\s*/)
  }
}

function restore(value: unknown, texts: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => restore(item, texts))
  if (typeof value === 'string' && value.startsWith('\u0000')) return texts[Number(value.slice(1))] ?? ''
  return value
}
