import { bytesToText } from '../../contract/byte-text.ts'
import { type BodySnapshot, NO_BODY } from '../../contract/event/body-snapshot.ts'

/** Leaves a BOM where it is: a snapshot shows what came (RES-5 is about `res.data`). */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of bytes that are UTF-8; `undefined` for all others. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * A body as data, at most `most` bytes of it: text if it is text, else base64. Pass `text` if it is already decoded, and `size` if `bytes`
 * is only the beginning.
 */
export function snapshotBody(bytes: Uint8Array, most: number, text?: string, size: number = bytes.byteLength): BodySnapshot {
  if (size === 0) return NO_BODY
  if (most <= 0) return { kind: 'omitted', size, why: 'over-budget' }
  if (size <= most) {
    const whole = text ?? utf8Text(bytes)
    return whole === undefined ? { kind: 'base64', base64: bytesToText(bytes, 'base64'), size } : { kind: 'text', text: whole, size }
  }
  const part = bytes.subarray(0, most)
  const partText = beginningOfText(part)
  if (partText !== undefined) return { kind: 'text', text: partText, size, kept: wholeCharacters(part, most) }
  return { kind: 'base64', base64: bytesToText(part, 'base64'), size, kept: most }
}

/** Decodes bytes that may end within a character; `undefined` if they are not text. */
function beginningOfText(bytes: Uint8Array): string | undefined {
  try {
    // A streaming decoder keeps state, so it is used once.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    return text === '' ? undefined : text
  } catch {
    return undefined
  }
}

/** The same for bytes that are known to be binary. */
export function snapshotBinary(bytes: Uint8Array, most: number): BodySnapshot {
  const size = bytes.byteLength
  if (size === 0) return NO_BODY
  if (most <= 0) return { kind: 'omitted', size, why: 'over-budget' }
  return size <= most
    ? { kind: 'base64', base64: bytesToText(bytes, 'base64'), size }
    : { kind: 'base64', base64: bytesToText(bytes.subarray(0, most), 'base64'), size, kept: most }
}

/** The greatest length up to `most` that does not split a UTF-8 character. */
export function wholeCharacters(bytes: Uint8Array, most: number): number {
  let start = most - 1
  while (start > 0 && most - start < 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--
  const first = bytes[start] ?? 0
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1
  return start + length > most ? start : most
}

/** 8 MiB: a photo is recorded whole, and recording a video does not block the page. */
const MOST_OF_A_FILE = 8 * 1024 * 1024

/** Bytes of a file that are recorded if a recording may hold `mostKept`. */
export function mostOfAFile(mostKept: number): number {
  return Math.min(mostKept, MOST_OF_A_FILE)
}
