import type { Json } from '../../../contract/event/json.ts'
import type { Condition, MockRule } from '../../../contract/mock/mock-rule.ts'
import type { RuleClause, RuleVerdict } from '../../../contract/mock/rule-verdict.ts'
import type { CallFacts } from '../call/call-facts.ts'
import { compileCondition, readValues } from './check-condition.ts'
import { compileUrl } from './compile-url.ts'

/** A call as rules saw it. */
export interface ExplainedCall {
  readonly facts: CallFacts
  readonly body: unknown
}

/** Holds a call against every clause of a rule, also after one that does not hold. Counts no hit. */
export function explainMatch({ id, enabled, when, respond }: MockRule, { facts, body }: ExplainedCall): RuleVerdict {
  const methods = when.method === undefined ? undefined : [when.method].flat().map((method) => method.toUpperCase())
  const heard = (condition: Condition, clause: string): RuleClause[] => {
    if (condition.on === 'call') return []
    const seen = { facts, body, call: 1 }
    const saw = readValues(condition, seen)
    return [{ clause, holds: holdsNow(() => compileCondition(condition)(seen)), ...(saw.length > 0 && { saw: saw as Json }) }]
  }
  const any = (when.any ?? []).flatMap((condition, nth) => heard(condition, `any[${nth}]`))
  const clauses: readonly RuleClause[] = [
    { clause: 'enabled', holds: enabled },
    { clause: 'api', holds: takesApi(when.api, respond, facts), saw: facts.api },
    ...(methods ? [{ clause: 'method', holds: methods.includes(facts.method), saw: facts.method }] : []),
    { clause: 'url', holds: holdsNow(() => compileUrl(when.url)(facts.url) !== undefined), saw: facts.url },
    ...(when.all ?? []).flatMap((condition, nth) => heard(condition, `all[${nth}]`)),
    ...any,
    ...(when.any ? [{ clause: 'any', holds: any.some(({ holds }) => holds) || any.length < when.any.length }] : []),
  ]
  const taken = clauses.every(({ clause, holds }) => holds || clause.startsWith('any['))
  return { ruleId: id, taken, clauses }
}

/** As `compileRule` decides it: a response without an API is for calls, a socket for sockets, and what neither is for both. */
function takesApi(api: MockRule['when']['api'], respond: MockRule['respond'], facts: CallFacts): boolean {
  if (api !== undefined) return api === facts.api
  const kinds = ('mode' in respond ? respond.answers : [respond]).map(({ kind }) => kind)
  if (facts.api === 'connectSocket') return !kinds.some((kind) => kind === 'response' || kind === 'redirect')
  return !kinds.includes('socket')
}

/** An expression whose engine is still being loaded has not matched. */
function holdsNow(test: () => boolean): boolean {
  try {
    return test()
  } catch {
    return false
  }
}
