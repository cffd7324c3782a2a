import { type JsonDocument, readJson } from '../../parts/json/json-document.ts'
import type { BodyContent } from './body-content.ts'

/** A way of showing a body. */
export type BodyForm = 'image' | 'json' | 'pairs' | 'html' | 'text' | 'hex'

export interface BodyForms {
  /** The most fitting first. */
  readonly forms: readonly BodyForm[]
  readonly json?: JsonDocument
  /** The type an image is shown as. */
  readonly imageType?: string
}

/** SVG is among them because it only ever goes through `<img>`. */
const IMAGE_TYPES = /^image\/(png|jpeg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon|svg\+xml)$/

const SIGNATURES: readonly (readonly [type: string, start: string])[] = [
  ['image/png', '\x89PNG\r\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF8'],
  ['image/bmp', 'BM'],
]

/** Which ways fit a body, by its declared type and, where that says nothing, by what is in it. */
export function formsOf(content: BodyContent, mime: string): BodyForms {
  const imageType = IMAGE_TYPES.test(mime)
    ? mime
    : mime === '' || mime === 'application/octet-stream'
      ? sniffImage(content.bytes())
      : undefined
  const readable = content.isUtf8() && !looksBinary(content.text())
  const text = readable ? content.text() : ''
  const json = readable ? readBody(text, mime) : undefined
  const forms: BodyForm[] = []
  if (imageType !== undefined) forms.push('image')
  if (json !== undefined) forms.push('json')
  if (mime === 'application/x-www-form-urlencoded' && text !== '') forms.push('pairs')
  if (readable && imageType === undefined && json === undefined && looksHtml(text, mime)) forms.push('html')
  // A broken text is still worth reading, after the bytes that broke it.
  if (readable) forms.push('text', 'hex')
  else forms.push('hex', 'text')
  return { forms, ...(json !== undefined && { json }), ...(imageType !== undefined && { imageType }) }
}

function readBody(text: string, mime: string): JsonDocument | undefined {
  const declared = /[/+]json$/.test(mime)
  return declared || /^[\s\ufeff]*[[{]/.test(text) ? readJson(text) : undefined
}

function looksHtml(text: string, mime: string): boolean {
  return mime === 'text/html' || mime === 'application/xhtml+xml' || /^\s*<(!doctype html|html)[\s>]/i.test(text)
}

function looksBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text.slice(0, 4096))
}

function sniffImage(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 12))
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'image/webp'
  return SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0]
}
