import type { MockRule } from '../contract/mock/mock-rule.ts'
import type { RuleFile, Scenario } from '../contract/mock/scenario.ts'

export const RULE_FILE_VERSION = 1

/** Rules and scenarios as one file. */
export function toRuleFile(rules: readonly MockRule[], scenarios: readonly Scenario[]): RuleFile {
  return { version: RULE_FILE_VERSION, rules, scenarios }
}
