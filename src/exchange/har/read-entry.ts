import type { ConnectionFacts, Timing, TimingMark } from '../../contract/event/profile.ts'
import type { TaskError } from '../../contract/event/task-error.ts'
import type { Created, HeaderList, TaskApi, TaskEvent, Unstamped } from '../../contract/event/task-event.ts'
import { readMark, type TaskMark } from '../../contract/event/task-mark.ts'
import { parseEvents } from '../../contract/parse/parse-events.ts'
import { contentBody, postedBody } from './har-bodies.ts'
import { socketMessages, streamMessages } from './har-messages.ts'
import { asObject, countAt, durationAt, EntryFault, objectAt, own, pairsAt, textAt } from './har-values.ts'

export type Writable<Value> = Value extends unknown ? { -readonly [Key in keyof Value]: Value[Key] } : never

/** An event that was read from a file and that nobody else holds yet. */
export type OwnEvent = Writable<TaskEvent>

/** A call that was read from an entry. */
export interface ReadEntry {
  /** When it was made, in epoch ms. */
  readonly start: number
  /** `own`: its events as they were recorded. `made`: from the values of the entry, with the clock at 0 when the call was made. */
  readonly from: 'own' | 'made'
  readonly events: readonly OwnEvent[]
  /** What a person noted about it. */
  readonly mark?: TaskMark
}

type HarObject = Readonly<Record<string, unknown>>
type Placed = Unstamped & { readonly at: number }

/** Epoch ms. A moment outside of these stands for a broken clock, and would make the timeline useless for the others. */
const [EARLIEST, LATEST] = [Date.UTC(2000), Date.UTC(2100)]

/** Reads one entry. `taskId` is for a call that brings no events of its own. Throws EntryFault for one that cannot be used. */
export function readEntry(value: unknown, path: string, taskId: string): ReadEntry {
  const entry = asObject(value, path)
  const start = startOf(entry, path)
  const extra = objectAt(entry, '_wx', path) ?? {}
  const kept = own(extra, 'events')
  const mark = readMark(own(extra, 'mark'))
  if (kept !== undefined) return { start, from: 'own', events: ownEvents(kept, path), ...(mark && { mark }) }
  const events = makeEvents(entry, path, start) as readonly OwnEvent[]
  for (const [seq, event] of events.entries()) {
    event.taskId = taskId
    event.seq = seq
  }
  return { start, from: 'made', events }
}

function startOf(entry: HarObject, path: string): number {
  const start = Date.parse(textAt(entry, 'startedDateTime', path) ?? '')
  if (!(start >= EARLIEST && start < LATEST))
    throw new EntryFault(`${path}.startedDateTime`, 'must be a date such as 2026-01-31T12:00:00.000Z')
  return start
}

function ownEvents(kept: unknown, path: string): readonly OwnEvent[] {
  const { events, issues } = parseEvents(kept)
  const [issue] = issues
  if (issue) throw new EntryFault(`${path}._wx.${issue.path}`, issue.message)
  if (events.length === 0) throw new EntryFault(`${path}._wx.events`, 'must not be empty')
  if (new Set(events.map((event) => event.taskId)).size > 1) throw new EntryFault(`${path}._wx.events`, 'must be the events of one task')
  return events as readonly OwnEvent[]
}

function makeEvents(entry: HarObject, path: string, start: number): readonly Placed[] {
  const request = objectAt(entry, 'request', path)
  if (!request) throw new EntryFault(`${path}.request`, 'is missing: it must be an object')
  const at = `${path}.request`
  const url = textAt(request, 'url', at)
  const method = textAt(request, 'method', at)
  if (!url) throw new EntryFault(`${at}.url`, 'is missing: it must be a string')
  if (!method) throw new EntryFault(`${at}.method`, 'is missing: it must be a string')
  const header = pairsAt(request, 'headers', at).filter(([name]) => !name.startsWith(':'))
  const api = apiOf(entry, url, header)
  const sent = { method: method.toUpperCase(), url, header, dropped: [], body: postedBody(request, at) }
  const created: Placed = {
    type: 'created',
    at: 0,
    api,
    // Nobody says which base library it was.
    environment: { platform: 'devtools', lib: '' },
    given: { url, ...(api !== 'connectSocket' && { method }) } satisfies Created['given'],
    sent,
  }
  const line = timelineOf(entry, path)
  const connection = connectionOf(entry, request, path, url, line)
  const begun: readonly Placed[] = [
    created,
    { type: 'started', at: line.begun },
    { type: 'routed', at: line.begun, by: 'fetch', ...(textAt(entry, '_fromCache', path) !== undefined && { cached: true as const }) },
  ]
  const timing = { marks: line.marks, ...(connection && { connection }), simulated: [] }
  return [...begun, ...endOf(entry, path, { api, start, line, timing })]
}

interface EndInput {
  readonly api: TaskApi
  readonly start: number
  readonly line: Timeline
  readonly timing: Timing
}

function endOf(entry: HarObject, path: string, { api, start, line, timing }: EndInput): readonly Placed[] {
  const at = `${path}.response`
  const response = objectAt(entry, 'response', path) ?? {}
  const status = countAt(response, 'status', at) ?? 0
  const header = pairsAt(response, 'headers', at)
  const cookies = header.filter(([name]) => name.toLowerCase() === 'set-cookie').flatMap(([, value]) => value.split('\n'))
  const body = contentBody(response, at)
  if (api === 'connectSocket' && (status === 101 || status === 0)) {
    const messages = socketMessages(entry, start)
    if (status === 101 || messages.length > 0) {
      const protocol = header.find(([name]) => name.toLowerCase() === 'sec-websocket-protocol')?.[1] ?? ''
      return [{ type: 'opened', at: line.answered, header: recordOf(header), protocol, timing, listeners: [] }, ...messages]
    }
  }
  if (status === 0 || api === 'connectSocket') {
    return [{ type: 'failed', at: line.ended, error: errorOf(response, at, status, api), timing }]
  }
  return [
    { type: 'headers-received', at: line.answered, statusCode: status, header: recordOf(header), cookies, timing, listeners: [] },
    ...streamMessages(entry, start),
    { type: 'succeeded', at: line.ended, body, dataForm: 'not-seen' },
  ]
}

/** Browsers and proxies see sockets and requests. That WeChat's own tool made one is told by the Referer that only it sends (HDR-5). */
function apiOf(entry: HarObject, url: string, header: HeaderList): TaskApi {
  const type = own(entry, '_resourceType')
  if (type === 'websocket' || /^wss?:/i.test(url)) return 'connectSocket'
  if (type === 'wx.uploadFile') return 'uploadFile'
  if (type === 'wx.downloadFile') return 'downloadFile'
  const referer = header.find(([name]) => name.toLowerCase() === 'referer')?.[1] ?? ''
  return type === 'wx.request' || /^https:\/\/servicewechat\.com\/wx[\da-f]{16}\//.test(referer) ? 'request' : 'page'
}

/** When what happened, in ms since the call. */
interface Timeline {
  readonly begun: number
  readonly answered: number
  readonly ended: number
  readonly marks: Partial<Record<TimingMark, number>>
}

function timelineOf(entry: HarObject, path: string): Timeline {
  const timings = objectAt(entry, 'timings', path) ?? {}
  const lengthOf = (name: string) => durationAt(timings, name, `${path}.timings`)
  const marks: Partial<Record<TimingMark, number>> = {}
  const begun = lengthOf('blocked') ?? 0
  let now = begun
  const span = (length: number | undefined, from: TimingMark, to: TimingMark) => {
    if (length === undefined) return
    marks[from] = now
    now += length
    marks[to] = now
  }
  marks.fetchStart = begun
  span(lengthOf('dns'), 'domainLookUpStart', 'domainLookUpEnd')
  const [connect, ssl] = [lengthOf('connect'), lengthOf('ssl')]
  // TLS is within `connect`; a few tools write it beside, or alone.
  span(connect ?? ssl, 'connectStart', 'connectEnd')
  if (ssl !== undefined && marks.connectEnd !== undefined) {
    marks.SSLconnectionStart = Math.max(marks.connectStart ?? 0, marks.connectEnd - ssl)
    marks.SSLconnectionEnd = marks.connectEnd
  }
  span(lengthOf('send'), 'requestStart', 'requestEnd')
  const [wait, receive] = [lengthOf('wait'), lengthOf('receive')]
  const time = durationAt(entry, 'time', path)
  if (wait === undefined && receive === undefined) return { begun, answered: now, ended: Math.max(now, time ?? 0), marks }
  now += wait ?? 0
  const answered = now
  marks.responseStart = answered
  now += receive ?? 0
  marks.responseEnd = now
  return { begun, answered, ended: now, marks }
}

function connectionOf(entry: HarObject, request: HarObject, path: string, url: string, { marks }: Timeline): ConnectionFacts | undefined {
  const peerIP = textAt(entry, 'serverIPAddress', path)?.replace(/^\[|\]$/g, '')
  if (!peerIP) return undefined
  const address = URL.canParse(url) ? new URL(url) : undefined
  const port = Number(address?.port) || (/^(?:https|wss):$/.test(address?.protocol ?? '') ? 443 : 80)
  return {
    socketReused: marks.connectStart === undefined,
    protocol: protocolOf(textAt(request, 'httpVersion', `${path}.request`) ?? ''),
    peerIP,
    port,
    rtt:
      marks.connectStart === undefined || marks.connectEnd === undefined
        ? 0
        : (marks.SSLconnectionStart ?? marks.connectEnd) - marks.connectStart,
  }
}

function protocolOf(version: string): ConnectionFacts['protocol'] {
  if (/^http\/1\.1$/i.test(version)) return 'http1.1'
  if (/^(?:h2|http\/2)/i.test(version)) return 'h2'
  return /^(?:h3|http\/3|quic)/i.test(version) ? 'quic' : 'unknown'
}

function errorOf(response: HarObject, path: string, status: number, api: TaskApi): TaskError {
  const errMsg = textAt(response, '_error', path) || textAt(response, 'statusText', path) || 'net::ERR_FAILED'
  if (api === 'connectSocket' && status > 0) return { kind: 'handshake-refused', statusCode: status, errMsg }
  if (/ERR_ABORTED|NS_BINDING_ABORTED|cancell?ed/i.test(errMsg)) return { kind: 'aborted', by: 'app', errMsg }
  return { kind: 'network', name: /(?:net::)?(ERR_[A-Z\d_]+)/.exec(errMsg)?.[1] ?? 'ERR_FAILED', errMsg }
}

/** Lines of one name are joined, as an app gets them. */
function recordOf(header: HeaderList): Readonly<Record<string, string>> {
  const lines = new Map<string, string>()
  for (const [name, value] of header) {
    const before = lines.get(name)
    lines.set(name, before === undefined ? value : `${before},${value}`)
  }
  // Defines keys and sets none, so that `__proto__` is a key like any other.
  return Object.fromEntries(lines)
}
