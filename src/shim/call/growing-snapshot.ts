import { bytesToText } from '../../contract/byte-text.ts'
import { type BodySnapshot, NO_BODY } from '../../contract/event/body-snapshot.ts'
import { joinChunks } from '../options/decode.ts'
import { wholeCharacters } from '../options/snapshot-body.ts'

/** A snapshot of a body that comes in pieces, made as they come: all of it at the end would hold up the page. */
export interface GrowingSnapshot {
  add(piece: Uint8Array): void
  /** `size` is that of the whole body. */
  end(size: number): BodySnapshot
}

/** Bytes that the longest character has in UTF-8. */
const LONGEST_CHARACTER = 4

/** The same as `snapshotBody` makes of all pieces at once. */
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
  /** Groups of three, so that the parts of base64 join without padding. */
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
      // A character that is cut where the snapshot ends is left out; one that is cut where the body ends makes it no text.
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
