import { headerValue } from '../../../contract/event/header-value.ts'
import type { Json } from '../../../contract/event/json.ts'
import type { MockAnswer } from '../../../contract/mock/mock-rule.ts'
import { losslessJson } from '../../../mocks/lossless-json.ts'
import { textOf } from '../../parts/json/document-of.ts'
import { type JsonDocument, readJson } from '../../parts/json/json-document.ts'

export type ResponseAnswer = MockAnswer & { readonly kind: 'response' }

/** Characters from which on a body stays text: to tell whether it can be data would be felt with each change. */
const STAYS_TEXT = 100_000

/** The body of an answer as text; `undefined` for bytes. */
export function textOfBody({ body }: ResponseAnswer): string | undefined {
  if (!body) return ''
  if ('text' in body) return body.text
  if ('json' in body) return textOf(body.json)
  if ('mockjs' in body) return textOf(body.mockjs)
  return 'template' in body ? textOf(body.template) : undefined
}

interface ReadBody {
  /** `undefined` for bytes. */
  readonly text: string | undefined
  /** `undefined` for what is no JSON. */
  readonly json: JsonDocument | undefined
}

const bodies = new WeakMap<object, ReadBody>()

/** The body of an answer as text and as JSON, which is read once: of a megabyte that takes as long as a frame. */
export function readBody(answer: ResponseAnswer): ReadBody {
  const known = answer.body && bodies.get(answer.body)
  if (known) return known
  const text = textOfBody(answer)
  const read = { text, json: text === undefined ? undefined : readJson(text) }
  if (answer.body) bodies.set(answer.body, read)
  return read
}

/** The answer with another body: data where JavaScript can hold it, else text to the digit. Templates stay what they are. */
export function withBodyText(answer: ResponseAnswer, text: string): ResponseAnswer {
  const { body: before, headers, ...rest } = answer
  const json = text.length < STAYS_TEXT ? losslessJson(text) : undefined
  if (before && 'mockjs' in before && json !== undefined) return { ...answer, body: { ...before, mockjs: json } }
  if (before && 'template' in before && json !== undefined) return { ...answer, body: { template: json } }
  const wasJson = before !== undefined && ('json' in before || 'template' in before || 'mockjs' in before)
  const type = headerValue(flat(headers), 'content-type')
  if (json !== undefined && (wasJson || /[/+]json\b/.test(type ?? 'text/json'))) return { ...answer, body: { json: json as Json } }
  const typed = type === undefined && wasJson ? { 'content-type': 'application/json', ...headers } : headers
  return { ...rest, ...(typed && { headers: typed }), ...(text !== '' && { body: { text } }) }
}

function flat(headers: ResponseAnswer['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, [value].flat().join(', ')]))
}
