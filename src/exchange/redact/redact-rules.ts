import type { MockRule } from '../../contract/mock/mock-rule.ts'
import { type Redacted, Redactor } from './redactor.ts'

/** A template expression, as `{{body.phone}}`: what it stands for comes with the call. */
const EXPRESSION = /^\{\{[^{}]*\}\}$/

/** Copies of rules without their secrets, and what was replaced. Ids, and the names of answers that scenarios pick, hold none. */
export function redactRules(rules: readonly MockRule[]): { readonly rules: readonly MockRule[]; readonly replaced: readonly Redacted[] } {
  const redactor = new Redactor((text) => EXPRESSION.test(text))
  const parts = redactor.redactData(rules.map(({ when, respond }) => ({ when, respond })))
  return { rules: rules.map((rule, nth) => ({ ...rule, ...parts[nth] })), replaced: redactor.replaced }
}
