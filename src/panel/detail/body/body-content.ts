import { bytesToText, textToBytes } from '../../../contract/byte-text.ts'
import type { BodySnapshot } from '../../../contract/event/body-snapshot.ts'

/** A body that is there to be shown. What is costly to make is made when it is first asked for. */
export interface BodyContent {
  /** Bytes at hand. */
  readonly size: number
  /** The real size when only a part was kept. */
  readonly whole: number
  /** Of a stream that lost its older pieces: what is at hand is not its beginning. */
  readonly lostOlder?: true
  readonly bytes: () => Uint8Array
  readonly text: () => string
  /** Whether the text is all of it; otherwise some bytes were no UTF-8. */
  readonly isUtf8: () => boolean
  readonly base64: () => string
}

/** What a snapshot holds; undefined when it holds nothing. */
export function contentOf(body: BodySnapshot | undefined): BodyContent | undefined {
  switch (body?.kind) {
    case 'text':
      return fromText(body.text, body.kept ?? body.size, body.size)
    case 'base64':
      return fromBytes(() => textToBytes(body.base64, 'base64') ?? new Uint8Array(), body.kept ?? body.size, body.size, body.base64)
    default:
      return undefined
  }
}

/** Pieces of a stream as one body; undefined when none was kept. */
export function contentOfPieces(pieces: readonly BodySnapshot[]): BodyContent | undefined {
  const contents = pieces.map(contentOf).filter((content) => content !== undefined)
  if (contents.length === 0) return undefined
  const size = contents.reduce((sum, content) => sum + content.size, 0)
  const whole = pieces.reduce((sum, piece) => sum + piece.size, 0)
  const join = () => {
    const bytes = new Uint8Array(contents.reduce((sum, content) => sum + content.bytes().length, 0))
    let offset = 0
    for (const content of contents) {
      bytes.set(content.bytes(), offset)
      offset += content.bytes().length
    }
    return bytes
  }
  const content = fromBytes(join, size, whole)
  return pieces[0]?.kind === 'omitted' ? { ...content, lostOlder: true } : content
}

function fromText(text: string, size: number, whole: number): BodyContent {
  const bytes = once(() => new TextEncoder().encode(text))
  return { size, whole, bytes, text: () => text, isUtf8: () => true, base64: once(() => bytesToText(bytes(), 'base64')) }
}

function fromBytes(read: () => Uint8Array, size: number, whole: number, base64?: string): BodyContent {
  const bytes = once(read)
  const decoded = once(() => decodeUtf8(bytes()))
  return {
    size,
    whole,
    bytes,
    text: () => decoded().text,
    isUtf8: () => decoded().whole,
    base64: once(() => base64 ?? bytesToText(bytes(), 'base64')),
  }
}

function decodeUtf8(bytes: Uint8Array): { readonly text: string; readonly whole: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), whole: true }
  } catch {
    return { text: new TextDecoder().decode(bytes), whole: false }
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
