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
import { type GivenFiles, readEnv } from './read-env.ts'
import { observeSockets, SOCKET_APIS } from './run-socket-vector.ts'
import { recordSockets, type SeenSocket, socketRuleOf } from './socket-server.ts'
import { createSteppedClock } from './stepped-clock.ts'
import { unknownFields } from './unknown-fields.ts'
import { bytesOfHex, decodeValue, type ServerScript, type Step, type Vector } from './vector.ts'

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
  /** Callbacks in order, and those of them that ran before the call returned. */
  readonly callbacks: readonly string[]
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
  const unknown = unknownFields(vector)
  if (unknown.length > 0) return { vector, status: 'failed', problems: unknown, events: [] }
  const clock = createSteppedClock()
  const { files, settings } = readEnv(vector.env)
  const environment = createEnvironment(settings)
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
    ...{ settings: environment, transport, clock, report, keepFiles: filesOf(vector, files, environment.settings().appid) },
    emit: (event) => recorded.push(event),
  })
  if (!(vector.api in wx)) return { vector, status: 'skipped', problems: [`wx.${vector.api} is not there yet`], events: recorded }
  if (SOCKET_APIS.includes(vector.api)) {
    const answerWith = (server: ServerScript | null) => network.setRules([socketRuleOf(server)])
    const observed = await observeSockets(vector, wx, clock, environment, seenSockets, console, answerWith)
    await network.dispose()
    const problems = checkSocketVector(vector, observed)
    return { vector, status: problems.length === 0 ? 'passed' : 'failed', problems, events: recorded }
  }

  const calls: Call[] = []
  const events: string[] = []
  /** Where the events of the last call begin. */
  let sinceCall = 0
  const headersReceived: Record<string, unknown>[] = []
  const chunks: Uint8Array[] = []
  const progress: Record<string, unknown>[] = []
  const listeners = new Map<string, (result: never) => void>()
  const named = JSON.stringify([vector.expect, vector.steps])
  /** Listeners that are added with the call, because something of them is looked at. */
  const hears = {
    onHeadersReceived: /"headersReceived(Keys|Header)?"/.test(named),
    onProgressUpdate: /"progress(Keys|Last|Update)?"/.test(named),
    onChunkReceived: /"(chunkReceived|chunkData)"/.test(named),
  }
  const rest = () => clock.runUntil(() => false, 0)
  const allEnded = () => calls.every((call) => call.completed !== undefined)

  const call = (step: Step, method: string) => {
    const { repeat = 1, ...option } = decodeValue({
      ...(method === vector.api && vector.options),
      ...step.options,
      ...optionsOf(step),
    }) as RequestOption & { repeat?: number }
    sinceCall = events.length
    for (let left = step.times ?? (calls.length === 0 ? repeat : 1); left > 0; left--) calls.push(callOnce(callable(wx, method), option))
  }
  const callOnce = (make: (option: object) => unknown, option: object): Call => {
    const callbacks: string[] = []
    const ran = (name: string) => {
      events.push(name)
      callbacks.push(name)
    }
    const made: { -readonly [Key in keyof Call]: Call[Key] } = { returned: undefined, calledAt: clock.now(), callbacks, sync: [] }
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
    made.sync = [...callbacks]
    const task = made.returned as (RequestTask & Partial<UploadTask>) | undefined
    if (hears.onHeadersReceived)
      task?.onHeadersReceived((result) => {
        events.push('headersReceived')
        headersReceived.push({ ...result })
      })
    if (hears.onProgressUpdate)
      task?.onProgressUpdate?.((result) => {
        events.push('progressUpdate')
        progress.push({ ...result })
      })
    if (hears.onChunkReceived)
      task?.onChunkReceived(({ data }) => {
        events.push('chunkReceived')
        chunks.push(new Uint8Array(data))
      })
    return made
  }
  /** A listener without a name is the one that was added with the call; if there was none, a new one. */
  const listen = (method: string, name: string | undefined, index = -1) => {
    if (name === undefined && hears[method as keyof typeof hears]) return
    const task = calls.at(index)?.returned as Record<string, ((listener?: unknown) => void) | undefined> | undefined
    const event = method.replace(/^o(n|ff)/, '').replace(/^./, (letter) => letter.toLowerCase())
    const hear = () => void events.push(name ? `${event}:${name}` : event)
    if (name && !listeners.has(name)) listeners.set(name, hear)
    if (!task?.[method]) throw new Error(`there is no task with ${method}`)
    task[method]?.(name ? listeners.get(name) : method.startsWith('on') ? hear : undefined)
  }
  const perform = async (step: Step, callsNext: boolean) => {
    const method = step.call?.replace(/^(wx|task|RequestTask|UploadTask|DownloadTask)\./, '')
    if (step.server !== undefined) network.setRules([ruleOf(step.server)])
    if (method && SENT_BY.has(method)) {
      call(step, method)
      // The next call may have another server: this one's must have been asked by then, and have answered if it ever will.
      if (step.server !== undefined) await (callsNext && !step.server?.hang ? clock.runUntil(allEnded, LONGEST_RUN) : rest())
    } else if (method === 'abort') {
      await rest()
      const task = calls.at(step.index ?? -1)?.returned as RequestTask | undefined
      if (!task) throw new Error('there is no task to abort')
      task.abort()
    } else if (method && /^(on|off)[A-Z]/.test(method)) listen(method, step.listener, step.index)
    else if (method) throw new Error(`this runner does not know the call ${step.call}`)
    if (step.appHide !== undefined) environment.setAppHidden(step.appHide)
    if (step.appShow) environment.setAppHidden(false)
    if (step.waitMs !== undefined) await clock.runUntil(() => false, step.waitMs)
    if (step.await === undefined) return
    const came = () => events.includes(step.await!, sinceCall)
    await clock.runUntil(came, LONGEST_RUN)
    if (!came()) throw new Error(`${step.await} did not come`)
  }

  const steps = vector.steps ?? [{ call: vector.api }]
  const makesCall = (step: Step | undefined) => SENT_BY.has(step?.call?.replace(/^wx\./, '') ?? '')
  let sentAtOnce = 0
  for (const [index, step] of steps.entries()) {
    const callsNext = makesCall(steps[index + 1])
    await perform(step, callsNext)
    if (!makesCall(step) || callsNext || sentAtOnce > 0) continue
    if (/"(sentAtOnce|queued)"/.test(named)) await rest()
    sentAtOnce = sent.length
  }
  if (!steps.some(makesCall)) call({}, vector.api)
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

/** What is a step's own; everything else in it is an option of its call. */
const STEP_KEYS = new Set(['call', 'options', 'server', 'times', 'index', 'listener', 'await', 'waitMs', 'appHide', 'appShow', 'note'])

function optionsOf(step: Step): object {
  return Object.fromEntries(Object.entries(step).filter(([key]) => !STEP_KEYS.has(key)))
}

/** The files that are there before a vector begins: those that its env names, else the temp files that it uploads; `wxfile://gone.png` is none. */
function filesOf(vector: Vector, given: GivenFiles | undefined, appid: string): KeptFiles {
  const options = [vector.options, ...(vector.steps ?? []).flatMap((step) => [step.options, optionsOf(step)])] as { filePath?: unknown }[]
  const uploaded = options.flatMap(({ filePath } = {}) => (typeof filePath === 'string' ? [filePath] : []))
  const contents = given ?? Object.fromEntries(uploaded.filter((path) => placeOf(path)?.area === 'temp').map((path) => [path, path]))
  const kept = Object.entries(contents).flatMap(([path, content]) => {
    const key = placeOf(path)?.key
    const bytes = typeof content === 'string' ? content : bytesOfHex(content.$hex)
    return key === undefined ? [] : [{ appid, key, entry: { kind: 'file' as const, blob: new Blob([bytes]), modifiedAt: 0 } }]
  })
  return { load: async () => kept, write: async () => {}, close: () => {} }
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
