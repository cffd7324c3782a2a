import { describe, expect, it } from 'vitest'
import { createClock } from '../../contract/clock.ts'
import { readRegex } from './read-regex.ts'

const clock = createClock()

describe('readRegex', () => {
  it.each([
    ['/goods/', 'a/goods/1', true],
    ['/^goods/', 'a/goods/1', false],
    ['/GOODS/', 'goods', true],
    ['/\\.(png|jpe?g)$/', 'a.jpg', true],
    ['/v\\d+\\/goods\\/\\d+$/', '/v1/goods/12', true],
    ['/[a-z]+=\\d{2}$/', 'page=12', true],
    ['/\\p{Script=Han}/u', '商品', true],
    ['/(\\d+)-(\\d+)/', '1-2', true],
  ])('%s on %j: %s', (text, line, found) => {
    expect((readRegex(text) as (line: string) => boolean)(line)).toBe(found)
  })

  it.each(['goods', '/goods', '/v1/goods', '//', '/a/x'])('%s is no regular expression', (text) => {
    expect(readRegex(text)).toBeUndefined()
  })

  it.each(['/[/', '/(/', '/a**/'])('%s cannot be read', (text) => {
    expect(readRegex(text)).toBe('bad-regex')
  })

  it.each([
    '/(a+)+$/',
    '/(a|a)*$/',
    '/.*.*=.*/',
    '/a*a*b/',
    '/\\d+\\w+x/',
    '/([a-z]+)*x/',
    '/(.)\\1+/',
    '/(?=a+)a/',
    '/(?<!a)b/',
    '/(a?){30}/',
    `/${'a?'.repeat(30)}${'a'.repeat(30)}/`,
    `/${'(a|b|ab)'.repeat(20)}c/`,
  ])('%s may hold up the page, and is refused', (text) => {
    expect(readRegex(text)).toBe('slow-regex')
  })

  it.each(['/a*b/', '/[ab]+?c/', '/\\w+-\\w+-\\w+-\\w+!/', '/.*x/', '/a{0,200}b/', '/a?b?c?\\w*!/'])(
    '%s takes less than a frame on any text',
    (text) => {
      const matches = readRegex(text) as (line: string) => boolean
      for (const line of ['a'.repeat(100_000), 'ab'.repeat(50_000), 'a-'.repeat(50_000)]) {
        // The quickest of five, since a busy machine stops a test at any time.
        const times = Array.from({ length: 5 }, () => {
          const start = clock.now()
          matches(line)
          return clock.now() - start
        })
        expect(Math.min(...times)).toBeLessThan(16)
      }
    },
  )
})
