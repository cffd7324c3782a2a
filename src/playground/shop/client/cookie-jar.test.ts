import { describe, expect, it } from 'vitest'
import { CookieJar } from './cookie-jar.ts'

describe('the cookie jar of the shop', () => {
  it('sends back names and values without their attributes', () => {
    const jar = new CookieJar()
    jar.keep(['sid=a=b; Path=/; HttpOnly', 'seen=1; Expires=Wed, 01 Dec 2027 08:00:00 GMT'])
    expect(jar.header()).toBe('sid=a=b; seen=1')
    expect(jar.has('sid')).toBe(true)
  })

  it('replaces a cookie, and forgets one that is taken back', () => {
    const jar = new CookieJar()
    jar.keep(['sid=one', 'member=leaf'])
    jar.keep(['sid=two', 'member=leaf; Max-Age=0'])
    expect(jar.header()).toBe('sid=two')
    jar.keep(['sid=; Max-Age=0', 'not a cookie'])
    expect(jar.header()).toBeUndefined()
  })
})
