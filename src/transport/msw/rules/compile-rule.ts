import { type AnyHandler, RequestHandler } from 'msw'
import type { Clock } from '../../../contract/clock.ts'
import type { MockAnswer, MockRule } from '../../../contract/mock-rule.ts'
import { drawNumber } from '../../seeded-random.ts'
import { callFactsOf } from '../call/call-facts.ts'
import { type Answering, compileAnswer } from './compile-answer.ts'
import { compileMatch, type Hit, type Match } from './compile-match.ts'
import { readsBody } from './fill-template.ts'
import { SocketRuleHandler } from './socket-rule.ts'

/** What compiled rules need of the network. */
export interface RuleHooks {
  readonly clock: Clock
  /** Called when a rule takes a call, before its delay. Not called when the rule passes the call on to the network. */
  taken(request: Request, rule: MockRule): void
}

/**
 * Compiles a rule to MSW handlers: one for HTTP calls, one for sockets, or both, which then share their hit count. Never throws for a rule
 * that `parseRules` accepted; nor do its handlers.
 */
export function compileRule(rule: MockRule, hooks: RuleHooks): readonly AnyHandler[] {
  const choice = compileChoice(rule)
  const kinds = [...choice.answers.keys()]
  const match = compileMatch(rule, kinds.some(hasBodyTemplate))
  const { api } = rule.when
  const answersSockets = kinds.some(({ kind }) => kind === 'socket')
  // An HTTP response answers calls only, unless the rule names sockets.
  const forSockets = api === 'connectSocket' || (api === undefined && !kinds.some(({ kind }) => kind === 'response' || kind === 'redirect'))
  const forCalls = api !== 'connectSocket' && !answersSockets
  return [
    ...(forCalls ? [new RuleHandler(rule, hooks, match, choice)] : []),
    ...(forSockets ? [new SocketRuleHandler(rule, match, kinds, choice.pick)] : []),
  ]
}

interface Parsed {
  readonly hit: Hit | undefined
}

/**
 * Does what `http.all` with a predicate would do, without its cost for each rule and call: parsing the URL again, and reading the cookies
 * of the page.
 */
class RuleHandler extends RequestHandler<{ header: string }, Parsed, { hit: Hit }> {
  readonly #match: Match

  constructor(rule: MockRule, hooks: RuleHooks, match: Match, { answers, pick }: ReturnType<typeof compileChoice>) {
    super({
      info: { header: rule.name },
      resolver: ({ hit, request }) => {
        const chosen = pick(hit.taken)
        if (chosen.kind !== 'passthrough') hooks.taken(request, rule)
        const answering = answers.get(chosen) as Answering
        return answering({ hit, clock: hooks.clock, signal: request.signal, seed: rule.id })
      },
    })
    this.#match = match
  }

  override async parse({ request }: { request: Request }): Promise<Parsed> {
    return { hit: await this.#match(callFactsOf(request)) }
  }

  predicate({ parsedResult }: { parsedResult: Parsed }): boolean {
    return parsedResult.hit !== undefined
  }

  protected override extendResolverArgs({ parsedResult }: { parsedResult: Parsed }): { hit: Hit } {
    return { hit: parsedResult.hit as Hit }
  }

  /** The panel shows what happened; nothing is logged. */
  log(): void {}
}

/** Chooses the answer of the n-th hit. A sequence stays at its last answer. */
function compileChoice({ id, respond }: MockRule) {
  const list = 'mode' in respond ? respond.answers : [respond]
  const mode = 'mode' in respond ? respond.mode : 'sequence'
  const seed = ('mode' in respond ? respond.seed : undefined) ?? id
  const answers = new Map(list.map((answer) => [answer, compileAnswer(answer)]))
  const indexOf = (hit: number): number => {
    if (mode === 'cycle') return (hit - 1) % list.length
    if (mode === 'random') return Math.floor(drawNumber(seed, hit) * list.length)
    return Math.min(hit, list.length) - 1
  }
  return { answers, pick: (hit: number) => list[indexOf(hit)] as MockAnswer }
}

function hasBodyTemplate(answer: MockAnswer): boolean {
  return answer.kind === 'response' && answer.body !== undefined && 'template' in answer.body && readsBody(answer.body.template)
}
