import type { Json } from '../event/json.ts'

/** Whether a rule takes a call, clause by clause. Plain JSON. */
export interface RuleVerdict {
  readonly ruleId: string
  /** Every clause holds. A rule that stands further up may take the call first. */
  readonly taken: boolean
  /**
   * `enabled`, `api`, `method`, `url`, each condition as `all[0]` or `any[0]`, and `any` for at least one of these. Conditions on `call` and
   * the limit are left out: they depend on the calls before.
   */
  readonly clauses: readonly RuleClause[]
}

/** One clause of a rule, held against a call. */
export interface RuleClause {
  readonly clause: string
  readonly holds: boolean
  /** What the call has there; a list for a condition, since a query key may be repeated. Absent if it has nothing there. */
  readonly saw?: Json
}
