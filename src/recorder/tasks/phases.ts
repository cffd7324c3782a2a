import type { TimingMark } from '../../contract/event/profile.ts'
import type { SocketListener } from '../../contract/event/socket-event.ts'
import { wasCutShort } from '../../contract/event/task-error.ts'
import type { TaskSnapshot } from './task-snapshot.ts'

/**
 * A phase of a task, in the order in which they occur. `redirect` is all requests before the last one, `connect` is TCP only, TLS is
 * `tls`. `open` is that of a socket.
 */
export type PhaseKind = 'queue' | 'redirect' | 'dns' | 'connect' | 'tls' | 'send' | 'wait' | 'download' | 'open'

/** A span on the bar of a task. */
export interface Phase {
  readonly kind: PhaseKind
  /** ms on the session clock. */
  readonly start: number
  /** ms on the session clock; the current time while it is open. */
  readonly end: number
  /** `simulated` if either of its ends comes from the connection model. */
  readonly origin: 'measured' | 'simulated'
  /** Whether it is still running. */
  readonly open: boolean
}

/** One end of a phase: its time, and whether it is simulated. */
interface Moment {
  readonly at: number
  readonly simulated: boolean
}

/**
 * The phases of a task up to `now` (ms on the session clock). Phases that took no time or whose start is unknown are left out. Marks may
 * be planned ahead: phases that have not begun are left out, and the end of the task cuts off the rest.
 */
export function phasesOf(snapshot: TaskSnapshot, now: number): readonly Phase[] {
  const { marks } = snapshot
  const simulated = new Set<string>(snapshot.timing.simulated)
  const timed = (name: TimingMark): Moment | undefined => {
    const at = snapshot.timing.marks[name]
    return at === undefined ? undefined : { at, simulated: simulated.has(name) }
  }
  const seen = (at: number | undefined): Moment | undefined => (at === undefined ? undefined : { at, simulated: false })

  // If the transport has no measurements, the events still tell how long the response took.
  const requestEnd = timed('requestEnd')
  const requestStart = timed('requestStart')
  // The end of an upload is reported; for other calls on the real network it is unknown when the request was sent.
  const sending = requestEnd !== undefined || snapshot.api === 'uploadFile'
  const sent = requestEnd ?? (sending && requestStart ? undefined : (requestStart ?? seen(marks.routed ?? marks.started)))
  // Marks may be planned: without the event there is no response yet, however late it is.
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

/**
 * From the first request to the last redirect. The browser only reports it for servers that allow this; the redirects of a rule are
 * events.
 */
function redirectOf(
  { marks, redirects, timing }: TaskSnapshot,
  timed: (name: TimingMark) => Moment | undefined,
): readonly [Moment | undefined, Moment | undefined] {
  const [from, to] = [timed('redirectStart'), timed('redirectEnd')]
  const last = redirects.at(-1)
  const first = marks.routed ?? marks.started
  if (from || to || !last || first === undefined) return [from, to]
  // The connections of the redirects were simulated if that of the last request was.
  const simulated = timing.simulated.length > 0
  return [
    { at: first, simulated },
    { at: last.at, simulated },
  ]
}

/** The moments that are drawn on the bar of a task, in ms on the session clock. */
export interface TaskMarks {
  readonly headersReceived?: number
  readonly chunks: readonly number[]
  /** All calls of the app's listeners and callbacks, in order. */
  readonly callbacks: readonly CallbackMark[]
  readonly redirects: readonly number[]
  readonly end?: { readonly at: number; readonly how: 'succeeded' | 'failed' | 'aborted' }
}

/** One call of a listener or callback of the app. */
export interface CallbackMark {
  readonly name: 'onHeadersReceived' | 'onChunkReceived' | SocketListener | 'success' | 'fail' | 'complete'
  readonly at: number
  readonly took: number
  readonly threw?: string
}

/** The marks for the bar of a task. */
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
