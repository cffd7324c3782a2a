import type { Job, Outgoing, Route } from '../../../contract/transport.ts'
import { factsOfCall } from '../call/call-facts.ts'
import { handlerThrew } from '../call/handler-failure.ts'
import type { CallRule, Taken } from './compile-rule.ts'
import { toAnswer } from './rule-answer.ts'

/** Matches a `wx` call against the rules. Gives the route of the first that fits, `'network'` if that one passes the call on, or `undefined` if none fits. */
export async function askRules(rules: readonly CallRule[], outgoing: Outgoing, job: Job): Promise<Route | 'network' | undefined> {
  const facts = factsOfCall(outgoing)
  for (const { rule, rulesOut, take } of rules) {
    if (rulesOut(facts)) continue
    let taken: Taken | undefined
    try {
      taken = await take(facts)
    } catch (cause) {
      return routeTo(Promise.reject(handlerThrew(cause)))
    }
    if (taken === 'network') return 'network'
    if (taken)
      return { ...routeTo(taken(job.signal).then((given) => toAnswer(given, outgoing.method, job))), ruleId: rule.id, ruleName: rule.name }
  }
  return undefined
}

function routeTo(answer: Route['answer']): Route {
  // A failed call is data: without a handler it would be an unhandled rejection.
  answer.catch(() => {})
  return { by: 'mock', answer }
}
