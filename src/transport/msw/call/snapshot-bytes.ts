import { bytesToText } from '../../../contract/byte-text.ts'
import { type BodySnapshot, NO_BODY } from '../../../contract/event/body-snapshot.ts'

/** Bytes of one body that are recorded at most. */
export const KEPT_BYTES = 1024 * 1024

/** A body as data: text if it is UTF-8, else base64. `size` is the full size if `bytes` is only the beginning. */
export function snapshotBytes(bytes: Uint8Array, size = bytes.length): BodySnapshot {
  if (size === 0) return NO_BODY
  const kept = bytes.length < size ? { kept: bytes.length } : {}
  try {
    // `stream` accepts a character that is cut at the end.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: bytes.length < size })
    if (!text.includes('\0')) return { kind: 'text', text, size, ...kept }
  } catch {
    // Not text: encoded as base64.
  }
  return { kind: 'base64', base64: bytesToText(bytes, 'base64'), size, ...kept }
}
