import type { RequestTask, Wx } from '../../src/contract/wx/wx.ts'
import { readRequest } from './fake-server.ts'
import { type AddedListeners, makeCall } from './make-call.ts'
import type { Call, ObservedCalls, Received } from './observed-calls.ts'
import { LONGEST_RUN, passTime } from './pass-time.ts'
import type { Stage } from './stage.ts'
import { stepOptions } from './step-options.ts'
import { decodeValue, type Step, type Vector } from './vector.ts'

/** The calls that go out over HTTP; a step may make any of them, whatever its vector is about. */
const SENT_BY = new Set(['request', 'uploadFile', 'downloadFile'])

/** Plays the steps of a vector about calls over HTTP, and waits until all of them have ended. */
export async function observeCalls(vector: Vector, stage: Stage): Promise<ObservedCalls> {
  const { clock, console, sent, wx } = stage
  const calls: Call[] = []
  const received: Received = { events: [], headersReceived: [], chunks: [], progress: [] }
  /** Where the events of the last call begin. */
  let sinceCall = 0
  const listeners = new Map<string, () => void>()
  const named = JSON.stringify([vector.expect, vector.steps])
  const added: AddedListeners = {
    onHeadersReceived: /"headersReceived(Keys|Header)?"/.test(named),
    onProgressUpdate: /"progress(Keys|Last|Update)?"/.test(named),
    onChunkReceived: /"(chunkReceived|chunkData)"/.test(named),
  }
  const rest = () => clock.runUntil(() => false, 0)
  const allEnded = () => calls.every((call) => call.completed !== undefined)

  const call = (step: Step, method: string) => {
    const given = decodeValue({ ...(method === vector.api && vector.options), ...stepOptions(step) })
    const { repeat = 1, ...option } = given as { repeat?: number }
    sinceCall = received.events.length
    for (let left = step.times ?? (calls.length === 0 ? repeat : 1); left > 0; left--)
      calls.push(makeCall(callable(wx, method), option, clock, received, added))
  }
  /** A listener without a name is the one that was added with the call; if there was none, a new one. */
  const listen = (method: string, name: string | undefined, index = -1) => {
    if (name === undefined && added[method as keyof AddedListeners]) return
    const task = calls.at(index)?.returned as Record<string, ((listener?: unknown) => void) | undefined> | undefined
    const event = method.replace(/^o(n|ff)/, '').replace(/^./, (letter) => letter.toLowerCase())
    const listener = () => void received.events.push(name ? `${event}:${name}` : event)
    if (name && !listeners.has(name)) listeners.set(name, listener)
    if (!task?.[method]) throw new Error(`there is no task with ${method}`)
    task[method]?.(name ? listeners.get(name) : method.startsWith('on') ? listener : undefined)
  }
  const perform = async (step: Step, callsNext: boolean) => {
    const method = step.call?.replace(/^(wx|task|RequestTask|UploadTask|DownloadTask)\./, '')
    if (step.server !== undefined) stage.serve(step.server)
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
    await passTime(step, stage, (event) => received.events.includes(event, sinceCall))
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

  const seen = await Promise.all(sent.map(readRequest))
  const fileContent = 'fileContent' in vector.expect ? await readResult(wx, calls.at(-1)) : undefined
  return { ...received, calls, seen, fileContent, console, sentAtOnce, sentAfterSteps }
}

function callable(wx: Wx, api: string): (option: object) => unknown {
  return (wx as unknown as Record<string, (option: object) => unknown>)[api]!
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
