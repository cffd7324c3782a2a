import { bytesToText } from '../../contract/byte-text.ts'
import { type BodySnapshot, NO_BODY } from '../../contract/event/body-snapshot.ts'
import { joinChunks } from '../options/decode.ts'
import { wholeCharacters } from '../options/snapshot-body.ts'

/** Builds the snapshot of a body while its chunks arrive; building it at the end would block the page. */
export interface GrowingSnapshot {
  add(piece: Uint8Array): void
  /** `size` is that of the whole body, in bytes. */
  end(size: number): BodySnapshot
}

/** Bytes of the longest UTF-8 character. */
const LONGEST_CHARACTER = 4

/** The result equals that of `snapshotBody` for all chunks at once. */
export function createGrowingSnapshot(most: number): GrowingSnapshot {
  const pieces: Uint8Array[] = []
  let kept = 0
  let decoder: TextDecoder | undefined = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let text = ''
  let base64 = ''
  let carry: Uint8Array = new Uint8Array()

  const decode = (read: (decoder: TextDecoder) => string) => {
    try {
      if (decoder) text += read(decoder)
    } catch {
      turnBinary()
    }
  }
  const turnBinary = () => {
    decoder = undefined
    text = ''
    for (const piece of pieces.splice(0)) addBinary(piece)
  }
  /** Groups of three bytes, so that the base64 parts can be joined without padding. */
  const addBinary = (piece: Uint8Array) => {
    const bytes = carry.byteLength === 0 ? piece : joinChunks([carry, piece])
    const whole = bytes.byteLength - (bytes.byteLength % 3)
    base64 += bytesToText(bytes.subarray(0, whole), 'base64')
    carry = bytes.slice(whole)
  }

  return {
    add(piece) {
      const part = piece.slice(0, most - kept)
      if (part.byteLength === 0) return
      kept += part.byteLength
      if (!decoder) return addBinary(part)
      pieces.push(part)
      decode((reading) => reading.decode(part, { stream: true }))
    },
    end(size) {
      if (size === 0) return NO_BODY
      if (kept === 0) return { kind: 'omitted', size, why: 'over-budget' }
      // A character cut by the limit of the snapshot is left out; one cut by the end of the body means that the body is not text.
      if (size === kept) decode((reading) => reading.decode())
      else if (text === '') turnBinary()
      if (decoder) {
        const last = joinChunks(pieces.slice(-LONGEST_CHARACTER).map((piece) => piece.subarray(-LONGEST_CHARACTER))).slice(
          -LONGEST_CHARACTER,
        )
        const cut = last.byteLength - wholeCharacters(last, last.byteLength)
        return { kind: 'text', text, size, ...(size > kept && { kept: kept - cut }) }
      }
      return { kind: 'base64', base64: base64 + bytesToText(carry, 'base64'), size, ...(size > kept && { kept }) }
    },
  }
}
