import { detach } from '../../contract/cut-text.ts'
import { drawBetween, drawNumber } from '../../contract/draw/seeded-random.ts'
import type { ConnectionFacts, TimingField, TimingMark } from '../../contract/event/profile.ts'
import type { NetworkConditions } from '../../contract/mock/network-conditions.ts'

/** The planned timing of one call's connection, in ms on the session clock. */
export interface ConnectionPlan {
  readonly marks: Readonly<Partial<Record<TimingMark, number>>>
  readonly connection: ConnectionFacts
  readonly simulated: readonly TimingField[]
  /** ms between the end of sending and the first byte, in addition to the server's own time. */
  readonly latency: number
  /** Whether the connection breaks instead of delivering a response. */
  readonly breaks: boolean
  /** Call it when the body has ended: the socket becomes idle and may serve another call. Otherwise it counts as closed. */
  release(): void
}

interface Socket {
  readonly rtt: number
}

/** When each step of opening a connection ends. */
interface Opening {
  readonly resolved: number
  readonly tcpEnd: number
  readonly end: number
  readonly socket: Socket
}

interface Origin {
  readonly origin: string
  readonly host: string
  readonly secure: boolean
  readonly peerIP: string
  readonly port: number
  readonly idle: Socket[]
  opened: number
  /** The one HTTP/2 connection that all calls to an origin share. */
  shared?: Opening | undefined
}

/** What a call needs of its connection. */
interface ConnectionOptions {
  /** Use a connection of its own, as a WebSocket does. */
  readonly alone?: boolean
  /** Use HTTP/2, which needs https: calls share one connection without queuing. */
  readonly http2?: boolean
}

/** The range of each step on a fast network without simulated latency, in ms: DNS, TCP, TLS. */
const DNS_COST = [3, 9] as const
const TCP_COST = [4, 10] as const
const TLS_COST = [6, 16] as const

/**
 * Plans the connection of each call: the first call to an origin pays for DNS, TCP and, for https, TLS; later calls use an idle socket, or
 * share an HTTP/2 connection even while it opens. The same seed and the same calls in the same order give the same plan.
 */
export class ConnectionModel {
  readonly #conditions: NetworkConditions
  readonly #origins = new Map<string, Origin>()
  /** The same by the beginning of a URL as it is written, so that not every URL has to be parsed. */
  readonly #written = new Map<string, Origin>()
  /** When the address of each host is known. Calls that start earlier wait for the same lookup. */
  readonly #resolved = new Map<string, number>()
  #calls = 0

  constructor(conditions: NetworkConditions) {
    this.#conditions = conditions
  }

  /** Plans a call to `url` that starts at `at` (ms) and sends `bodySize` bytes. */
  plan(url: string, at: number, bodySize: number, { alone = false, http2 = false }: ConnectionOptions = {}): ConnectionPlan {
    const { seed, loss, upKbps } = this.#conditions
    const pool = this.#poolOf(url)
    const { secure, peerIP, port } = pool
    this.#calls += 1
    const latency = this.#drawLatency('call', this.#calls)

    const shares = http2 && secure && !alone
    const isOpen = shares && pool.shared !== undefined && pool.shared.end <= at
    const reused = alone ? undefined : shares ? (isOpen ? pool.shared?.socket : undefined) : pool.idle.pop()
    const opening = reused ? undefined : ((shares ? pool.shared : undefined) ?? this.#open(pool, at))
    if (shares && opening) pool.shared = opening
    const socket = reused ?? opening?.socket ?? { rtt: 0 }
    const since = (moment: number | undefined) => Math.max(at, moment ?? at)
    const connected = since(opening?.end)
    const sent = connected + (upKbps === null ? 0 : (bodySize * 8) / upKbps)
    const marks: Partial<Record<TimingMark, number>> = {
      fetchStart: at,
      // Like browsers, WeChat gives fetchStart for the steps that a reused socket skips.
      domainLookUpStart: at,
      domainLookUpEnd: since(opening?.resolved),
      connectStart: since(opening?.resolved),
      connectEnd: connected,
      // PROF-2: absent without TLS.
      ...(secure && { SSLconnectionStart: since(opening?.tcpEnd), SSLconnectionEnd: connected }),
      requestStart: connected,
      requestEnd: sent,
    }
    const connection: ConnectionFacts = {
      socketReused: reused !== undefined,
      protocol: shares ? 'h2' : 'http1.1',
      peerIP,
      port,
      rtt: Math.round(socket.rtt),
    }
    const breaks = loss > 0 && drawNumber(seed, 'loss', this.#calls) < loss
    if (shares && breaks) pool.shared = undefined
    return {
      marks,
      connection,
      simulated: [...Object.keys(marks), ...Object.keys(connection)] as TimingField[],
      latency,
      breaks,
      release: () => {
        if (!shares) pool.idle.push(socket)
      },
    }
  }

  #open(pool: Origin, at: number): Opening {
    const { origin, host, secure } = pool
    pool.opened += 1
    const cost = (step: string, [least, most]: readonly [number, number]) =>
      drawBetween(least, most, this.#conditions.seed, origin, pool.opened, step) + this.#drawLatency(origin, pool.opened, step)
    const known = this.#resolved.get(host)
    const resolved = Math.max(at, known ?? at + (isAddress(host) ? 0 : cost('dns', DNS_COST)))
    if (known === undefined) this.#resolved.set(host, resolved)
    const rtt = cost('tcp', TCP_COST)
    const tcpEnd = resolved + rtt
    const end = tcpEnd + (secure ? cost('tls', TLS_COST) : 0)
    return { resolved, tcpEnd, end, socket: { rtt } }
  }

  #poolOf(url: string): Origin {
    const [written] = WRITTEN_ORIGIN.exec(url) ?? [url]
    const known = this.#written.get(written)
    if (known) return known
    const { origin, protocol, hostname, port } = new URL(url)
    const secure = protocol === 'https:' || protocol === 'wss:'
    const pool = this.#origins.get(origin) ?? {
      origin,
      host: hostname,
      secure,
      peerIP: addressOf(hostname),
      port: Number(port) || (secure ? 443 : 80),
      idle: [],
      opened: 0,
    }
    this.#origins.set(origin, pool)
    this.#written.set(detach(written), pool)
    return pool
  }

  #drawLatency(...parts: readonly (string | number)[]): number {
    const { latency, jitter, seed } = this.#conditions
    return Math.max(0, drawBetween(latency - jitter, latency + jitter, seed, 'latency', ...parts))
  }
}

const WRITTEN_ORIGIN = /^\w+:\/\/[^/\\?#]+/

const isAddress = (host: string): boolean => /^[\d.]+$/.test(host) || host.startsWith('[')

/** The three networks reserved for documentation: no real machine has such an address. */
const DOCUMENTATION_NETWORKS = ['192.0.2', '198.51.100', '203.0.113']

function addressOf(host: string): string {
  if (isAddress(host)) return host.replace(/^\[|\]$/g, '')
  if (host === 'localhost') return '127.0.0.1'
  const network = DOCUMENTATION_NETWORKS[Math.floor(drawNumber(host) * DOCUMENTATION_NETWORKS.length)]
  return `${network}.${1 + Math.floor(drawNumber(host, 'last') * 254)}`
}
