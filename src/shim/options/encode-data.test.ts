import { describe, expect, it } from 'vitest'
import { addQuery, DataError, encodeBody } from './encode-data.ts'

const URL_ = 'https://a.com/x'
const FORM = 'application/x-www-form-urlencoded'
const JSON_ = 'application/json'
const textOf = (data: unknown, contentType = JSON_) => {
  const body = encodeBody(data, contentType)
  return body && new TextDecoder().decode(body.bytes)
}

describe('object data of a GET', () => {
  it('becomes a query (CONV-1)', () => {
    expect(addQuery(URL_, { a: 1, b: 'x y', 'k&': '中' })).toBe(`${URL_}?a=1&b=x%20y&k%26=%E4%B8%AD`)
  })

  it('has nested values as JSON (CONV-6)', () => {
    expect(addQuery(URL_, { ids: [1, 2], o: { k: 1 } })).toBe(`${URL_}?ids=%5B1%2C2%5D&o=%7B%22k%22%3A1%7D`)
  })

  it('keeps undefined and null as words (CONV-8)', () => {
    expect(addQuery(URL_, { a: undefined, b: null, c: false })).toBe(`${URL_}?a=undefined&b=null&c=false`)
  })

  it('overrides an old key in its place and adds new ones at the end (CONV-11)', () => {
    expect(addQuery(`${URL_}?a=old&b=%7E&a=twice&c`, { d: 4, a: 'new' })).toBe(`${URL_}?a=new&b=%7E&c&d=4`)
    expect(addQuery(`${URL_}?k%20=1`, { 'k ': 2 })).toBe(`${URL_}?k%20=2`)
    expect(addQuery(`${URL_}?`, { a: 1 })).toBe(`${URL_}?a=1`)
  })

  it('leaves the url alone when it is empty (CONV-15)', () => {
    expect(addQuery(URL_, {})).toBe(URL_)
    expect(addQuery(`${URL_}?a=1`, {})).toBe(`${URL_}?a=1`)
  })

  it('does not cut values or lose text as an old port did (CONV-23)', () => {
    expect(addQuery(`${URL_}?t=a=b&u=c?d&k`, { z: 1 })).toBe(`${URL_}?t=a=b&u=c?d&k&z=1`)
    expect(addQuery(`${URL_}?bad=%zz`, { z: 1 })).toBe(`${URL_}?bad=%zz&z=1`)
  })
})

describe('a body', () => {
  it('is JSON under the default content-type (CONV-2)', () => {
    expect(textOf({ a: 1, b: [2] })).toBe('{"a":1,"b":[2]}')
  })

  it('is pairs under a form type, also one with a charset (CONV-3, CONV-22)', () => {
    expect(textOf({ a: 1, b: 'x&y' }, FORM)).toBe('a=1&b=x%26y')
    expect(textOf({ a: 1 }, 'Application/X-WWW-Form-Urlencoded;charset=UTF-8')).toBe('a=1')
  })

  it('is a string as it stands (CONV-4)', () => {
    expect(textOf('raw=body&x=1')).toBe('raw=body&x=1')
  })

  it('is an ArrayBuffer byte for byte, as it was when the call was made (CONV-5)', () => {
    const buffer = new Uint8Array([0, 255, 16]).buffer
    const body = encodeBody(buffer, JSON_)
    new Uint8Array(buffer).fill(7)
    expect([...(body?.bytes ?? [])]).toEqual([0, 255, 16])
    expect(body?.text).toBeUndefined()
  })

  it('has nested values of a form as plain text (CONV-7)', () => {
    expect(textOf({ o: { k: 1 }, l: [1, 2] }, FORM)).toBe('o=%5Bobject%20Object%5D&l=1%2C2')
  })

  it('keeps undefined and null as words in a form (CONV-9)', () => {
    expect(textOf({ a: undefined, b: null }, FORM)).toBe('a=undefined&b=null')
  })

  it('loses undefined and keeps null in JSON (CONV-10)', () => {
    expect(textOf({ a: undefined, b: null })).toBe('{"b":null}')
  })

  it('is empty without data, and for null (CONV-14, CONV-16)', () => {
    expect(encodeBody(undefined, JSON_)).toBeUndefined()
    expect(encodeBody(null, JSON_)).toBeUndefined()
    expect(encodeBody('', JSON_)).toBeUndefined()
    expect(encodeBody(new ArrayBuffer(0), JSON_)).toBeUndefined()
  })

  it('is the text of other primitives (CONV-17)', () => {
    expect([textOf(5), textOf(false), textOf(0)]).toEqual(['5', 'false', '0'])
  })

  it('is JSON under any other content-type (CONV-18)', () => {
    expect(textOf({ a: 1 }, 'text/plain')).toBe('{"a":1}')
  })

  it('cannot be made of a cycle, a BigInt, a symbol or a lone surrogate (CONV-20)', () => {
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    expect(() => encodeBody(cycle, JSON_)).toThrow(DataError)
    expect(() => encodeBody({ n: 1n }, JSON_)).toThrow(DataError)
    expect(() => encodeBody(1n, JSON_)).toThrow(DataError)
    expect(() => encodeBody(Symbol('tea'), JSON_)).toThrow(DataError)
    expect(() => encodeBody({ a: '\ud800' }, FORM)).toThrow(DataError)
    expect(() => addQuery(URL_, { deep: cycle })).toThrow(DataError)
  })

  it('is UTF-8 (CONV-21)', () => {
    expect([...(encodeBody('é', JSON_)?.bytes ?? [])]).toEqual([0xc3, 0xa9])
  })
})
