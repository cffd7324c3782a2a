import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { compileUrl } from './compile-url.ts'
import { compileRuleOut } from './rule-out.ts'

const ruleFor = (url: string, more: Partial<MockRule['when']> = {}): MockRule => ({
  id: 'a',
  name: 'a',
  enabled: true,
  when: { url, ...more },
  respond: { kind: 'response' },
})

it('never rules out an address that the rule takes', () => {
  const part = fc.constantFrom('a', 'B', ':id', ':id?', '*', ':rest+', 'v1', '中', '%E4', 'a.b', '(x)')
  const pattern = fc
    .tuple(
      fc.constantFrom('https://api.example.com', 'HTTPS://API.example.com', 'https://*.example.com', 'https://api.example.com:8080', '*'),
      fc.array(part, { maxLength: 4 }),
    )
    .map(([origin, parts]) => [origin, ...parts].join('/'))
  const address = fc
    .tuple(
      fc.constantFrom('https://api.example.com', 'https://api.example.com:8080', 'https://other.example'),
      fc.array(fc.constantFrom('a', 'b', 'B', '1', 'v1', '%E4%B8%AD', 'a.b', 'x'), { maxLength: 4 }),
    )
    .map(([origin, parts]) => `${origin}/${parts.join('/')}`)
  let taken = 0
  fc.assert(
    fc.property(pattern, address, (url, called) => {
      let takes: boolean
      try {
        takes = compileUrl(url)(called) !== undefined
      } catch {
        return
      }
      if (!takes) return
      taken += 1
      expect(compileRuleOut(ruleFor(url))({ api: 'request', method: 'GET', url: called })).toBe(false)
    }),
    { numRuns: 20_000 },
  )
  expect(taken).toBeGreaterThan(500)
})

it('rules out by API, method, address and the beginning of a pattern', () => {
  const call = { api: 'request', method: 'GET', url: 'https://api.example.com/users/7' } as const
  expect(compileRuleOut(ruleFor('https://api.example.com/users/:id'))(call)).toBe(false)
  expect(compileRuleOut(ruleFor('https://api.example.com/teas/:id'))(call)).toBe(true)
  expect(compileRuleOut(ruleFor('https://api.example.com/users/8'))(call)).toBe(true)
  expect(compileRuleOut(ruleFor('*', { method: ['post'] }))(call)).toBe(true)
  expect(compileRuleOut(ruleFor('*', { api: 'uploadFile' }))(call)).toBe(true)
  expect(compileRuleOut(ruleFor('/^https:/'))(call)).toBe(false)
})
