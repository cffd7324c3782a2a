import { describe, expect, it } from 'vitest'
import { hasTerm, toggleTerm } from './toggle-term.ts'

describe('toggleTerm', () => {
  it.each([
    ['', 'is:failed'],
    ['goods', 'goods is:failed'],
    ['goods -feed', 'goods -feed is:failed'],
    ['goods OR feed', '(goods OR feed) is:failed'],
    ['(goods OR is:failed)', '((goods OR is:failed)) is:failed'],
    ['NOT is:failed', 'NOT is:failed is:failed'],
    ['-is:failed', '-is:failed is:failed'],
  ])('adds a term to %j', (query, added) => {
    expect(toggleTerm(query, 'is:failed')).toBe(added)
    expect(hasTerm(added, 'is:failed')).toBe(true)
  })

  it.each([
    ['is:failed', ''],
    ['goods is:failed feed', 'goods feed'],
    ['(goods OR feed) is:failed', '(goods OR feed)'],
  ])('takes it away from %j', (query, rest) => {
    expect(toggleTerm(query, 'is:failed')).toBe(rest)
    expect(hasTerm(rest, 'is:failed')).toBe(false)
  })
})
