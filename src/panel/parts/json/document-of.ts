import type { Json } from '../../../contract/event/json.ts'
import { toJson } from '../../../contract/to-json.ts'
import { type JsonDocument, readJson } from './json-document.ts'

/** A value as a document, for what did not come as text. */
export function documentOf(value: Json): JsonDocument {
  return readJson(textOf(value)) as JsonDocument
}

/** A value as JSON on one line. */
export function textOf(value: Json): string {
  try {
    return toJson(value)
  } catch {
    return writeJson(value)
  }
}

/** JSON on one line, of a value of any depth: JSON.stringify runs out of stack. */
function writeJson(root: Json): string {
  const parts: string[] = []
  /** What is still to be written, last first: texts stand as they are. */
  const rest: ({ readonly text: string } | { readonly value: Json })[] = [{ value: root }]
  for (let next = rest.pop(); next; next = rest.pop()) {
    if ('text' in next) {
      parts.push(next.text)
      continue
    }
    const { value } = next
    if (value === null || typeof value !== 'object') {
      parts.push(JSON.stringify(value))
      continue
    }
    const list = Array.isArray(value)
    const entries = list ? value.map((child: Json) => ['', child] as const) : Object.entries(value)
    rest.push({ text: list ? ']' : '}' })
    for (let place = entries.length - 1; place >= 0; place -= 1) {
      const [key, child] = entries[place] as readonly [string, Json]
      rest.push({ value: child }, { text: `${place > 0 ? ',' : ''}${list ? '' : `${JSON.stringify(key)}:`}` })
    }
    parts.push(list ? '[' : '{')
  }
  return parts.join('')
}
