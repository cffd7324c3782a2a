import type { MockAnswer } from '../contract/mock/mock-rule.ts'
import { losslessJson } from './lossless-json.ts'

/** Headers that belong to one transfer, and not to the answer. */
const OF_THE_TRANSFER = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'server-timing',
  'set-cookie',
  'transfer-encoding',
])

/** Whether a response header is about one transfer. Set-Cookie is among them, since an answer has its cookies apart. */
export function isOfTransfer(name: string): boolean {
  return OF_THE_TRANSFER.has(name.toLowerCase()) || name.startsWith(':')
}

/** A response of a status, headers and a text; JSON that can be written again as it was becomes JSON. */
export function answerFromText(
  status: number,
  headers: readonly (readonly [name: string, value: string])[],
  text: string | undefined,
  { base64 = false, type }: { readonly base64?: boolean; readonly type?: string | undefined } = {},
): Extract<MockAnswer, { kind: 'response' }> {
  const byName = new Map<string, { readonly name: string; readonly values: string[] }>()
  for (const [name, value] of headers) {
    const known = byName.get(name.toLowerCase())
    if (known) known.values.push(value)
    else byName.set(name.toLowerCase(), { name, values: [value] })
  }
  const contentType = byName.get('content-type')?.values[0] ?? type
  const own = contentType !== undefined && !byName.has('content-type') ? [['Content-Type', contentType] as const] : []
  const all = [...own, ...[...byName.values()].map(({ name, values }) => [name, values.length > 1 ? values : (values[0] ?? '')] as const)]
  return {
    kind: 'response',
    ...(status !== 200 && { status }),
    ...(all.length > 0 && { headers: Object.fromEntries(all) }),
    ...(text !== undefined && text !== '' && { body: bodyOf(text, base64, contentType) }),
  }
}

function bodyOf(text: string, base64: boolean, type = '') {
  if (base64) return { base64: text.replace(/\s+/g, '') }
  const json = /[/+]json\b/.test(type) ? losslessJson(text) : undefined
  return json === undefined ? { text } : { json }
}
