import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesOf, cutPiece, moveTo, type Piece, piecesOf, timesOf, withoutPiece } from './cut-pieces.ts'

const joined = (pieces: readonly Piece[]) => pieces.flatMap((piece) => [...bytesOf(piece)])

it('a text is cut line by line, or in three where it has no lines, and between characters only', () => {
  expect(piecesOf('a\nb\n')).toEqual([
    { after: 0, text: 'a\n' },
    { after: 300, text: 'b\n' },
  ])
  expect(piecesOf('明前龙井茶')).toEqual([
    { after: 0, text: '明前' },
    { after: 300, text: '龙井' },
    { after: 300, text: '茶' },
  ])
})

it('whatever a piece is cut into has its bytes, and inside a character neither half is text', () => {
  expect(cutPiece({ after: 5, text: '茶' }, false)).toBeUndefined()
  expect(cutPiece({ after: 5, text: 'tea' }, true)).toBeUndefined()
  expect(cutPiece({ after: 5, text: '茶' }, true)).toEqual([
    { after: 5, base64: '6A==' },
    { after: 300, base64: 'jLY=' },
  ])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.boolean(), (text, inside) => {
      const cut = cutPiece({ after: 0, text }, inside)
      if (cut) expect(joined(cut)).toEqual(joined([{ after: 0, text }]))
      expect(joined(piecesOf(text))).toEqual(joined([{ after: 0, text }]))
    }),
  )
})

it('a piece moves between its neighbours, and the others keep their times', () => {
  const pieces = [100, 200, 300].map((after) => ({ after, text: 'x' }))
  expect(timesOf(moveTo(pieces, 1, 450))).toEqual([100, 450, 600])
  expect(timesOf(moveTo(pieces, 1, 9000))).toEqual([100, 600, 600])
  expect(timesOf(moveTo(pieces, 0, -5))).toEqual([0, 300, 600])
  expect(timesOf(moveTo(pieces, 2, 9000))).toEqual([100, 300, 9000])
  expect(timesOf(withoutPiece(pieces, 1))).toEqual([100, 600])
})
