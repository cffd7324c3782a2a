import { WebSocketHandler } from 'msw'
import type { Clock } from '../../contract/clock.ts'
import type { MockAnswer, MockRule, SocketAnswer } from '../../contract/mock-rule.ts'
import { type Job, TransportFailure } from '../../contract/transport.ts'
import { unreachable } from '../../contract/unreachable.ts'
import { socketFactsOf } from './call-facts.ts'
import type { Hit, Match } from './compile-match.ts'
import { drawDelay } from './draw-delay.ts'
import { compileScript } from './play-script.ts'
import type { SocketFrame } from './socket-frame.ts'

/** What a rule says to a socket: it takes it, lets it go on to the network, or leaves it to the next rule. */
export type SocketVerdict = 'taken' | 'passed' | undefined

/** The part of a rule that is about sockets, as an MSW handler. */
export class SocketRuleHandler extends WebSocketHandler {
  readonly #rule: MockRule
  readonly #match: Match
  readonly #pick: (hit: number) => MockAnswer
  readonly #scripts = new Map<SocketAnswer, ReturnType<typeof compileScript>>()

  constructor(rule: MockRule, match: Match, answers: Iterable<MockAnswer>, pick: (hit: number) => MockAnswer) {
    super('*')
    this.#rule = rule
    this.#match = match
    this.#pick = pick
    for (const answer of answers) if (answer.kind === 'socket') this.#scripts.set(answer, compileScript(answer.script))
  }

  /** The page's own sockets are no affair of a rule. */
  override async run(): Promise<null> {
    return null
  }

  async answer(frame: SocketFrame): Promise<SocketVerdict> {
    const hit = await this.#match(socketFactsOf(frame.outgoing))
    if (!hit) return undefined
    const answer = this.#pick(hit.taken)
    if (answer.kind === 'passthrough') return 'passed'
    frame.take({ ruleId: this.#rule.id, ruleName: this.#rule.name })
    void this.#respond(answer, frame, hit)
    return 'taken'
  }

  async #respond(answer: MockAnswer, frame: SocketFrame, hit: Hit): Promise<void> {
    const { clock, signal } = frame.job
    switch (answer.kind) {
      case 'socket': {
        await this.#wait(answer.delay, hit, clock, signal)
        if (signal.aborted) return
        const line = frame.open(answer.headers ?? {}, answer.protocol ?? frame.outgoing.protocols[0] ?? '')
        return this.#scripts.get(answer)?.({ line, clock, draw: (delay, step) => drawDelay(delay, `${this.#rule.id} ${step}`, hit.taken) })
      }
      case 'fail':
        await this.#wait(answer.delay, hit, clock, signal)
        return frame.fail(new TransportFailure(answer.error, 'mocked'))
      case 'response':
        await this.#wait(answer.delay, hit, clock, signal)
        return frame.fail(new TransportFailure(`HTTP_${answer.status ?? 200}`, 'mocked'))
      case 'redirect':
        return frame.fail(new TransportFailure(`HTTP_${answer.status ?? 302}`, 'mocked'))
      case 'hang':
      case 'passthrough':
        return
      default:
        return unreachable(answer)
    }
  }

  async #wait(delay: SocketAnswer['delay'], hit: Hit, clock: Clock, signal: Job['signal']): Promise<void> {
    const duration = drawDelay(delay, this.#rule.id, hit.taken)
    if (duration > 0) await clock.sleep(duration, signal)
  }
}
