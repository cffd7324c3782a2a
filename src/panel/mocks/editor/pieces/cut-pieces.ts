import { bytesToText, textToBytes } from '../../../../contract/byte-text.ts'
import type { ResponseAnswer } from '../../rules/answer-body.ts'

/** A piece of a body, `after` so many ms. */
export type Piece = NonNullable<ResponseAnswer['chunks']>[number]

/** ms from the first byte to each piece. */
export function timesOf(pieces: readonly Piece[]): readonly number[] {
  let time = 0
  return pieces.map(({ after }) => {
    time += after
    return time
  })
}

/** The pieces with one at another time; the others stay where they are, so it goes no further than to its neighbours. */
export function moveTo(pieces: readonly Piece[], place: number, time: number): readonly Piece[] {
  const times = timesOf(pieces)
  const before = times[place - 1] ?? 0
  const next = times[place + 1]
  const to = Math.round(Math.min(Math.max(time, before), next ?? Number.MAX_SAFE_INTEGER))
  return pieces.map((piece, nth) => {
    if (nth === place) return { ...piece, after: to - before }
    return nth === place + 1 && next !== undefined ? { ...piece, after: next - to } : piece
  })
}

/** The pieces without one; those after it keep their times. */
export function withoutPiece(pieces: readonly Piece[], place: number): readonly Piece[] {
  const gone = pieces[place]?.after ?? 0
  return pieces.flatMap((piece, nth) => (nth === place ? [] : nth === place + 1 ? [{ ...piece, after: piece.after + gone }] : [piece]))
}

/** ms between the pieces that a text is cut into. */
const PACE = 300
const MOST_LINES = 50

/** A text in pieces: line by line where it has some, else in three of like length. No character is cut. */
export function piecesOf(text: string): readonly Piece[] {
  const lines = text.split(/(?<=\n)/)
  const parts = lines.length > 1 && lines.length <= MOST_LINES ? lines : inThree(text)
  return parts.map((part, nth) => ({ after: nth === 0 ? 0 : PACE, text: part }))
}

function inThree(text: string): readonly string[] {
  const characters = [...text]
  const size = Math.max(1, Math.ceil(characters.length / 3))
  return [0, 1, 2].map((nth) => characters.slice(nth * size, (nth + 1) * size).join('')).filter((part) => part !== '')
}

export function bytesOf({ text = '', base64 }: Piece): Uint8Array {
  return (base64 === undefined ? textToBytes(text, 'utf8') : textToBytes(base64, 'base64')) ?? new Uint8Array()
}

/** Whether a byte goes on with a character that others began, in UTF-8. */
const goesOn = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80

/**
 * A piece in two: near its middle, between two characters or, with `inside`, within one, as a network may cut. `undefined` where there is no
 * such place.
 */
export function cutPiece(piece: Piece, inside: boolean): readonly [Piece, Piece] | undefined {
  const bytes = bytesOf(piece)
  const middle = bytes.length / 2
  let best: number | undefined
  for (let at = 1; at < bytes.length; at += 1) {
    if (goesOn(bytes[at]) === inside && (best === undefined || Math.abs(at - middle) < Math.abs(best - middle))) best = at
  }
  if (best === undefined) return undefined
  return [pieceOf(bytes.subarray(0, best), piece.after), pieceOf(bytes.subarray(best), PACE)]
}

/** As text where that gives the same bytes again. */
function pieceOf(bytes: Uint8Array, after: number): Piece {
  const text = bytesToText(bytes, 'utf8')
  const again = textToBytes(text, 'utf8')
  const same = again?.length === bytes.length && again.every((byte, nth) => byte === bytes[nth])
  return same ? { after, text } : { after, base64: bytesToText(bytes, 'base64') }
}
