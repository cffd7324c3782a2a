import type { TaskEvent } from '../../src/contract/task-event.ts'
import type { RequestFail, RequestOption, RequestSuccess, RequestTask, UploadTask, Wx } from '../../src/contract/wx.ts'
import { createEnvironment, createWx } from '../../src/entry/shim.ts'
import { placeOf } from '../../src/files/file-path.ts'
import type { KeptFiles } from '../../src/files/kept-files.ts'
import { createMswNetwork } from '../../src/transport/msw/network.ts'
import { createSimulatedNetwork } from '../../src/transport/simulated-network.ts'
import { checkSocketVector } from './check-socket-vector.ts'
import { checkVector } from './check-vector.ts'
import { fillZeros, readRequest, recordRequests, ruleOf, type SeenRequest, type SentRequest } from './fake-server.ts'
import { observeSockets, SOCKET_APIS } from './run-socket-vector.ts'
import { recordSockets, type SeenSocket, socketRuleOf } from './socket-server.ts'
import { createSteppedClock } from './stepped-clock.ts'
import { decodeValue, type Step, type Vector } from './vector.ts'

export interface Outcome {
  readonly vector: Vector
  readonly status: 'passed' | 'failed' | 'skipped'
  /** What differs from the expectation, one line each. */
  readonly problems: readonly string[]
  /** What was recorded of its tasks. */
  readonly events: readonly TaskEvent[]
}

/** One call and all that came back from it. */
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
  readonly progress: readonly Record<string, unknown>[]
  /** What is in the file that the last call left behind. */
  readonly fileContent: Uint8Array | undefined
  readonly console: readonly string[]
  readonly sentAtOnce: number
  readonly sentAfterSteps: number
}

/** Longer than any timeout that a vector may name. */
const LONGEST_RUN = 10 * 60_000

export async function runVector(vector: Vector): Promise<Outcome> {
  const clock = createSteppedClock()
  const environment = createEnvironment(vector.env)
  const sent: SentRequest[] = []
  const console: string[] = []
  const network = createMswNetwork({
    clock,
    rules: [SOCKET_APIS.includes(vector.api) ? socketRuleOf(vector.server) : ruleOf(vector.server)],
    handlers: [],
    serviceWorker: false,
    environment: environment.settings,
    onPageEvent: () => {},
  })
  await network.ready
  const simulated = createSimulatedNetwork(network.transport, { conditions: () => environment.settings().conditions })
  const seenSockets: SeenSocket[] = []
  const transport = recordSockets(
    { ...recordRequests(fillZeros(simulated, vector.server), sent), connect: simulated.connect! },
    seenSockets,
  )
  const print = (...values: unknown[]) => void console.push(values.map(String).join(' '))
  const report = { group: print, groupEnd: () => {}, error: print, warn: print, table: print }
  const recorded: TaskEvent[] = []
  const wx = createWx({
    ...{ settings: environment, transport, clock, report, keepFiles: filesOf(vector, environment.settings().appid) },
    emit: (event) => recorded.push(event),
  })
  if (!(vector.api in wx)) return { vector, status: 'skipped', problems: [`wx.${vector.api} is not there yet`], events: recorded }
  if (SOCKET_APIS.includes(vector.api)) {
    const observed = await observeSockets(vector, wx, clock, environment, seenSockets, console)
    await network.dispose()
    const problems = checkSocketVector(vector, observed)
    return { vector, status: problems.length === 0 ? 'passed' : 'failed', problems, events: recorded }
  }

  const calls: Call[] = []
  const events: string[] = []
  const headersReceived: Record<string, unknown>[] = []
  const chunks: Uint8Array[] = []
  const progress: Record<string, unknown>[] = []
  const listeners = new Map<string, (result: never) => void>()
  const named = JSON.stringify(vector.expect)
  const rest = () => clock.runUntil(() => false, 0)
  const allEnded = () => calls.every((call) => call.completed !== undefined)

  const call = (step: Step) => {
    const options = decodeValue({ ...vector.options, ...step.options }) as RequestOption & { repeat?: number }
    const { repeat, ...option } = options
    for (let left = step.times ?? (vector.steps ? 1 : (repeat ?? 1)); left > 0; left--)
      calls.push(callOnce(callable(wx, step.call ?? vector.api), option))
  }
  const callOnce = (make: (option: object) => unknown, option: object): Call => {
    const sync: string[] = []
    let returning = true
    const ran = (name: string) => {
      events.push(name)
      if (returning) sync.push(name)
    }
    const made: { -readonly [Key in keyof Call]: Call[Key] } = { returned: undefined, calledAt: clock.now(), sync }
    made.returned = make({
      ...option,
      success: (result: RequestSuccess) => {
        ran('success')
        made.succeeded = result
      },
      fail: (result: RequestFail) => {
        ran('fail')
        made.failed = result
        made.endedAt = clock.now()
      },
      complete: (result: RequestSuccess | RequestFail) => {
        ran('complete')
        made.completed = result
        made.endedAt ??= clock.now()
      },
    })
    returning = false
    const task = made.returned as (RequestTask & Partial<UploadTask>) | undefined
    if (named.includes('headersReceived"') || named.includes('headersReceivedKeys') || named.includes('headersReceivedHeader')) {
      task?.onHeadersReceived((result) => {
        events.push('headersReceived')
        headersReceived.push({ ...result })
      })
    }
    if (/progress(Keys|Last|Update)?"/.test(named)) {
      task?.onProgressUpdate?.((result) => {
        events.push('progressUpdate')
        progress.push({ ...result })
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
    if (step.call === vector.api || (step.call && SENT_BY.has(step.call))) {
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
      sentAtOnce = sent.length
    }
  }
  if (first < 0) call({})
  await rest()
  const sentAfterSteps = sent.length
  await clock.runUntil(allEnded, LONGEST_RUN)
  await network.dispose()

  const seen = await Promise.all(sent.map(readRequest))
  const fileContent = 'fileContent' in vector.expect ? await readResult(wx, calls.at(-1)) : undefined
  const observed: Observed = {
    ...{ calls, seen, events, headersReceived, chunks, progress, fileContent },
    ...{ console, sentAtOnce, sentAfterSteps },
  }
  const problems = checkVector(vector, observed)
  return { vector, status: problems.length === 0 ? 'passed' : 'failed', problems, events: recorded }
}

/** The calls that go out over HTTP; a step may make any of them, whatever its vector is about. */
const SENT_BY = new Set(['request', 'uploadFile', 'downloadFile'])

function callable(wx: Wx, api: string): (option: object) => unknown {
  return (wx as unknown as Record<string, (option: object) => unknown>)[api]!
}

/** The temp files that a vector uploads are there before it begins; \`wxfile://gone.png\` is no temp file. */
function filesOf(vector: Vector, appid: string): KeptFiles {
  const options = [vector.options, ...(vector.steps ?? []).map((step) => step.options)]
  const keys = options.flatMap((option) => (typeof option?.filePath === 'string' ? (placeOf(option.filePath)?.key ?? []) : []))
  const temps = [...new Set(keys)].filter((key) => key.startsWith('temp/'))
  return {
    load: async () => temps.map((key) => ({ appid, key, entry: { kind: 'file', blob: new Blob([key]), modifiedAt: 0 } })),
    write: async () => {},
    close: () => {},
  }
}

/** What the app finds in the file that its call left behind. */
function readResult(wx: Wx, call: Call | undefined): Promise<Uint8Array | undefined> {
  const { tempFilePath, filePath = tempFilePath } = (call?.succeeded ?? {}) as { tempFilePath?: string; filePath?: string }
  if (filePath === undefined) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    wx.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)),
      fail: () => resolve(undefined),
    })
  })
}
