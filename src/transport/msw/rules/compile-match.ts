import type { Condition, MockRule } from '../../../contract/mock/mock-rule.ts'
import type { CallFacts } from '../call/call-facts.ts'
import { compileCondition } from './check-condition.ts'
import { whenRegexesRun } from './compile-regex.ts'
import { compileUrl, type Params } from './compile-url.ts'

/** A matched call. */
export interface Hit {
  /** The number of this hit, from 1: how often everything but the conditions on `call` has matched. */
  readonly call: number
  /** How many calls this rule has taken, including this one. */
  readonly taken: number
  readonly params: Params
  readonly facts: CallFacts
  readonly body: unknown
}

/** Resolves with a hit if the rule takes the call, else with `undefined`. */
export type Match = (facts: CallFacts) => Promise<Hit | undefined>

/**
 * Compiles `when` and `limit` of a rule to a matcher that counts its hits. Cheap checks come first: most rules are ruled out by one
 * comparison of URLs. `readsBody` reads the body even if no condition needs it.
 */
export function compileMatch({ when, limit = Number.POSITIVE_INFINITY }: MockRule, readsBody: boolean): Match {
  const paramsOf = compileUrl(when.url)
  const methods = when.method === undefined ? undefined : [when.method].flat().map((method) => method.toUpperCase())
  const conditions = compileConditions(when.all ?? [], when.any)
  const needsBody = readsBody || [...(when.all ?? []), ...(when.any ?? [])].some(({ on }) => on === 'body')
  let call = 0
  let taken = 0

  return async (facts) => {
    await whenRegexesRun()
    if (taken >= limit) return undefined
    if (when.api !== undefined && when.api !== facts.api) return undefined
    if (methods && !methods.includes(facts.method)) return undefined
    const params = paramsOf(facts.url)
    if (!params) return undefined
    const body = needsBody ? await facts.body() : undefined
    if (!conditions.hold({ facts, body, call: call + 1 }) || taken >= limit) return undefined
    call += 1
    if (!conditions.holdForCall({ facts, body, call })) return undefined
    taken += 1
    return { call, taken, params, facts, body }
  }
}

/** Conditions on `call` count what the other conditions let through, so these are checked first. */
function compileConditions(all: readonly Condition[], any: readonly Condition[] | undefined) {
  const compiled = (list: readonly Condition[]) =>
    list.map((condition) => ({ counts: condition.on === 'call', test: compileCondition(condition) }))
  const every = compiled(all)
  const some = any && compiled(any)
  const hold: ReturnType<typeof compileCondition> = (seen) =>
    every.every(({ counts, test }) => counts || test(seen)) && (!some || some.some(({ counts, test }) => counts || test(seen)))
  const holdForCall: ReturnType<typeof compileCondition> = (seen) =>
    every.every(({ test }) => test(seen)) && (!some || some.some(({ test }) => test(seen)))
  return { hold, holdForCall }
}
