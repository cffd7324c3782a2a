import type { Clock } from '../../contract/clock.ts'
import { discardable, discardChunks } from '../../contract/discard-chunks.ts'
import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import type { Gate, Held, HeldChange, Resumed, ResumedBy } from '../../contract/event/hold-event.ts'
import type { Unstamped } from '../../contract/event/task-event.ts'
import type { HeldCall, HoldChoice } from '../../contract/hold.ts'
import type { RuleMatch } from '../../contract/mock/mock-rule.ts'
import type { Settings } from '../../contract/settings.ts'
import { type Answer, TransportFailure } from '../../contract/transport.ts'
import type { CallGates, GatedCall } from '../context/call-gates.ts'
import { snapshotBody } from '../options/snapshot-body.ts'
import { bytesOf } from './changed-bytes.ts'

/** What gates need of the inspector around them. */
export interface GatesOptions {
  readonly clock: Clock
  readonly settings: () => Settings
  /** Whether a person can see this call: what is not recorded is not held. */
  readonly isRecorded: (taskId: string) => boolean
  /** Whether a recorded call fits. */
  readonly fits: (match: RuleMatch, taskId: string) => Promise<boolean>
  /** Stops the timeout of a call until the returned function is called; `undefined` if it has none. */
  readonly freeze: (taskId: string) => (() => void) | undefined
  /** Called when another call is held, or one is not any more. */
  readonly onChange: () => void
}

/** Holds calls where a person wants them held. */
export interface Gates {
  /** What the shim asks. */
  readonly calls: CallGates
  readonly choice: HoldChoice
  /** What is held from now on; `off` lets all go on. */
  choose(choice: HoldChoice): void
  /** Those that are held now, in the order in which they came. */
  held(): readonly HeldCall[]
  /** The gate at which a call is held. */
  gateOf(taskId: string): Gate | undefined
  /** Holds a running call at its next gate. */
  holdNext(taskId: string): void
  /** Lets a held call go on, and holds it at its next gate if `step`. */
  resume(taskId: string, how?: { readonly change?: HeldChange; readonly step?: boolean }): void
  /** Lets all go on that are held now. */
  releaseAll(by: ResumedBy): void
  /** Whether a panel is on the screen; without one nothing is held, and what is held goes on. */
  setWatched(watched: boolean): void
  /** Called when a call has ended. */
  forget(taskId: string): void
}

interface Waiting extends HeldCall {
  release(by: ResumedBy, change?: HeldChange): void
}

/** What a person sees of a held call. */
type Offer = Pick<Held, 'statusCode' | 'header' | 'body'>

export function createGates({ clock, settings, isRecorded, fits, freeze, onChange }: GatesOptions): Gates {
  const waiting = new Map<string, Waiting>()
  /** Calls that are held at their next gate. */
  const wanted = new Set<string>()
  const verdicts = new WeakMap<GatedCall, { readonly match: RuleMatch; readonly fits: Promise<boolean> }>()
  let choice: HoldChoice = 'off'
  let watched = false
  let heldNow: readonly HeldCall[] = []

  const changed = () => {
    heldNow = [...waiting.values()].map(({ taskId, gate, since }) => ({ taskId, gate, since }))
    onChange()
  }

  /** Whether a call is held here. Answers at once unless a match has to be asked. */
  function wants(call: GatedCall, gate: Gate): boolean | Promise<boolean> {
    if (!watched || call.over || !isRecorded(call.taskId)) return false
    if (wanted.delete(call.taskId)) return true
    if (choice === 'off') return false
    if (choice === 'next') {
      if (gate !== 'send') return false
      choice = 'off'
      return true
    }
    const { at, match } = choice
    if (!at.includes(gate) && !(gate === 'first-chunk' && at.includes('chunk'))) return false
    let verdict = verdicts.get(call)
    if (verdict?.match !== match) {
      verdict = { match, fits: fits(match, call.taskId) }
      verdicts.set(call, verdict)
    }
    const asked = choice
    // What was wanted may have changed while it was asked.
    return verdict.fits.then((fitting) => fitting && watched && !call.over && choice === asked)
  }

  /** Waits at a gate as long as a person wants. Resolves with what they changed. */
  async function pass(call: GatedCall, gate: Gate, offer: () => Offer = () => ({})): Promise<HeldChange | undefined> {
    const holds = wants(call, gate)
    if (!(typeof holds === 'boolean' ? holds : await holds)) return undefined
    const { taskId, unwanted } = call
    const { continueAfter, freezeTimeout } = settings().hold
    const thaw = freezeTimeout ? freeze(taskId) : undefined
    const done = new AbortController()
    let by: ResumedBy = 'time'
    let change: HeldChange | undefined
    const release = (releasedBy: ResumedBy, wish?: HeldChange) => {
      if (waiting.get(taskId) !== entry) return
      waiting.delete(taskId)
      by = releasedBy
      change = wish
      done.abort()
    }
    const entry: Waiting = { taskId, gate, since: clock.now(), release }
    waiting.set(taskId, entry)
    const event: Unstamped<Held> = { type: 'held', gate, continueAfter, timeout: thaw ? 'frozen' : 'runs', ...offer() }
    call.emit(event)
    if (call.over) done.abort()
    unwanted.addEventListener('abort', () => done.abort(), { signal: done.signal })
    changed()
    await clock.sleep(continueAfter, done.signal)
    done.abort()
    waiting.delete(taskId)
    changed()
    if (call.over) return undefined
    thaw?.()
    call.emit(resumed(gate, by, change, settings().capture.maxBodyBytes))
    if (change?.fail !== undefined && !call.over) throw new TransportFailure(change.fail)
    return change
  }

  async function* pieces(call: GatedCall, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let gate: Gate = 'first-chunk'
    for await (const piece of chunks) {
      if (piece.byteLength === 0) continue
      const change = await pass(call, gate, () => ({ body: bodyOf(piece) }))
      if (call.over) return
      gate = 'chunk'
      yield change?.data === undefined ? piece : bytesOf(change.data)
    }
  }

  function bodyOf(bytes: Uint8Array): BodySnapshot {
    return snapshotBody(bytes, settings().capture.maxBodyBytes)
  }

  const calls: CallGates = {
    async send(call, outgoing) {
      const change = await pass(call, 'send')
      if (!change) return outgoing
      const { data, header, method = outgoing.method, url = outgoing.url } = change
      const body = data === undefined ? outgoing.body : data === '' ? undefined : bytesOf(data)
      return { ...outgoing, method, url, body, ...(header && { header: Object.entries(header) }) }
    },
    async answer(call, answer) {
      const { statusCode, header } = answer
      const change = await pass(call, 'headers', () => ({ statusCode, header })).catch((failure: unknown) => {
        discardChunks(answer.chunks)
        throw failure
      })
      const next = changedAnswer(answer, change)
      const bytes = change?.data === undefined ? undefined : bytesOf(change.data)
      if (bytes) discardChunks(answer.chunks)
      const chunks = bytes ? once(bytes) : answer.chunks
      return {
        ...next,
        ...(bytes && { expectedSize: bytes.byteLength }),
        chunks: discardable(pieces(call, chunks), () => discardChunks(chunks)),
      }
    },
    async end(call, ending) {
      const { answer, bytes } = ending
      const change = await pass(call, 'callbacks', () => (bytes ? { body: bodyOf(bytes) } : {}))
      if (!change) return ending
      return { answer: changedAnswer(answer, change), ...(bytes && { bytes: change.data === undefined ? bytes : bytesOf(change.data) }) }
    },
  }

  const gates: Gates = {
    calls,
    get choice() {
      return choice
    },
    choose(next) {
      choice = next
      if (next === 'off') {
        wanted.clear()
        gates.releaseAll('person')
      }
      onChange()
    },
    held: () => heldNow,
    gateOf: (taskId) => waiting.get(taskId)?.gate,
    holdNext: (taskId) => void wanted.add(taskId),
    resume(taskId, { change, step = false } = {}) {
      if (step) wanted.add(taskId)
      waiting.get(taskId)?.release('person', change)
    },
    releaseAll(by) {
      for (const { release } of [...waiting.values()]) release(by)
    },
    setWatched(next) {
      watched = next
      if (watched) return
      wanted.clear()
      gates.releaseAll('no-panel')
    },
    forget: (taskId) => void wanted.delete(taskId),
  }
  return gates
}

function changedAnswer(answer: Answer, change: HeldChange | undefined): Answer {
  const { header = answer.header, statusCode = answer.statusCode } = change ?? {}
  return { ...answer, header, statusCode }
}

function resumed(gate: Gate, by: ResumedBy, wish: HeldChange | undefined, most: number): Unstamped<Resumed> {
  const { data, ...change } = wish ?? {}
  return {
    type: 'resumed',
    gate,
    by,
    ...(Object.keys(change).length > 0 && { change }),
    ...(data !== undefined && { body: snapshotBody(bytesOf(data), most) }),
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
