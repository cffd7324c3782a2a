import { describe, expect, it } from 'vitest'
import { snapshotBinary, snapshotBody } from './snapshot-body.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('a body in a recording', () => {
  it('is text where it is text, else base64', () => {
    expect(snapshotBody(utf8('中'), 100)).toEqual({ kind: 'text', text: '中', size: 3 })
    expect(snapshotBody(new Uint8Array([255, 0]), 100)).toEqual({ kind: 'base64', base64: '/wA=', size: 2 })
    expect(snapshotBody(new Uint8Array(), 100)).toEqual({ kind: 'none', size: 0 })
  })

  it('keeps its beginning when it is too big, and does not cut a character in two', () => {
    expect(snapshotBody(utf8('中中中'), 5)).toEqual({ kind: 'text', text: '中', size: 9, kept: 3 })
    expect(snapshotBody(utf8('abcdef'), 4)).toEqual({ kind: 'text', text: 'abcd', size: 6, kept: 4 })
    expect(snapshotBody(new Uint8Array([255, 1, 2, 3]), 3)).toEqual({ kind: 'base64', base64: '/wEC', size: 4, kept: 3 })
  })

  it('is left out when nothing may be kept', () => {
    expect(snapshotBody(utf8('abc'), 0)).toEqual({ kind: 'omitted', size: 3, why: 'over-budget' })
    expect(snapshotBinary(utf8('abc'), 0)).toEqual({ kind: 'omitted', size: 3, why: 'over-budget' })
  })

  it('of many bytes is one whole base64 text', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => 128 + (index % 128))
    const { base64 } = snapshotBody(bytes, 1e9) as { base64: string }
    expect(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))).toEqual(bytes)
  })
})
