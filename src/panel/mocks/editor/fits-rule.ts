import type { RuleVerdict } from '../../../contract/mock/rule-verdict.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'

/** Whether a rule would take a recorded call, whether or not it is switched on. */
export function fitsRule(source: PanelSource, taskId: string, ruleId: string): boolean {
  const [verdict] = source.explainMatch?.(taskId, ruleId) ?? []
  return verdict !== undefined && takes(verdict)
}

/** Whether all holds but that the rule is switched on. */
export function takes({ clauses }: RuleVerdict): boolean {
  return clauses.every(({ clause, holds }) => holds || clause === 'enabled')
}
