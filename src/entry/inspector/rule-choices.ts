import type { MockRule } from '../../contract/mock/mock-rule.ts'
import type { Scenario } from '../../contract/mock/scenario.ts'
import { isSameList, jsonOf } from '../../contract/parse/sound.ts'
import { applyScenario, differInPickOnly } from '../../mocks/apply-scenario.ts'

/** What a person made of the host's rules. Rules that were not touched go on following the host. */
export interface RuleChoices {
  /** Rules that were changed or added, as they are now. */
  readonly own: readonly MockRule[]
  /** Ids of rules of the host that were taken away. */
  readonly removed: readonly string[]
  /** Ids of all rules in their order. */
  readonly order: readonly string[]
}

/** How the rules differ from those of the host; `undefined` when they do not. */
export function compareRules(host: readonly MockRule[], rules: readonly MockRule[]): RuleChoices | undefined {
  if (isSameList(host, rules)) return undefined
  const hostRules = new Map(host.map((rule) => [rule.id, rule]))
  const ids = new Set(rules.map(({ id }) => id))
  const isOwn = (rule: MockRule) => {
    const before = hostRules.get(rule.id)
    return before !== rule && (!before || jsonOf(before) !== jsonOf(rule))
  }
  return {
    own: rules.filter(isOwn),
    removed: host.map(({ id }) => id).filter((id) => !ids.has(id)),
    order: rules.map(({ id }) => id),
  }
}

/** The host's rules as the person wants them. A rule that the host has added since stands behind the one that it follows there. */
export function applyRuleChoices(host: readonly MockRule[], { own, removed, order }: RuleChoices): readonly MockRule[] {
  const rules = new Map([...host, ...own].map((rule) => [rule.id, rule]))
  const owned = new Set(own.map(({ id }) => id))
  for (const id of removed) if (!owned.has(id)) rules.delete(id)
  const ids = order.filter((id) => rules.has(id))
  const placed = new Set(ids)
  host.forEach(({ id }, nth) => {
    if (!rules.has(id) || placed.has(id)) return
    const before = ids.indexOf(host[nth - 1]?.id ?? '')
    ids.splice(before + 1, 0, id)
    placed.add(id)
  })
  for (const { id } of own) {
    if (placed.has(id)) continue
    ids.push(id)
    placed.add(id)
  }
  return ids.map((id) => rules.get(id)!)
}

/** Whether a rule was changed, added or taken away. */
export function isChosen({ own, removed }: RuleChoices, ruleId: string): boolean {
  return removed.includes(ruleId) || own.some(({ id }) => id === ruleId)
}

/** The choices without what was made of one rule. */
export function withoutChoice({ own, removed, order }: RuleChoices, ruleId: string): RuleChoices {
  return { own: own.filter(({ id }) => id !== ruleId), removed: removed.filter((id) => id !== ruleId), order }
}

/**
 * The choices once another scenario is used: what a person merely picked or switched gives way, rules that they changed otherwise or added
 * stay and get the picks of the scenario. `coded` are the host's rules under the scenario that was used before.
 */
export function underScenario(
  host: readonly MockRule[],
  choices: RuleChoices,
  coded: readonly MockRule[],
  next: Scenario | undefined,
): RuleChoices | undefined {
  const codedRules = new Map(coded.map((rule) => [rule.id, rule]))
  const kept = choices.own.filter((rule) => {
    const before = codedRules.get(rule.id)
    return !before || !differInPickOnly(before, rule)
  })
  const under = applyScenario(host, next)
  return compareRules(under, applyRuleChoices(under, { ...choices, own: applyScenario(kept, next) }))
}
