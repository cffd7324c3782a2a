import { type AnyHandler, passthrough, RequestHandler } from 'msw'
import type { Clock } from '../../../contract/clock.ts'
import { drawNumber } from '../../../contract/draw/seeded-random.ts'
import type { MockAnswer, MockRule } from '../../../contract/mock/mock-rule.ts'
import { type CallFacts, factsOfPageCall } from '../call/call-facts.ts'
import { OutgoingRequest } from '../call/outgoing-request.ts'
import { compileAnswer } from './compile-answer.ts'
import { compileMatch } from './compile-match.ts'
import { readsBody } from './fill-template.ts'
import { type RuleAnswer, toResponse } from './rule-answer.ts'
import { compileRuleOut } from './rule-out.ts'
import { SocketRuleHandler } from './socket-rule.ts'

/** What compiled rules need of the network. */
export interface RuleHooks {
  readonly clock: Clock
  /** Called when a rule takes a call of the page, before its delay. Not called when the rule passes the call on to the network. */
  taken(request: Request, rule: MockRule): void
}

/** A rule for both ways in which calls arrive; they share its hit count. */
export interface CompiledRule {
  /** For `wx` calls; absent if the rule answers sockets only. */
  readonly forCalls?: CallRule
  /** MSW handlers for the page's own calls, and for sockets. */
  readonly handlers: readonly AnyHandler[]
}

/** A rule as `wx` calls and the page's calls are matched against it. */
export interface CallRule {
  readonly rule: MockRule
  /** Whether a first look shows that the rule does not take a call. */
  readonly rulesOut: ReturnType<typeof compileRuleOut>
  /** Rejects only if the engine of its regular expressions cannot be loaded. */
  take(facts: CallFacts): Promise<Taken | undefined>
}

/** What a rule does with a call that it takes: it passes it on to the network, or answers. The answer rejects with a TransportFailure if the rule breaks the connection. */
export type Taken = 'network' | ((signal: AbortSignal) => Promise<RuleAnswer>)

/** Compiles a rule. Never throws for a rule that `parseRules` accepted; nor do its handlers. */
export function compileRule(rule: MockRule, hooks: RuleHooks): CompiledRule {
  const { answers, pick } = compileChoice(rule)
  const kinds = [...answers.keys()]
  const match = compileMatch(rule, kinds.some(hasBodyTemplate))
  const { api } = rule.when
  const answersSockets = kinds.some(({ kind }) => kind === 'socket')
  // An HTTP response answers calls only, unless the rule names sockets.
  const forSockets = api === 'connectSocket' || (api === undefined && !kinds.some(({ kind }) => kind === 'response' || kind === 'redirect'))
  const forCalls: CallRule = {
    rule,
    rulesOut: compileRuleOut(rule),
    async take(facts) {
      const hit = await match(facts)
      if (!hit) return undefined
      const answering = answers.get(pick(hit.taken))
      return answering ? (signal) => answering({ hit, clock: hooks.clock, signal, seed: rule.id }) : 'network'
    },
  }
  const takesCalls = api !== 'connectSocket' && !answersSockets
  return {
    ...(takesCalls && { forCalls }),
    handlers: [
      ...(takesCalls ? [new RuleHandler(forCalls, hooks)] : []),
      ...(forSockets ? [new SocketRuleHandler(rule, match, kinds, pick)] : []),
    ],
  }
}

interface Parsed {
  readonly taken: Taken | undefined
}

/**
 * Does what `http.all` with a predicate would do, without its cost for each rule and call: parsing the URL again, and reading the cookies
 * of the page.
 */
class RuleHandler extends RequestHandler<{ header: string }, Parsed, { taken: Taken }> {
  readonly #take: CallRule['take']

  constructor({ rule, take }: CallRule, hooks: RuleHooks) {
    super({
      info: { header: rule.name },
      resolver: ({ request, taken }) => {
        if (taken === 'network') return passthrough()
        hooks.taken(request, rule)
        return toResponse(taken(request.signal))
      },
    })
    this.#take = take
  }

  override async parse({ request }: { request: Request }): Promise<Parsed> {
    // `wx` calls were matched against the rules before they reached MSW.
    return { taken: request instanceof OutgoingRequest ? undefined : await this.#take(factsOfPageCall(request)) }
  }

  predicate({ parsedResult }: { parsedResult: Parsed }): boolean {
    return parsedResult.taken !== undefined
  }

  protected override extendResolverArgs({ parsedResult }: { parsedResult: Parsed }): { taken: Taken } {
    return { taken: parsedResult.taken as Taken }
  }

  /** The panel shows what happened; nothing is logged. */
  log(): void {}
}

/** Chooses the answer of the n-th hit. A sequence stays at its last answer. */
function compileChoice({ id, respond }: MockRule) {
  const list = 'mode' in respond ? respond.answers : [respond]
  const mode = 'mode' in respond ? respond.mode : 'sequence'
  const seed = ('seed' in respond ? respond.seed : undefined) ?? id
  const picked = 'picked' in respond ? respond.answers.findIndex(({ name }) => name === respond.picked) : 0
  const answers = new Map(list.map((answer) => [answer, compileAnswer(answer)]))
  const indexOf = (hit: number): number => {
    if (mode === 'pick') return picked
    if (mode === 'cycle') return (hit - 1) % list.length
    if (mode === 'random') return Math.floor(drawNumber(seed, hit) * list.length)
    return Math.min(hit, list.length) - 1
  }
  return { answers, pick: (hit: number) => list[indexOf(hit)] as MockAnswer }
}

function hasBodyTemplate(answer: MockAnswer): boolean {
  if (answer.kind !== 'response' || answer.body === undefined) return false
  const { body } = answer
  return 'template' in body ? readsBody(body.template) : 'mockjs' in body && readsBody(body.mockjs)
}
