import { describe, expect, it } from 'vitest'
import { parseCookieHeader, parseSetCookie } from './parse-cookie.ts'

describe('a Set-Cookie line', () => {
  it('comes apart into name, value and attributes', () => {
    expect(parseSetCookie('sid=77ab; Path=/; HttpOnly; Max-Age=86400')).toMatchObject({
      name: 'sid',
      value: '77ab',
      attributes: [
        { name: 'Path', value: '/' },
        { name: 'HttpOnly', value: undefined },
        { name: 'Max-Age', value: '86400' },
      ],
    })
  })

  it('keeps equals signs, quotes and commas in their places', () => {
    expect(parseSetCookie('t="a=b=="; Expires=Wed, 21 Oct 2026 07:28:00 GMT')).toMatchObject({
      name: 't',
      value: '"a=b=="',
      attributes: [{ name: 'Expires', value: 'Wed, 21 Oct 2026 07:28:00 GMT' }],
    })
  })

  it.each([
    ['', '', ''],
    ['novalue', '', 'novalue'],
    ['=x', '', 'x'],
    ['a=', 'a', ''],
    ['  a  =  b  ;;', 'a', 'b'],
    ['__proto__=1', '__proto__', '1'],
  ])('reads the odd line %j as name %j and value %j', (line, name, value) => {
    const cookie = parseSetCookie(line)
    expect([cookie.name, cookie.value, cookie.raw]).toEqual([name, value, line])
    expect(cookie.attributes).toEqual([])
  })
})

it('reads the pairs of a Cookie header', () => {
  expect(parseCookieHeader('sid=9; theme=dark=2; lonely;')).toEqual([
    { name: 'sid', value: '9' },
    { name: 'theme', value: 'dark=2' },
    { name: '', value: 'lonely' },
  ])
})
