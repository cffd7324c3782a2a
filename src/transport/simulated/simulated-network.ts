import { discardable, discardChunks } from '../../contract/discard-chunks.ts'
import type { NetworkConditions } from '../../contract/mock/network-conditions.ts'
import { toJson } from '../../contract/to-json.ts'
import {
  type Answer,
  bodySize,
  type Job,
  type Route,
  type SocketConnection,
  type Transport,
  TransportFailure,
} from '../../contract/transport.ts'
import { ConnectionModel, type ConnectionPlan } from './connection-model.ts'
import { simulateConnection } from './simulated-connection.ts'

export interface SimulatedNetworkOptions {
  /** The current conditions. When they change all connections are opened anew, as when a phone changes its network. */
  readonly conditions: () => NetworkConditions
}

/** ms. A throttled response arrives in slices of this length. */
const SLICE = 100

/**
 * Puts a simulated network between the app and the mocked answers of `transport`: connection setup, latency, limited throughput, loss.
 * Answers of a real network pass unchanged. Without simulated conditions, a call on an open connection waits for nothing.
 */
export function createSimulatedNetwork(transport: Transport, options: SimulatedNetworkOptions): Transport {
  let conditions: NetworkConditions | undefined
  let model: ConnectionModel | undefined
  const modelOf = (next: NetworkConditions): ConnectionModel => {
    if (!model || (next !== conditions && toJson(next) !== toJson(conditions))) model = new ConnectionModel(next)
    conditions = next
    return model
  }

  return {
    async send(outgoing, job) {
      const at = job.clock.now()
      const now = options.conditions()
      const link = now.online && now.loss === 0 ? undefined : cuttable(job)
      const route = await transport.send(outgoing, link?.job ?? job)
      if (route?.by !== 'mock') return route
      // Once the link is cut, nobody handles a rejection of the handler.
      route.answer.catch(() => {})
      if (!now.online) {
        link?.cut()
        return failed(route, new TransportFailure('ERR_INTERNET_DISCONNECTED', 'simulated-offline'))
      }
      const size = bodySize(outgoing.body)
      const plan = modelOf(now).plan(outgoing.url, at, size, { http2: outgoing.protocol === 'h2' })
      const { marks, connection, simulated } = plan
      if (plan.breaks) link?.cut()
      else if (size > 0 && job.onSent) void emitSent(plan, size, job.onSent, job)
      const answer = plan.breaks ? breakOff(plan, job) : carry(route.answer, plan, now, job)
      answer.catch(() => {})
      return { ...route, timing: { marks, connection, simulated }, answer }
    },
    async connect(outgoing, job) {
      const at = job.clock.now()
      const now = options.conditions()
      const link = cuttable(job)
      const route = await transport.connect?.(outgoing, link.job)
      if (route?.by !== 'mock') return route
      route.connection.catch(() => {})
      const plan = now.online ? modelOf(now).plan(outgoing.url, at, 0, { alone: true }) : undefined
      if (!plan || plan.breaks) link.cut()
      const connection = !plan
        ? Promise.reject(new TransportFailure('ERR_INTERNET_DISCONNECTED', 'simulated-offline'))
        : plan.breaks
          ? breakOff(plan, job)
          : carryConnection(route.connection, plan, options.conditions, job)
      connection.catch(() => {})
      return {
        ...route,
        ...(plan && { timing: { marks: plan.marks, connection: plan.connection, simulated: plan.simulated } }),
        connection,
      }
    },
  }
}

/** A job that can be aborted from here, so that a handler does not work for an answer that will not arrive. */
function cuttable({ signal, clock }: Job): { readonly job: Job; cut(): void } {
  const controller = new AbortController()
  if (signal.aborted) controller.abort()
  else signal.addEventListener('abort', () => controller.abort(), { signal: controller.signal })
  return { job: { signal: controller.signal, clock }, cut: () => controller.abort() }
}

function failed(route: Route, failure: TransportFailure): Route {
  const answer = Promise.reject(failure)
  answer.catch(() => {})
  return { ...route, answer }
}

async function breakOff({ marks, latency }: ConnectionPlan, { clock, signal }: Job): Promise<never> {
  await clock.sleep((marks.requestEnd ?? 0) + latency - clock.now(), signal)
  throw new TransportFailure('ERR_CONNECTION_RESET', 'simulated-loss')
}

/** Delivers an answer: the handler's own time is added to that of the connection and of sending. */
async function carry(coming: Promise<Answer>, plan: ConnectionPlan, conditions: NetworkConditions, job: Job): Promise<Answer> {
  const { clock, signal } = job
  const { fetchStart = 0, requestEnd = 0 } = plan.marks
  const answer = await coming.catch(async (failure: unknown) => {
    await clock.sleep(momentOf(failure, plan) - clock.now(), signal)
    throw failure
  })
  const onTheWay = requestEnd - fetchStart + plan.latency
  if (onTheWay > 0) {
    await clock.sleep(onTheWay, signal)
    if (signal.aborted) throw new TransportFailure('ERR_ABORTED')
  }
  return {
    ...answer,
    chunks: discardable(carryChunks(answer.chunks, plan, conditions.downKbps, job), () => discardChunks(answer.chunks)),
    timing: { marks: { ...answer.timing?.marks, responseStart: clock.now() }, simulated: answer.timing?.simulated ?? [] },
  }
}

/** Delivers a handshake, and the messages after it. */
async function carryConnection(
  coming: Promise<SocketConnection>,
  plan: ConnectionPlan,
  conditions: () => NetworkConditions,
  job: Job,
): Promise<SocketConnection> {
  const { clock, signal } = job
  const { fetchStart = 0, requestEnd = 0 } = plan.marks
  const inner = await coming.catch(async (failure: unknown) => {
    await clock.sleep(momentOf(failure, plan) - clock.now(), signal)
    throw failure
  })
  const onTheWay = requestEnd - fetchStart + plan.latency
  if (onTheWay > 0) await clock.sleep(onTheWay, signal)
  if (signal.aborted) {
    inner.close(1000, '')
    throw new TransportFailure('ERR_ABORTED')
  }
  const timing = { marks: { ...inner.timing?.marks, responseStart: clock.now() }, simulated: inner.timing?.simulated ?? [] }
  return { ...simulateConnection(inner, plan.latency / 2, conditions, clock), header: inner.header, protocol: inner.protocol, timing }
}

/** Reports upload progress evenly between the two marks of the plan. */
async function emitSent({ marks }: ConnectionPlan, size: number, onSent: (loaded: number) => void, { clock, signal }: Job): Promise<void> {
  const { requestStart = 0, requestEnd = 0 } = marks
  await clock.sleep(requestStart - clock.now(), signal)
  for (let now = clock.now(); now + SLICE < requestEnd && !signal.aborted; now = clock.now()) {
    await clock.sleep(SLICE, signal)
    if (!signal.aborted) onSent(Math.floor((size * (clock.now() - requestStart)) / (requestEnd - requestStart)))
  }
  await clock.sleep(requestEnd - clock.now(), signal)
  if (!signal.aborted) onSent(size)
}

/** When a planned failure happens: a connection that breaks while it opens breaks at that step. */
function momentOf(failure: unknown, { marks }: ConnectionPlan): number {
  const name = failure instanceof TransportFailure && failure.hint !== 'handler-threw' ? failure.failure : ''
  if (/NAME_|DNS/.test(name)) return marks.domainLookUpEnd ?? 0
  if (/CERT|SSL|TLS/.test(name)) return marks.connectEnd ?? 0
  if (/CONNECTION_(REFUSED|TIMED_OUT|FAILED)|ADDRESS_|PROXY|TUNNEL/.test(name)) return marks.SSLconnectionStart ?? marks.connectEnd ?? 0
  if (/RESET|CLOSED|EMPTY_RESPONSE|HTTP2|QUIC/.test(name)) return marks.requestEnd ?? 0
  return 0
}

async function* carryChunks(
  chunks: AsyncIterable<Uint8Array>,
  plan: ConnectionPlan,
  kbps: number | null,
  { clock, signal }: Job,
): AsyncGenerator<Uint8Array> {
  let due = clock.now()
  for await (const chunk of chunks) {
    if (kbps === null) {
      yield chunk
      continue
    }
    const size = Math.max(1, Math.round((kbps * SLICE) / 8))
    due = Math.max(due, clock.now())
    for (let start = 0; start < chunk.length; start += size) {
      const slice = chunk.subarray(start, start + size)
      due += (slice.length * 8) / kbps
      await clock.sleep(due - clock.now(), signal)
      if (signal.aborted) throw new TransportFailure('ERR_ABORTED')
      yield slice
    }
  }
  plan.release()
}
