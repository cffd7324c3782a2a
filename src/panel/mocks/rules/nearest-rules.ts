import { withoutQuery } from '../../../contract/event/without-query.ts'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import type { RuleVerdict } from '../../../contract/mock/rule-verdict.ts'

/** A rule that did not take a call. */
export interface NearRule {
  readonly rule: MockRule
  readonly verdict: RuleVerdict
  /** How many of its clauses fail. */
  readonly lacks: number
}

/** The rules that did not take a call, the nearest first: by the clauses that fail, where another address counts by how much of it is other. */
export function nearestRules(rules: readonly MockRule[], verdicts: readonly RuleVerdict[], url: string): readonly NearRule[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return verdicts
    .flatMap((verdict) => {
      const rule = byId.get(verdict.ruleId)
      const failed = verdict.clauses.filter(({ holds }) => !holds)
      if (!rule || failed.length === 0) return []
      const distance = failed.reduce((sum, { clause }) => sum + (clause === 'url' ? 1 + 2 * (1 - likeness(rule.when.url, url)) : 1), 0)
      return [{ rule, verdict, lacks: failed.length, distance }]
    })
    .sort((a, b) => a.distance - b.distance)
    .map(({ distance: _, ...near }) => near)
}

/** How much of two addresses is alike, from 0 to 1: host and segments of the path, from the left and from the right. */
function likeness(pattern: string, url: string): number {
  const [one, other] = [partsOf(pattern), partsOf(url)]
  const longest = Math.max(one.length, other.length)
  const isLike = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && (a === b || /^[:*]/.test(a))
  let left = 0
  while (left < longest && isLike(one[left], other[left])) left += 1
  let right = 0
  while (right < longest - left && isLike(one.at(-1 - right), other.at(-1 - right))) right += 1
  return longest === 0 ? 0 : (left + right) / longest
}

function partsOf(address: string): readonly string[] {
  return withoutQuery(address)
    .split('/')
    .filter((part) => part !== '' && !part.endsWith(':'))
}
