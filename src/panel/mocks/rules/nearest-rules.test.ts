import { expect, it } from 'vitest'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import type { RuleVerdict } from '../../../contract/mock/rule-verdict.ts'
import { nearestRules } from './nearest-rules.ts'

const HOST = 'https://api.example.com'

function ruleOf(id: string, url: string): MockRule {
  return { id, name: id, enabled: true, when: { url: `${HOST}${url}` }, respond: { kind: 'response' } }
}

function verdictOf(ruleId: string, ...failed: readonly string[]): RuleVerdict {
  const clauses = ['enabled', 'method', 'url', 'all[0]'].map((clause) => ({ clause, holds: !failed.includes(clause) }))
  return { ruleId, taken: failed.length === 0, clauses }
}

it('puts the rule first that lacks least, and among other addresses the one that is most alike', () => {
  const rules = [ruleOf('far', '/v2/cart'), ruleOf('teas', '/v1/teas/:id/reviews'), ruleOf('off', '/v1/teas/:id'), ruleOf('taken', '/*')]
  const verdicts = [verdictOf('far', 'url'), verdictOf('teas', 'url'), verdictOf('off', 'enabled'), verdictOf('taken')]
  const near = nearestRules(rules, verdicts, `${HOST}/v1/teas/longjing?page=2`)
  expect(near.map(({ rule, lacks }) => [rule.id, lacks])).toEqual([
    ['off', 1],
    ['teas', 1],
    ['far', 1],
  ])
})

it('leaves out a rule that is not there any more', () => {
  expect(nearestRules([], [verdictOf('gone', 'url')], HOST)).toEqual([])
})
