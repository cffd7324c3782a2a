import type { TimingMark } from '../../contract/event/profile.ts'
import type { SocketListener } from '../../contract/event/socket-event.ts'
import { wasCutShort } from '../../contract/event/task-error.ts'
import type { TaskSnapshot } from './task-snapshot.ts'

/**
 * A span of a task's life, in the order in which they come. `redirect` is all requests before the last one, `connect` is TCP alone;
 * the TLS part is `tls`. `open` is that of a socket.
 */
export type PhaseKind = 'queue' | 'redirect' | 'dns' | 'connect' | 'tls' | 'send' | 'wait' | 'download' | 'open'

export interface Phase {
  readonly kind: PhaseKind
  /** ms on the session clock. */
  readonly start: number
  /** ms on the session clock; now, while it is open. */
  readonly end: number
  /** `simulated` when one of its two ends was made up by the connection model. */
  readonly origin: 'measured' | 'simulated'
  /** Whether it still goes on. */
  readonly open: boolean
}

/** A moment of a phase: when, and whether it was made up. */
interface Moment {
  readonly at: number
  readonly simulated: boolean
}

/**
 * The spans of a task up to `now`, for bars. A phase whose beginning is not known, or that took no time, is left out.
 * Marks may be planned ahead of `now`: what has not begun is not there yet, and what the end of the task cut off stays cut off.
 */
export function phasesOf(snapshot: TaskSnapshot, now: number): readonly Phase[] {
  const { marks } = snapshot
  const simulated = new Set<string>(snapshot.timing.simulated)
  const timed = (name: TimingMark): Moment | undefined => {
    const at = snapshot.timing.marks[name]
    return at === undefined ? undefined : { at, simulated: simulated.has(name) }
  }
  const seen = (at: number | undefined): Moment | undefined => (at === undefined ? undefined : { at, simulated: false })

  // Where the transport knows nothing of the network below it, the events themselves still tell how long the answer took.
  const requestEnd = timed('requestEnd')
  const requestStart = timed('requestStart')
  // An upload is told when its last byte has left; of any other call on a real network nobody says how long it was sent.
  const sending = requestEnd !== undefined || snapshot.api === 'uploadFile'
  const sent = requestEnd ?? (sending && requestStart ? undefined : (requestStart ?? seen(marks.routed ?? marks.started)))
  // Marks may be a plan: until the event comes, the answer has not come either, however late it is.
  const answered = marks.headersReceived === undefined ? undefined : (timed('responseStart') ?? seen(marks.headersReceived))
  const finished = snapshot.state === 'succeeded' ? (timed('responseEnd') ?? seen(marks.ended)) : undefined

  const spans: readonly (readonly [PhaseKind, Moment | undefined, Moment | undefined])[] = [
    ['queue', seen(marks.queued), seen(marks.started)],
    ['redirect', ...redirectOf(snapshot, timed)],
    ['dns', timed('domainLookUpStart'), timed('domainLookUpEnd')],
    ['connect', timed('connectStart'), timed('SSLconnectionStart') ?? timed('connectEnd')],
    ['tls', timed('SSLconnectionStart'), timed('SSLconnectionEnd')],
    ['send', sending ? requestStart : undefined, requestEnd],
    ['wait', sent, answered],
    snapshot.socket ? ['open', seen(marks.headersReceived), seen(marks.ended)] : ['download', answered, finished],
  ]
  const limit = marks.ended ?? now
  const phases: Phase[] = []
  for (const [kind, from, to] of spans) {
    if (!from) continue
    const open = marks.ended === undefined && (to === undefined || to.at > now)
    const end = Math.min(to?.at ?? limit, limit)
    if (from.at > limit || end < from.at || (end === from.at && !open)) continue
    phases.push({ kind, start: from.at, end, origin: from.simulated || (to?.simulated ?? false) ? 'simulated' : 'measured', open })
  }
  return phases
}

/** From the first request to the last redirect. The browser tells it only of servers that allow that; the hops of a rule are events. */
function redirectOf(
  { marks, redirects, timing }: TaskSnapshot,
  timed: (name: TimingMark) => Moment | undefined,
): readonly [Moment | undefined, Moment | undefined] {
  const [from, to] = [timed('redirectStart'), timed('redirectEnd')]
  const last = redirects.at(-1)
  const first = marks.routed ?? marks.started
  if (from || to || !last || first === undefined) return [from, to]
  // The connections that carried them were made up when the last one was.
  const simulated = timing.simulated.length > 0
  return [
    { at: first, simulated },
    { at: last.at, simulated },
  ]
}

/** The moments of a task that are drawn as marks on its bar, ms on the session clock. */
export interface TaskMarks {
  readonly headersReceived?: number
  readonly chunks: readonly number[]
  /** Every call into the caller's code, listeners and callbacks, in order. */
  readonly callbacks: readonly CallbackMark[]
  readonly redirects: readonly number[]
  readonly end?: { readonly at: number; readonly how: 'succeeded' | 'failed' | 'aborted' }
}

export interface CallbackMark {
  readonly name: 'onHeadersReceived' | 'onChunkReceived' | SocketListener | 'success' | 'fail' | 'complete'
  readonly at: number
  readonly took: number
  readonly threw?: string
}

/** The marks that belong on the bar of a task. */
export function marksOf(snapshot: TaskSnapshot): TaskMarks {
  const { marks, error } = snapshot
  const callbacks: CallbackMark[] = [
    ...snapshot.listenerCalls.map(({ listener, ...call }) => ({ name: listener, ...call })),
    ...snapshot.callbacks.map(({ callback, ...call }) => ({ name: callback, ...call })),
  ]
  const closedBy = snapshot.socket?.closure?.by
  const cutShort = error ? wasCutShort(error) : closedBy === 'page'
  const endedWell = snapshot.state === 'succeeded' || (closedBy !== undefined && closedBy !== 'network' && !cutShort)
  const how = endedWell ? 'succeeded' : cutShort ? 'aborted' : 'failed'
  return {
    ...(marks.headersReceived !== undefined && { headersReceived: marks.headersReceived }),
    chunks: snapshot.chunkMarks,
    callbacks,
    redirects: snapshot.redirects.map((hop) => hop.at),
    ...(marks.ended !== undefined && { end: { at: marks.ended, how } }),
  }
}
