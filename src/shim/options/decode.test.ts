import { describe, expect, it } from 'vitest'
import { decode, joinChunks } from './decode.ts'

const bytes = (...values: number[]) => joinChunks([new Uint8Array(values)])
const utf8 = (text: string) => joinChunks([new TextEncoder().encode(text)])
const read = (body: Uint8Array<ArrayBuffer>, as: { json?: boolean; arraybuffer?: boolean } = {}, contentType = '') =>
  decode(body, { json: true, arraybuffer: false, ...as }, contentType, 1000)

describe('a body', () => {
  it('is parsed whatever its Content-Type; JSON primitives stay primitives (RES-1)', () => {
    expect(read(utf8('{"a":1}'), {}, 'text/html')).toMatchObject({ data: { a: 1 }, dataForm: 'json' })
    expect(read(utf8('5'))?.data).toBe(5)
  })

  it('is parsed once; what does not parse stays text (RES-2)', () => {
    expect(read(utf8('not json'))).toMatchObject({ data: 'not json', dataForm: 'text' })
    expect(read(utf8('"{\\"a\\":1}"'))?.data).toBe('{"a":1}')
  })

  it('stays text under any other dataType (RES-3)', () => {
    expect(read(utf8('{"a":1}'), { json: false })).toMatchObject({ data: '{"a":1}', dataForm: 'text' })
  })

  it('is an ArrayBuffer when asked for, never parsed (RES-4)', () => {
    const decoded = read(utf8('{"a":1}'), { arraybuffer: true })
    expect(decoded?.dataForm).toBe('arraybuffer')
    expect(decoded?.data).toEqual(utf8('{"a":1}').buffer)
  })

  it('loses one BOM, before it is parsed, and keeps it in the recording (RES-5)', () => {
    expect(read(bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x41), { json: false })?.data).toBe('\ufeffA')
    expect(read(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toMatchObject({ data: {}, body: { kind: 'text', text: '\ufeff{}', size: 5 } })
  })

  it('that is empty is an empty string', () => {
    expect(read(bytes())).toEqual({ data: '', dataForm: 'empty', body: { kind: 'none', size: 0 } })
  })

  it('that is not UTF-8 is converted when the server names its charset, else it cannot be had (RES-8)', () => {
    const gbk = bytes(0xc4, 0xe3, 0xba, 0xc3)
    expect(read(gbk, {}, 'text/plain; charset=GBK')?.data).toBe('你好')
    expect(read(gbk)).toBeUndefined()
    expect(read(gbk, {}, 'text/plain; charset=klingon')).toBeUndefined()
    expect(read(gbk, { arraybuffer: true })?.body).toEqual({ kind: 'base64', base64: 'xOO6ww==', size: 4 })
  })
})
