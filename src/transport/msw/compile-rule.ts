import { RequestHandler } from 'msw'
import type { Clock } from '../../contract/clock.ts'
import type { MockAnswer, MockRule } from '../../contract/mock-rule.ts'
import { drawNumber } from '../seeded-random.ts'
import { type Answering, compileAnswer } from './compile-answer.ts'
import { compileMatch, type Hit } from './compile-match.ts'
import { readsBody } from './fill-template.ts'

export interface RuleHooks {
  readonly clock: Clock
  /** A rule takes a call: told before its delay begins, and not at all when it lets the call go on to the network. */
  taken(request: Request, rule: MockRule): void
}

/** Turns one rule into an MSW handler. Total: every rule that `parseRules` lets through compiles, and its handler never throws. */
export function compileRule(rule: MockRule, hooks: RuleHooks): RequestHandler {
  return new RuleHandler(rule, hooks)
}

interface Parsed {
  readonly hit: Hit | undefined
}

/**
 * Does what `http.all` with a predicate would do, without what that costs each rule for each call: a url parsed again,
 * and the cookies of the host page read.
 */
class RuleHandler extends RequestHandler<{ header: string }, Parsed, { hit: Hit }> {
  readonly #match: (request: Request) => Promise<Hit | undefined>

  constructor(rule: MockRule, hooks: RuleHooks) {
    const { answers, pick } = compileChoice(rule)
    super({
      info: { header: rule.name },
      resolver: ({ hit, request }) => {
        const chosen = pick(hit.taken)
        if (chosen.kind !== 'passthrough') hooks.taken(request, rule)
        const answering = answers.get(chosen) as Answering
        return answering({ hit, clock: hooks.clock, signal: request.signal, seed: rule.id })
      },
    })
    this.#match = compileMatch(rule, [...answers.keys()].some(hasBodyTemplate))
  }

  override async parse({ request }: { request: Request }): Promise<Parsed> {
    return { hit: await this.#match(request) }
  }

  predicate({ parsedResult }: { parsedResult: Parsed }): boolean {
    return parsedResult.hit !== undefined
  }

  protected override extendResolverArgs({ parsedResult }: { parsedResult: Parsed }): { hit: Hit } {
    return { hit: parsedResult.hit as Hit }
  }

  /** The panel shows what happened; the console stays quiet. */
  log(): void {}
}

/** Which answer the n-th hit gets. A sequence stays at its last one. */
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
