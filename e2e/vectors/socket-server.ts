import type { MockAnswer, MockRule, SocketStep } from '../../src/contract/mock/mock-rule.ts'
import type { OutgoingSocket, Transport } from '../../src/contract/transport.ts'
import { saidOtherwise } from './unknown-fields.ts'
import { bytesOfHex, type SentMessage, type ServerScript } from './vector.ts'

/** A socket as it reached the server. */
export interface SeenSocket {
  readonly outgoing: OutgoingSocket
  /** What the app sent, in order. */
  readonly received: (string | Uint8Array)[]
  /** The goodbye that the server saw. */
  closed?: { readonly code: number; readonly reason: string }
}

/** Writes down each handshake, message and goodbye on its way to the server. */
export function recordSockets(transport: Transport, seen: SeenSocket[]): Transport {
  return {
    ...transport,
    async connect(outgoing, job) {
      const socket: SeenSocket = { outgoing, received: [] }
      seen.push(socket)
      const route = await transport.connect?.(outgoing, job)
      if (!route) return route
      const connection = route.connection.then((open) => ({
        ...open,
        send: (data: string | Uint8Array<ArrayBuffer>) => {
          socket.received.push(data)
          open.send(data)
        },
        close: (code: number, reason: string) => {
          socket.closed = { code, reason }
          open.close(code, reason)
        },
      }))
      connection.catch(() => {})
      return { ...route, connection }
    },
  }
}

/** A vector's socket server as one mock rule. */
export function socketRuleOf(server: ServerScript | null | undefined): MockRule {
  const answers: MockAnswer[] = []
  for (let script = server === undefined ? { ws: 'accept' } : (server ?? { ws: 'http599' }); script; script = script.then as ServerScript) {
    answers.push(answerOf(script))
    if (!script.then) break
  }
  const sockets = answers.some(({ kind }) => kind === 'socket')
  return {
    id: 'server',
    name: 'fake server',
    enabled: true,
    when: { ...(!sockets && { api: 'connectSocket' as const }), url: '/^ws/' },
    respond: answers.length > 1 ? { mode: 'sequence', answers } : answers[0]!,
  }
}

/** What a server that takes the socket may do then. */
const WAYS = new Set(['accept', 'accept-then-drop', 'accept-then-close', 'accept-then-send', 'echo'])

function answerOf(script: ServerScript): MockAnswer {
  const delay = script.delayMs ? { delay: script.delayMs } : {}
  if (script.error) return { kind: 'fail', error: script.error, ...delay }
  if (script.hang || script.ws === 'hang') return { kind: 'hang' }
  const status = /^http(\d{3})$/.exec(script.ws ?? '')?.[1]
  if (status) return { kind: 'response', status: Number(status), ...delay }
  if (!WAYS.has(script.ws ?? 'accept')) throw new Error(`this runner does not know a server that is to ${script.ws}`)
  return {
    kind: 'socket',
    ...(script.protocol !== undefined && { protocol: script.protocol }),
    headers: (script.headers ?? {}) as Record<string, string>,
    ...delay,
    script: [...messagesOf(script), ...endOf(script)],
  }
}

function messagesOf(script: ServerScript): SocketStep[] {
  const { send, messages, frames, echo, ws } = script
  const said = [send ?? messages ?? frames ?? Object.values(saidOtherwise(script))].flat(2) as SentMessage[]
  const steps = said.map((message): SocketStep => {
    if (typeof message === 'string') return { text: message }
    const hex = message.$hex ?? message.$arraybuffer
    return hex === undefined ? { text: JSON.stringify(message) } : { base64: Buffer.from(bytesOfHex(hex)).toString('base64') }
  })
  return echo || ws === 'echo' ? [{ echo: true }, ...steps] : steps
}

function endOf({ ws, close }: ServerScript): SocketStep[] {
  if (ws === 'accept-then-drop') return [{ drop: true }]
  if (ws === 'accept-then-close' || close) return [{ close: { code: close?.code ?? 1000, reason: close?.reason ?? '' } }]
  return []
}
