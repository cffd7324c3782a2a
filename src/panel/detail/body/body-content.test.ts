import { expect, it } from 'vitest'
import { contentOf, contentOfPieces } from './body-content.ts'

const base64 = (bytes: number[]) => btoa(String.fromCharCode(...bytes))

it('gives text as bytes and bytes as text', () => {
  const text = contentOf({ kind: 'text', text: '茶', size: 3 })
  expect([...(text?.bytes() ?? [])]).toEqual([0xe8, 0x8c, 0xb6])
  expect(text?.base64()).toBe(base64([0xe8, 0x8c, 0xb6]))
  const bytes = contentOf({ kind: 'base64', base64: base64([0xe8, 0x8c, 0xb6]), size: 3 })
  expect(bytes?.text()).toBe('茶')
  expect(bytes?.isUtf8()).toBe(true)
})

it('says when bytes are no UTF-8, and still shows what can be read', () => {
  const gbk = contentOf({ kind: 'base64', base64: base64([0x61, 0xb2, 0xe8]), size: 3 })
  expect(gbk?.isUtf8()).toBe(false)
  expect(gbk?.text()).toMatch(/^a\ufffd/)
})

it('holds nothing for a body that is not there', () => {
  expect(contentOf(undefined)).toBeUndefined()
  expect(contentOf({ kind: 'none', size: 0 })).toBeUndefined()
  expect(contentOf({ kind: 'omitted', why: 'released', size: 9 })).toBeUndefined()
})

it('tells how much was kept of how much', () => {
  const cut = contentOf({ kind: 'text', text: 'abc', size: 1000, kept: 3 })
  expect([cut?.size, cut?.whole]).toEqual([3, 1000])
})

it('joins the pieces of a stream, a character that was cut in two included', () => {
  const joined = contentOfPieces([
    { kind: 'text', text: 'a', size: 1 },
    { kind: 'base64', base64: base64([0xe8, 0x8c]), size: 2 },
    { kind: 'base64', base64: base64([0xb6]), size: 1 },
    { kind: 'omitted', why: 'released', size: 5 },
  ])
  expect(joined?.text()).toBe('a茶')
  expect([joined?.size, joined?.whole]).toEqual([4, 9])
})

it('encodes a body far larger than what fits in one call', () => {
  const large = contentOf({ kind: 'text', text: 'x'.repeat(300_000), size: 300_000 })
  expect(atob(large?.base64() ?? '')).toHaveLength(300_000)
})
