import type { Timing } from '../contract/event/profile.ts'
import type { NetworkHint } from '../contract/event/task-error.ts'
import type { AnsweredBy } from '../contract/event/task-event.ts'
import { type Answer, type Job, type Outgoing, type Route, type Transport, TransportFailure } from '../contract/transport.ts'

/** What a scripted answer is made of. Delays are ms on the job's clock. */
export interface Script {
  /** Takes the call, and never answers. */
  readonly hang?: boolean
  /** Leaves the call to nobody. */
  readonly declines?: boolean
  /** A TransportFailure of this name instead of an answer. */
  readonly fails?: string
  readonly hint?: NetworkHint
  /** Something else than a TransportFailure goes wrong. */
  readonly breaks?: Error
  /** Before the call is taken. */
  readonly routeDelay?: number
  /** How the body of the call leaves: each step `after` ms after the one before. */
  readonly sends?: readonly { readonly after: number; readonly loaded: number }[]
  /** Between the taking and the head of the answer. */
  readonly delay?: number
  /** Before each piece of the body. */
  readonly chunkDelay?: number
  readonly status?: number
  readonly header?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  /** Text goes out as UTF-8. */
  readonly body?: string | Uint8Array
  readonly chunks?: readonly (string | Uint8Array)[]
  /** Breaks off after the pieces. */
  readonly breaksOff?: string
  readonly finalUrl?: string
  readonly by?: AnsweredBy
  readonly ruleId?: string
  readonly routeTiming?: Timing
  readonly timing?: Timing
  readonly measuredTiming?: Timing
}

export interface ScriptedTransport extends Transport {
  /** Every call that came this far, in order. */
  readonly sent: Outgoing[]
  /** The job of each call in `sent`. */
  readonly jobs: Job[]
}

const utf8 = new TextEncoder()
const bytesOf = (piece: string | Uint8Array): Uint8Array => (typeof piece === 'string' ? utf8.encode(piece) : piece)

/** A transport in memory: `script` says how each call is answered. */
export function createScriptedTransport(script: Script | ((outgoing: Outgoing, nth: number) => Script) = {}): ScriptedTransport {
  const sent: Outgoing[] = []
  const jobs: Job[] = []
  return {
    sent,
    jobs,
    async send(outgoing, job) {
      const nth = sent.push(outgoing) - 1
      jobs.push(job)
      const answer = typeof script === 'function' ? script(outgoing, nth) : script
      if (answer.declines) return undefined
      if (answer.routeDelay !== undefined) await job.clock.sleep(answer.routeDelay, job.signal)
      const route: Route = {
        by: answer.by ?? 'mock',
        ...(answer.ruleId !== undefined && { ruleId: answer.ruleId }),
        ...(answer.routeTiming && { timing: answer.routeTiming }),
        answer: answerBy(answer, job),
      }
      return route
    },
  }
}

async function answerBy(script: Script, job: Job): Promise<Answer> {
  for (const { after, loaded } of script.sends ?? []) {
    await job.clock.sleep(after, job.signal)
    if (!job.signal.aborted) job.onSent?.(loaded)
  }
  if (script.hang) await untilAborted(job.signal)
  if (script.delay !== undefined) await job.clock.sleep(script.delay, job.signal)
  if (job.signal.aborted) throw new TransportFailure('ERR_ABORTED')
  if (script.breaks) throw script.breaks
  if (script.fails !== undefined) throw new TransportFailure(script.fails, script.hint)
  const { measuredTiming } = script
  return {
    statusCode: script.status ?? 200,
    header: script.header ?? { 'Content-Type': 'application/json' },
    cookies: script.cookies ?? [],
    chunks: chunksOf(script, job),
    ...(script.timing && { timing: script.timing }),
    ...(script.finalUrl !== undefined && { finalUrl: script.finalUrl }),
    ...(measuredTiming && { measuredTiming: () => measuredTiming }),
  }
}

async function* chunksOf(script: Script, job: Job): AsyncGenerator<Uint8Array> {
  const pieces = script.chunks ?? (script.body === undefined || script.body.length === 0 ? [] : [script.body])
  for (const piece of pieces) {
    if (script.chunkDelay !== undefined) await job.clock.sleep(script.chunkDelay, job.signal)
    if (job.signal.aborted) throw new TransportFailure('ERR_ABORTED')
    yield bytesOf(piece)
  }
  if (script.breaksOff !== undefined) throw new TransportFailure(script.breaksOff)
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve())
  })
}
