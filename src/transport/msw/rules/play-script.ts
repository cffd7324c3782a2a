import type { Clock } from '../../../contract/clock.ts'
import type { Delay, MessageMatch, SocketStep } from '../../../contract/mock-rule.ts'
import { toJson } from '../../../contract/to-json.ts'
import type { SocketData } from '../../../contract/transport.ts'
import type { CallFacts } from '../call/call-facts.ts'
import { compileCondition } from './check-condition.ts'
import type { MockConnection } from './mock-connection.ts'

export interface ScriptContext {
  readonly line: MockConnection
  readonly clock: Clock
  /** ms for a delay; `step` tells the delays of one script apart. */
  readonly draw: (delay: Delay | undefined, step: number) => number
}

/** Plays a server on a line, from now to the end of the socket. */
export type PlayScript = (context: ScriptContext) => Promise<void>

type Fits = (data: SocketData) => boolean

/** What one play of a script knows. */
interface Stage extends ScriptContext {
  /** Aborts with the socket. */
  readonly gone: AbortSignal
  /** Resolves with the next message that fits; `undefined` when there will be none. */
  next(fits: Fits): Promise<SocketData | undefined>
  /** Hears every message from now on, until it gives false. */
  always(hear: (data: SocketData) => boolean): void
  /** How many delays were drawn. */
  drawn: number
  /** When others could last run. */
  rested: number
}

type Step = (stage: Stage) => Promise<void>

/** Turns the script of a rule into a server. Total: whatever `parseRules` lets through can be played. */
export function compileScript(script: readonly SocketStep[]): PlayScript {
  const play = compileSteps(script)
  return async (context) => play(setStage(context))
}

function setStage(context: ScriptContext): Stage {
  const gone = new AbortController()
  const waiting = new Set<{ readonly fits: Fits; resolve(data: SocketData | undefined): void }>()
  const standing = new Set<(data: SocketData) => boolean>()
  const stage: Stage = {
    ...context,
    gone: gone.signal,
    drawn: 0,
    rested: context.clock.now(),
    next: (fits) =>
      new Promise((resolve) => {
        if (gone.signal.aborted) resolve(undefined)
        else waiting.add({ fits, resolve })
      }),
    always: (hear) => void standing.add(hear),
  }
  context.line.serve({
    message(data) {
      for (const hear of [...standing]) if (!hear(data)) standing.delete(hear)
      for (const waiter of [...waiting]) {
        if (!waiter.fits(data)) continue
        waiting.delete(waiter)
        waiter.resolve(data)
      }
    },
    closed() {
      gone.abort()
      for (const { resolve } of waiting) resolve(undefined)
    },
  })
  return stage
}

function compileSteps(steps: readonly SocketStep[]): Step {
  const compiled = steps.map((step) => ({ after: step.after, act: compileStep(step) }))
  return async (stage) => {
    for (const { after, act } of compiled) {
      const duration = after === undefined ? 0 : stage.draw(after, ++stage.drawn)
      if (duration > 0) await rest(stage, duration)
      else if (stage.clock.now() - stage.rested > LONGEST_RUN) await rest(stage, SHORTEST_REST)
      if (stage.gone.aborted || stage.line.over) return
      await act(stage)
    }
  }
}

/** ms. Steps without a delay follow one another this long; then the page may draw. */
const LONGEST_RUN = 8
const SHORTEST_REST = 1

async function rest(stage: Stage, duration: number): Promise<void> {
  await stage.clock.sleep(duration, stage.gone)
  stage.rested = stage.clock.now()
}

function compileStep(step: SocketStep): Step {
  if ('text' in step) return send(() => step.text)
  if ('json' in step) return send(() => toJson(step.json))
  if ('base64' in step) return send(() => Uint8Array.from(atob(step.base64), (char) => char.charCodeAt(0)))
  if ('expect' in step) return compileExpect(step.expect)
  if ('on' in step) return compileReply(step.on, step.reply)
  if ('echo' in step) return echo(step.echo === true ? Number.POSITIVE_INFINITY : step.echo)
  if ('repeat' in step) return compileRepeat(step.repeat === 'forever' ? Number.POSITIVE_INFINITY : step.repeat, step.steps)
  if ('close' in step) {
    const { code = 1000, reason = '' } = step.close
    return async ({ line }) => line.end({ code, reason, clean: true })
  }
  return async ({ line }) => line.end({ code: 1006, reason: '', clean: false })
}

/** Made anew each time: the app may change the bytes that it gets. */
function send(make: () => SocketData): Step {
  return async ({ line }) => line.deliver(make())
}

function compileExpect(match: MessageMatch): Step {
  const fits = compileMessageMatch(match)
  return async (stage) => {
    await stage.next(fits)
    stage.rested = stage.clock.now()
  }
}

function compileReply(match: MessageMatch, reply: readonly SocketStep[]): Step {
  const fits = compileMessageMatch(match)
  const play = compileSteps(reply)
  return async (stage) =>
    stage.always((data) => {
      if (!fits(data)) return true
      stage.rested = stage.clock.now()
      void play(stage)
      return true
    })
}

function echo(times: number): Step {
  return async (stage) => {
    let left = times
    stage.always((data) => {
      stage.line.deliver(typeof data === 'string' ? data : data.slice())
      left -= 1
      return left > 0
    })
  }
}

function compileRepeat(times: number, steps: readonly SocketStep[]): Step {
  const play = compileSteps(steps)
  return async (stage) => {
    for (let round = 0; round < times && !stage.gone.aborted && !stage.line.over; round += 1) {
      const before = stage.clock.now()
      await play(stage)
      // A delay may be drawn as 0; without this a round of such would never let anybody else run.
      if (times === Number.POSITIVE_INFINITY && stage.clock.now() === before) await rest(stage, SHORTEST_REST)
    }
  }
}

const utf8 = new TextDecoder()

function compileMessageMatch(match: MessageMatch): Fits {
  const conditions = match.map((condition) => ({ inJson: Boolean(condition.name), holds: compileCondition({ ...condition, on: 'body' }) }))
  return (data) => {
    const text = typeof data === 'string' ? data : utf8.decode(data)
    let json: unknown
    const read = () => {
      json ??= parse(text)
      return json
    }
    return conditions.every(({ inJson, holds }) => holds({ facts: NO_FACTS, body: inJson ? read() : text, call: 0 }))
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A condition on a message asks for nothing of the call. */
const NO_FACTS: CallFacts = {
  api: 'connectSocket',
  method: 'GET',
  url: '',
  query: new URLSearchParams(),
  header: () => undefined,
  cookie: () => undefined,
  body: async () => undefined,
}
