import { WebSocketHandler } from 'msw'
import type { Clock } from '../../../contract/clock.ts'
import { drawDelay } from '../../../contract/draw/draw-delay.ts'
import type { MockAnswer, MockRule, SocketAnswer } from '../../../contract/mock/mock-rule.ts'
import { type Job, type OutgoingSocket, type SocketRoute, TransportFailure } from '../../../contract/transport.ts'
import { unreachable } from '../../../contract/unreachable.ts'
import { socketFactsOf } from '../call/call-facts.ts'
import type { Hit, Match } from './compile-match.ts'
import type { MockConnection } from './mock-connection.ts'
import { compileScript } from './play-script.ts'

/** A socket that has not been answered yet, as a rule sees it. */
export interface Handshake {
  readonly outgoing: OutgoingSocket
  readonly job: Job
  /** Resolves the route; the handshake may follow much later. */
  take(taker?: Pick<SocketRoute, 'ruleId' | 'ruleName'>): void
  /** Accepts the handshake. Returns the connection for the server of the rule. */
  open(headers: Readonly<Record<string, string>>, protocol: string): MockConnection
  fail(failure: TransportFailure): void
}

/** A rule takes the socket, passes it on to the network, or leaves it to the next rule. */
type SocketVerdict = 'taken' | 'passed' | undefined

/** The socket part of a rule, as an MSW handler. */
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

  /** Rules do not apply to the page's own sockets. */
  override async run(): Promise<null> {
    return null
  }

  async answer(handshake: Handshake): Promise<SocketVerdict> {
    const hit = await this.#match(socketFactsOf(handshake.outgoing))
    if (!hit) return undefined
    const answer = this.#pick(hit.taken)
    if (answer.kind === 'passthrough') return 'passed'
    handshake.take({ ruleId: this.#rule.id, ruleName: this.#rule.name })
    void this.#respond(answer, handshake, hit)
    return 'taken'
  }

  async #respond(answer: MockAnswer, handshake: Handshake, hit: Hit): Promise<void> {
    const { clock, signal } = handshake.job
    switch (answer.kind) {
      case 'socket': {
        await this.#wait(answer.delay, hit, clock, signal)
        if (signal.aborted) return
        const connection = handshake.open(answer.headers ?? {}, answer.protocol ?? handshake.outgoing.protocols[0] ?? '')
        return this.#scripts.get(answer)?.({
          connection,
          clock,
          draw: (delay, step) => drawDelay(delay, `${this.#rule.id} ${step}`, hit.taken),
        })
      }
      case 'fail':
        await this.#wait(answer.delay, hit, clock, signal)
        return handshake.fail(new TransportFailure(answer.error, 'mocked'))
      case 'response':
        await this.#wait(answer.delay, hit, clock, signal)
        return handshake.fail(new TransportFailure(`HTTP_${answer.status ?? 200}`, 'mocked'))
      case 'redirect':
        return handshake.fail(new TransportFailure(`HTTP_${answer.status ?? 302}`, 'mocked'))
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
