import type { WebSocketHandler } from 'msw'
import { WebSocketNetworkFrame } from 'msw/experimental'
import {
  type Job,
  type OutgoingSocket,
  type SocketConnection,
  type SocketRoute,
  type Transport,
  TransportFailure,
} from '../../../contract/transport.ts'
import { socketFault } from '../../socket-fault.ts'
import { MockConnection } from '../rules/mock-connection.ts'
import { type Handshake, SocketRuleHandler } from '../rules/socket-rule.ts'
import { ClientHandle, ServerHandle } from './socket-handles.ts'

type Connection = ConstructorParameters<typeof WebSocketNetworkFrame>[0]['connection']

/** A socket of `wx` in the MSW network: rules are tried first, and at most one takes it; ready-made `ws.link` handlers come after them. */
export class SocketFrame extends WebSocketNetworkFrame implements Handshake {
  readonly route: Promise<SocketRoute | undefined>
  readonly outgoing: OutgoingSocket
  readonly job: Job
  readonly #mocked: MockConnection
  readonly #settleRoute: (route: SocketRoute | undefined) => void
  #connection: { resolve(connection: SocketConnection): void; reject(failure: TransportFailure): void } | undefined

  constructor(outgoing: OutgoingSocket, job: Job, network: Required<Pick<Transport, 'connect'>>) {
    const mocked = new MockConnection()
    const connection = {
      client: new ClientHandle(outgoing, mocked),
      server: new ServerHandle(outgoing, mocked, job, network),
      info: { protocols: outgoing.protocols.length === 0 ? undefined : [...outgoing.protocols] },
    }
    super({ connection: connection as unknown as Connection })
    connection.client.forwardTo(connection.server)
    this.outgoing = outgoing
    this.job = job
    this.#mocked = mocked
    let settle: (route: SocketRoute | undefined) => void = () => {}
    this.route = new Promise((resolve) => {
      settle = resolve
    })
    this.#settleRoute = settle
    job.signal.addEventListener('abort', () => this.fail(new TransportFailure('ERR_ABORTED')))
    // MSW logs what a handler throws unless there is a listener.
    this.events.on('unhandledException', () => {})
  }

  override async resolve(...[handlers, onUnhandledFrame, context]: Parameters<WebSocketNetworkFrame['resolve']>): Promise<boolean | null> {
    for (const handler of handlers) {
      const verdict = handler instanceof SocketRuleHandler ? await handler.answer(this) : undefined
      if (verdict === 'taken') return true
      if (verdict === 'passed') {
        this.passthrough()
        return false
      }
    }
    const ready = handlers.filter((handler) => !(handler instanceof SocketRuleHandler))
    const label = ready.find((handler) => handler.test(this.outgoing.url))
    if (label) this.take({ ruleName: `ws ${pathOf(label)}` })
    const handled = await super.resolve(ready, onUnhandledFrame, context)
    if (handled) this.open({}, this.outgoing.protocols[0] ?? '')
    return handled
  }

  take(taker: Pick<SocketRoute, 'ruleId' | 'ruleName'> = {}): void {
    if (this.#connection) return
    const connection = new Promise<SocketConnection>((resolve, reject) => {
      this.#connection = { resolve, reject }
    })
    // A failed call is data: without a handler it would be an unhandled rejection.
    connection.catch(() => {})
    this.#settleRoute({ by: 'mock', ...taker, connection })
  }

  open(headers: Readonly<Record<string, string>>, protocol: string): MockConnection {
    this.take()
    const fault = socketFault(this.outgoing)
    if (fault) this.fail(fault)
    const header = {
      Upgrade: 'websocket',
      Connection: 'Upgrade',
      ...(protocol !== '' && { 'Sec-WebSocket-Protocol': protocol }),
      ...headers,
    }
    this.#connection?.resolve({ header, protocol, ...this.#mocked.clientSide })
    return this.#mocked
  }

  fail(failure: TransportFailure): void {
    this.take()
    this.#connection?.reject(failure)
  }

  passthrough(): void {
    this.#settleRoute(undefined)
  }

  errorWith(cause?: unknown): void {
    this.fail(new TransportFailure('ERR_FAILED', 'handler-threw', { cause }))
  }

  /** The network is disabled: no handler was asked. */
  end(): void {
    this.#settleRoute(undefined)
  }
}

/** `url` is private in MSW; read here only to label the handler. */
function pathOf(handler: WebSocketHandler): string {
  return String((handler as unknown as { readonly url?: string | RegExp }).url ?? '')
}
