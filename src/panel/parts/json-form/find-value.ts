import { isContainer, type JsonDocument, textOfKey, textOfValue } from '../json/json-document.ts'

/** The first value after another whose key, or whose text, has the words; from the start again where none follows. */
export function findValue(json: JsonDocument, text: string, after: number): number | undefined {
  const words = text.trim().toLowerCase()
  if (words === '') return undefined
  const count = json.starts.length
  for (let step = 1; step <= count; step += 1) {
    const node = (after + step + count) % count
    if (textOfKey(json, node)?.toLowerCase().includes(words)) return node
    if (!isContainer(json, node) && textOfValue(json, node).toLowerCase().includes(words)) return node
  }
  return undefined
}
