import { textToBytes } from '../../contract/byte-text.ts'
import { type BodySnapshot, NO_BODY } from '../../contract/event/body-snapshot.ts'
import { countAt, EntryFault, objectAt, own, pairsAt, textAt } from './har-values.ts'
import { utf8Size } from './utf8-size.ts'

type HarObject = Readonly<Record<string, unknown>>

/** Media types whose base64 is text that a tool wrote so. */
const TEXTUAL = /^text\/|[/+](?:json|xml|javascript|x-www-form-urlencoded)\b/i

/** The body of a request. */
export function postedBody(request: HarObject, path: string): BodySnapshot {
  const data = objectAt(request, 'postData', path)
  const size = countAt(request, 'bodySize', path) ?? 0
  if (!data) return size > 0 ? { kind: 'omitted', size, why: 'not-read' } : NO_BODY
  const at = `${path}.postData`
  const type = textAt(data, 'mimeType', at) ?? ''
  const text = textAt(data, 'text', at)
  if (text) return bodyOf(text, own(data, 'encoding') ?? own(data, '_encoding'), type, 0, `${at}.text`)
  const fields = pairsAt(data, 'params', at)
  if (fields.length === 0) return size > 0 ? { kind: 'omitted', size, why: 'not-read' } : NO_BODY
  // The parts of a multipart body do not tell its bytes.
  if (/^multipart\//i.test(type)) return { kind: 'omitted', size, why: 'not-read' }
  return bodyOf(fields.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&'), undefined, type, 0, at)
}

/** The body of a response. */
export function contentBody(response: HarObject, path: string): BodySnapshot {
  const content = objectAt(response, 'content', path)
  if (!content) return NO_BODY
  const at = `${path}.content`
  const size = countAt(content, 'size', at) ?? 0
  const text = textAt(content, 'text', at)
  if (!text) return size > 0 ? { kind: 'omitted', size, why: 'not-read' } : NO_BODY
  return bodyOf(text, own(content, 'encoding'), textAt(content, 'mimeType', at) ?? '', size, `${at}.text`)
}

/** `told` is the size that the file gives: more than the text has where a tool kept the beginning only. */
function bodyOf(text: string, encoding: unknown, type: string, told: number, path: string): BodySnapshot {
  if (encoding !== 'base64') return whole({ kind: 'text', text }, utf8Size(text), told)
  const base64 = text.replace(/\s+/g, '')
  const bytes = textToBytes(base64, 'base64')
  if (!bytes) throw new EntryFault(path, 'is not base64, though its encoding says so')
  const plain = TEXTUAL.test(type) ? decodeWhole(bytes) : undefined
  return whole(plain === undefined ? { kind: 'base64', base64 } : { kind: 'text', text: plain }, bytes.byteLength, told)
}

function whole(body: { kind: 'text'; text: string } | { kind: 'base64'; base64: string }, held: number, told: number): BodySnapshot {
  if (held === 0 && told === 0) return NO_BODY
  return told > held ? { ...body, size: told, kept: held } : { ...body, size: held }
}

function decodeWhole(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
