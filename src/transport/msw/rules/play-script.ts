import type { Clock } from '../../../contract/clock.ts'
import type { Delay, MessageMatch, SocketStep } from '../../../contract/mock/mock-rule.ts'
import { toJson } from '../../../contract/to-json.ts'
import type { SocketData } from '../../../contract/transport.ts'
import type { CallFacts } from '../call/call-facts.ts'
import { compileCondition } from './check-condition.ts'
import type { MockConnection } from './mock-connection.ts'

/** What a script needs of its rule. */
export interface ScriptContext {
  readonly connection: MockConnection
  readonly clock: Clock
  /** Draws the ms of a delay; `step` distinguishes the delays of one script. */
  readonly draw: (delay: Delay | undefined, step: number) => number
}

/** Plays a server on a connection until the socket closes. */
export type PlayScript = (context: ScriptContext) => Promise<void>

type Matcher = (data: SocketData) => boolean

/** The state of one run of a script. */
interface ScriptRun extends ScriptContext {
  /** Aborted when the socket closes. */
  readonly closed: AbortSignal
  /** Resolves with the next message that matches; with `undefined` if the socket closes first. */
  next(matches: Matcher): Promise<SocketData | undefined>
  /** Calls the listener for every message until it returns false. */
  onMessage(listener: (data: SocketData) => boolean): void
  /** How many delays have been drawn. */
  delaysDrawn: number
  /** When the script last gave way to other tasks, in ms on the session clock. */
  pausedAt: number
}

type Step = (run: ScriptRun) => Promise<void>

/** Compiles the script of a rule. Never throws for a script that `parseRules` accepted. */
export function compileScript(script: readonly SocketStep[]): PlayScript {
  const play = compileSteps(script)
  return async (context) => play(startRun(context))
}

function startRun(context: ScriptContext): ScriptRun {
  const closed = new AbortController()
  const waiters = new Set<{ readonly matches: Matcher; resolve(data: SocketData | undefined): void }>()
  const listeners = new Set<(data: SocketData) => boolean>()
  const run: ScriptRun = {
    ...context,
    closed: closed.signal,
    delaysDrawn: 0,
    pausedAt: context.clock.now(),
    next: (matches) =>
      new Promise((resolve) => {
        if (closed.signal.aborted) resolve(undefined)
        else waiters.add({ matches, resolve })
      }),
    onMessage: (listener) => void listeners.add(listener),
  }
  context.connection.serve({
    message(data) {
      for (const listener of [...listeners]) if (!listener(data)) listeners.delete(listener)
      for (const waiter of [...waiters]) {
        if (!waiter.matches(data)) continue
        waiters.delete(waiter)
        waiter.resolve(data)
      }
    },
    closed() {
      closed.abort()
      for (const { resolve } of waiters) resolve(undefined)
    },
  })
  return run
}

function compileSteps(steps: readonly SocketStep[]): Step {
  const compiled = steps.map((step) => ({ after: step.after, act: compileStep(step) }))
  return async (run) => {
    for (const { after, act } of compiled) {
      const duration = after === undefined ? 0 : run.draw(after, ++run.delaysDrawn)
      if (duration > 0) await pause(run, duration)
      else if (run.clock.now() - run.pausedAt > MAX_RUN) await pause(run, MIN_PAUSE)
      if (run.closed.aborted || run.connection.closed) return
      await act(run)
    }
  }
}

/** ms. Steps without a delay run for this long; then the page may paint. */
const MAX_RUN = 8
const MIN_PAUSE = 1

async function pause(run: ScriptRun, duration: number): Promise<void> {
  await run.clock.sleep(duration, run.closed)
  run.pausedAt = run.clock.now()
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
    return async ({ connection }) => connection.end({ code, reason, clean: true })
  }
  return async ({ connection }) => connection.end({ code: 1006, reason: '', clean: false })
}

/** Created for each message: the app may modify the bytes that it gets. */
function send(make: () => SocketData): Step {
  return async ({ connection }) => connection.deliver(make())
}

function compileExpect(match: MessageMatch): Step {
  const matches = compileMessageMatch(match)
  return async (run) => {
    await run.next(matches)
    run.pausedAt = run.clock.now()
  }
}

function compileReply(match: MessageMatch, reply: readonly SocketStep[]): Step {
  const matches = compileMessageMatch(match)
  const play = compileSteps(reply)
  return async (run) =>
    run.onMessage((data) => {
      if (!matches(data)) return true
      run.pausedAt = run.clock.now()
      void play(run)
      return true
    })
}

function echo(times: number): Step {
  return async (run) => {
    let left = times
    run.onMessage((data) => {
      run.connection.deliver(typeof data === 'string' ? data : data.slice())
      left -= 1
      return left > 0
    })
  }
}

function compileRepeat(times: number, steps: readonly SocketStep[]): Step {
  const play = compileSteps(steps)
  return async (run) => {
    for (let round = 0; round < times && !run.closed.aborted && !run.connection.closed; round += 1) {
      const before = run.clock.now()
      await play(run)
      // A delay may be drawn as 0: without this pause such a loop would block the page.
      if (times === Number.POSITIVE_INFINITY && run.clock.now() === before) await pause(run, MIN_PAUSE)
    }
  }
}

const utf8 = new TextDecoder()

function compileMessageMatch(match: MessageMatch): Matcher {
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

/** A condition on a message reads nothing of the call. */
const NO_FACTS: CallFacts = {
  api: 'connectSocket',
  method: 'GET',
  url: '',
  query: new URLSearchParams(),
  header: () => undefined,
  cookie: () => undefined,
  body: async () => undefined,
}
