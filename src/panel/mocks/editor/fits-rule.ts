import type { PanelSource } from '../../../contract/panel-source.ts'

/** Whether a rule would take a recorded call, whether or not it is switched on. */
export function fitsRule(source: PanelSource, taskId: string, ruleId: string): boolean {
  const [verdict] = source.explainMatch?.(taskId, ruleId) ?? []
  return verdict?.clauses.every(({ clause, holds }) => holds || clause === 'enabled') ?? false
}
