import type { RequestFail, RequestOption, RequestSuccess, RequestTask, Wx } from '../../src/contract/wx.ts'
import { createEnvironment, createWx } from '../../src/entry/shim.ts'
import { createMswNetwork } from '../../src/transport/msw/network.ts'
import { createSimulatedNetwork } from '../../src/transport/simulated-network.ts'
import { checkVector } from './check-vector.ts'
import { recordRequests, ruleOf, type SeenRequest } from './fake-server.ts'
import { createSteppedClock } from './stepped-clock.ts'
import { decodeValue, type Step, type Vector } from './vector.ts'

export interface Outcome {
  readonly vector: Vector
  readonly status: 'passed' | 'failed' | 'skipped'
  /** What differs from the expectation, one line each. */
  readonly problems: readonly string[]
}

/** One call of `wx.request` and all that came back from it. */
export interface Call {
  readonly returned: unknown
  readonly calledAt: number
  /** Callbacks that ran before the call returned. */
  readonly sync: readonly string[]
  endedAt?: number
  succeeded?: RequestSuccess
  failed?: RequestFail
  completed?: RequestSuccess | RequestFail
}

export interface Observed {
  readonly calls: readonly Call[]
  readonly seen: readonly SeenRequest[]
  /** Callbacks and listeners in the order in which they ran: `headersReceived`, `headersReceived:L2`, `success` … */
  readonly events: readonly string[]
  readonly headersReceived: readonly Record<string, unknown>[]
  readonly chunks: readonly Uint8Array[]
  readonly console: readonly string[]
  readonly sentAtOnce: number
  readonly sentAfterSteps: number
}

/** Longer than any timeout that a vector may name. */
const LONGEST_RUN = 10 * 60_000

export async function runVector(vector: Vector): Promise<Outcome> {
  const clock = createSteppedClock()
  const environment = createEnvironment(vector.env)
  const seen: SeenRequest[] = []
  const console: string[] = []
  const network = createMswNetwork({
    clock,
    rules: [ruleOf(vector.server)],
    handlers: [],
    serviceWorker: false,
    environment: environment.settings,
    onPageEvent: () => {},
  })
  await network.ready
  const transport = recordRequests(createSimulatedNetwork(network.transport, { conditions: () => environment.settings().conditions }), seen)
  const print = (...values: unknown[]) => void console.push(values.map(String).join(' '))
  const report = { group: print, groupEnd: () => {}, error: print, warn: print, table: print }
  const wx = createWx({ settings: environment, transport, clock, report })
  if (!(vector.api in wx)) return { vector, status: 'skipped', problems: [`wx.${vector.api} is not there yet`] }

  const calls: Call[] = []
  const events: string[] = []
  const headersReceived: Record<string, unknown>[] = []
  const chunks: Uint8Array[] = []
  const listeners = new Map<string, (result: never) => void>()
  const named = JSON.stringify(vector.expect)
  const rest = () => clock.runUntil(() => false, 0)
  const allEnded = () => calls.every((call) => call.completed !== undefined)

  const call = (step: Step) => {
    const options = decodeValue({ ...vector.options, ...step.options }) as RequestOption & { repeat?: number }
    const { repeat, ...option } = options
    for (let left = step.times ?? (vector.steps ? 1 : (repeat ?? 1)); left > 0; left--) calls.push(callOnce(wx, option))
  }
  const callOnce = (wx: Wx, option: RequestOption): Call => {
    const sync: string[] = []
    let returning = true
    const ran = (name: string) => {
      events.push(name)
      if (returning) sync.push(name)
    }
    const made: { -readonly [Key in keyof Call]: Call[Key] } = { returned: undefined, calledAt: clock.now(), sync }
    made.returned = wx.request({
      ...option,
      success: (result) => {
        ran('success')
        made.succeeded = result
      },
      fail: (result) => {
        ran('fail')
        made.failed = result
        made.endedAt = clock.now()
      },
      complete: (result) => {
        ran('complete')
        made.completed = result
        made.endedAt ??= clock.now()
      },
    })
    returning = false
    const task = made.returned as RequestTask | undefined
    if (named.includes('headersReceived"') || named.includes('headersReceivedKeys') || named.includes('headersReceivedHeader')) {
      task?.onHeadersReceived((result) => {
        events.push('headersReceived')
        headersReceived.push({ ...result })
      })
    }
    if (named.includes('chunkReceived') || 'chunkData' in vector.expect) {
      task?.onChunkReceived(({ data }) => {
        events.push('chunkReceived')
        chunks.push(new Uint8Array(data))
      })
    }
    return made
  }
  const listen = (method: string, name: string | undefined) => {
    const task = calls.at(-1)?.returned as RequestTask & Record<string, (listener?: unknown) => void>
    const event = method.replace(/^o(n|ff)/, '').replace(/^./, (letter) => letter.toLowerCase())
    if (name && !listeners.has(name)) listeners.set(name, () => void events.push(`${event}:${name}`))
    task[method]?.(name ? listeners.get(name) : undefined)
  }
  const perform = async (step: Step) => {
    if (step.server !== undefined) network.setRules([ruleOf(step.server)])
    if (step.call === vector.api) {
      call(step)
      if (step.server !== undefined) await clock.runUntil(allEnded, LONGEST_RUN)
    } else if (step.call === 'abort') {
      await rest()
      const task = calls.at(step.index ?? -1)?.returned as RequestTask | undefined
      if (!task) throw new Error('there is no task to abort')
      task.abort()
    } else if (step.call) listen(step.call, step.listener)
    if (step.appHide !== undefined) environment.setAppHidden(step.appHide)
    if (step.appShow) environment.setAppHidden(false)
    if (step.waitMs !== undefined) await clock.runUntil(() => false, step.waitMs)
    if (step.await) await clock.runUntil(() => events.includes(step.await!), LONGEST_RUN)
  }

  const steps = vector.steps ?? [{ call: vector.api }]
  const first = steps.findIndex((step) => step.call === vector.api)
  let sentAtOnce = 0
  for (const [index, step] of steps.entries()) {
    await perform(step)
    if (index === first && 'sentAtOnce' in vector.expect) {
      await rest()
      sentAtOnce = seen.length
    }
  }
  if (first < 0) call({})
  await rest()
  const sentAfterSteps = seen.length
  await clock.runUntil(allEnded, LONGEST_RUN)
  await network.dispose()

  const observed: Observed = { calls, seen, events, headersReceived, chunks, console, sentAtOnce, sentAfterSteps }
  const problems = checkVector(vector, observed)
  return { vector, status: problems.length === 0 ? 'passed' : 'failed', problems }
}
