import { bytesToText } from '../../../contract/byte-text.ts'
import { type BodySnapshot, NO_BODY } from '../../../contract/event/body-snapshot.ts'

/** Bytes of one body that are kept at most. */
export const KEPT_BYTES = 1024 * 1024

/** A body as data: text where it is UTF-8, base64 otherwise. `size` is the real size where `bytes` is only its beginning. */
export function snapshotBytes(bytes: Uint8Array, size = bytes.length): BodySnapshot {
  if (size === 0) return NO_BODY
  const kept = bytes.length < size ? { kept: bytes.length } : {}
  try {
    // `stream` forgives a character that the cut went through.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: bytes.length < size })
    if (!text.includes('\0')) return { kind: 'text', text, size, ...kept }
  } catch {
    // No text: it goes as base64.
  }
  return { kind: 'base64', base64: bytesToText(bytes, 'base64'), size, ...kept }
}
