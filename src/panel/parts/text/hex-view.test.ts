import { expect, it } from 'vitest'
import { hexRow } from './hex-view.tsx'

it('writes sixteen bytes as offset, hex in two groups, and printable text', () => {
  const bytes = new TextEncoder().encode('GET /茶 ok\n.....')
  expect(hexRow(bytes, 0)).toEqual({
    offset: '00000000',
    hex: '47 45 54 20 2f e8 8c b6  20 6f 6b 0a 2e 2e 2e 2e',
    text: 'GET /··· ok·....',
  })
})

it('keeps the text column in its place on a short last row', () => {
  const full = hexRow(new Uint8Array(16), 0)
  const last = hexRow(new Uint8Array([1, 2, 255]), 0)
  expect(last.hex).toMatch(/^01 02 ff +$/)
  expect(last.hex.length).toBe(48)
  expect(full.hex.length).toBe(48)
})
