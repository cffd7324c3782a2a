import type { MockRule } from '../contract/mock/mock-rule.ts'
import type { Scenario } from '../contract/mock/scenario.ts'
import { toJson } from '../contract/to-json.ts'

/** The pick of a scenario that switches a rule off. */
const OFF = 'off'

/** Rules with the picks of a scenario. A pick of an answer that is not there is ignored; a rule that gets an answer is switched on. */
export function applyScenario(rules: readonly MockRule[], scenario: Scenario | undefined): readonly MockRule[] {
  if (!scenario) return rules
  return rules.map((rule) => (Object.hasOwn(scenario.picks, rule.id) ? withPick(rule, scenario.picks[rule.id] as string) : rule))
}

/** A rule that gives the answer of this name, or none (`off`). */
export function withPick(rule: MockRule, pick: string): MockRule {
  if (pick === OFF) return rule.enabled ? { ...rule, enabled: false } : rule
  const { respond } = rule
  if (!('mode' in respond) || !respond.answers.some(({ name }) => name === pick)) return rule
  const { answers } = respond
  const named = answers.every(({ name }) => name !== undefined)
  if (!named) return rule
  return { ...rule, enabled: true, respond: { mode: 'pick', answers, picked: pick } as MockRule['respond'] }
}

/** What rules answer now, as the picks of a scenario. */
export function picksOf(rules: readonly MockRule[]): Scenario['picks'] {
  return Object.fromEntries(
    rules.flatMap((rule): [string, string][] => {
      if (!rule.enabled) return [[rule.id, OFF]]
      return 'picked' in rule.respond ? [[rule.id, rule.respond.picked]] : []
    }),
  )
}

/** Whether two rules differ in no more than whether they are switched on and which answer is picked. */
export function differInPickOnly(a: MockRule, b: MockRule): boolean {
  return toJson(withoutPick(a)) === toJson(withoutPick(b))
}

function withoutPick({ enabled: _, respond, ...rule }: MockRule): unknown {
  return { ...rule, respond: 'picked' in respond ? { ...respond, picked: undefined } : respond }
}
