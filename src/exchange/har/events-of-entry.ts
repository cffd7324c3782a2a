import { textToBytes } from '../../contract/byte-text.ts'
import { type BodySnapshot, NO_BODY } from '../../contract/event/body-snapshot.ts'
import type { ConnectionFacts, Timing, TimingMark } from '../../contract/event/profile.ts'
import type { HeaderList, TaskApi, TaskEvent } from '../../contract/event/task-event.ts'
import { isObject, listIn, numberIn, objectIn, textIn } from '../../contract/read-values.ts'

/** An event before it is stamped, with ms since the start of its entry. */
type Draft = { readonly type: TaskEvent['type']; readonly at: number } & Readonly<Record<string, unknown>>

/** An entry of another tool as the events of a task. `start` is when it began, in epoch ms. */
export interface EntryEvents {
  readonly start: number
  readonly drafts: readonly Draft[]
}

const APIS: Readonly<Record<string, TaskApi>> = {
  'wx.request': 'request',
  'wx.uploadFile': 'uploadFile',
  'wx.downloadFile': 'downloadFile',
  websocket: 'connectSocket',
}

/** Why nothing can be made of an entry. */
export type Refusal = string

/** Reads an entry key by key: what is missing or of another type is as if it were not there; without an address it is refused. */
export function eventsOfEntry(entry: unknown): EntryEvents | Refusal {
  if (!isObject(entry)) return 'is no object'
  const request = objectIn(entry, 'request')
  const response = objectIn(entry, 'response')
  const url = textIn(request, 'url') ?? ''
  const method = (textIn(request, 'method') ?? '').toUpperCase()
  if (!/^[a-z][a-z0-9+.-]*:/i.test(url)) return 'request.url is no address'
  if (method === '' || method.length > 32) return 'request.method is missing'
  const start = Date.parse(textIn(entry, 'startedDateTime') ?? '')
  if (Number.isNaN(start)) return 'startedDateTime is no date'
  const api = APIS[textIn(entry, '_resourceType') ?? ''] ?? (/^wss?:/i.test(url) ? 'connectSocket' : 'page')
  const times = timesOf(objectIn(entry, 'timings'), numberIn(entry, 'time'))
  const header = pairsOf(request)
  const timing: Timing = { marks: times.marks, ...connectionOf(entry, response, times), simulated: [] }
  const status = numberIn(response, 'status') ?? 0
  const drafts: Draft[] = [
    {
      type: 'created',
      at: 0,
      api,
      // The format does not tell; the panel does not show it of such a call.
      environment: { platform: 'devtools', lib: '3.17.0' },
      given: { url, method },
      sent: { method, url, header, dropped: [], body: postBody(request) },
    },
    { type: 'started', at: times.sent },
    ...(api === 'connectSocket' ? socketDrafts(entry, response, times.answered, times.end, start) : []),
  ]
  if (api === 'connectSocket') return { start, drafts }
  drafts.push({ type: 'routed', at: times.sent, by: 'fetch', timing })
  if (!Number.isInteger(status) || status < 100 || status > 999) {
    const told = textIn(response, '_error') ?? textIn(objectIn(response, '_error'), 'message') ?? ''
    const name = /\b(ERR_[A-Z0-9_]+)/.exec(told)?.[1] ?? 'ERR_FAILED'
    drafts.push({ type: 'failed', at: times.end, error: { kind: 'network', name, errMsg: told } })
    return { start, drafts }
  }
  const lines = pairsOf(response)
  drafts.push(
    {
      type: 'headers-received',
      at: times.answered,
      statusCode: status,
      header: recordOf(lines),
      cookies: lines.filter(([name]) => /^set-cookie$/i.test(name)).flatMap(([, value]) => value.split('\n')),
      listeners: [],
    },
    { type: 'succeeded', at: times.end, body: contentBody(objectIn(response, 'content')), dataForm: 'not-seen' },
  )
  return { start, drafts }
}

function socketDrafts(
  entry: Record<string, unknown>,
  response: Record<string, unknown>,
  opened: number,
  end: number,
  start: number,
): readonly Draft[] {
  const lines = recordOf(pairsOf(response))
  const messages = listIn(entry, '_webSocketMessages').flatMap((message): Draft[] => {
    if (!isObject(message)) return []
    const data = textIn(message, 'data') ?? ''
    const at = Math.max(opened, (numberIn(message, 'time') ?? 0) * 1000 - start)
    const binary = numberIn(message, 'opcode') === 2
    const body = binary ? bytesBody(data) : textBody(data)
    const form = binary ? 'binary' : 'text'
    return [
      textIn(message, 'type') === 'send'
        ? { type: 'message-sent', at, form, body, by: 'app' }
        : { type: 'message-received', at, form, body, listeners: [] },
    ]
  })
  const last = Math.max(opened, end, ...messages.map(({ at }) => at))
  return [
    { type: 'routed', at: 0, by: 'fetch' },
    { type: 'opened', at: opened, header: lines, protocol: lines['Sec-WebSocket-Protocol'] ?? '', listeners: [] },
    ...messages,
    { type: 'closed', at: last, by: 'page', code: 1006, reason: '', listeners: [] },
  ]
}

interface Times {
  readonly marks: Readonly<Partial<Record<TimingMark, number>>>
  readonly reused: boolean
  readonly sent: number
  readonly answered: number
  readonly end: number
}

/** Phases one behind the other, as the format means them; -1 and what is missing took no time. `ssl` is within `connect`. */
function timesOf(timings: Record<string, unknown>, whole: number | undefined): Times {
  const known = (name: string): number | undefined => {
    const length = numberIn(timings, name)
    return length !== undefined && Number.isFinite(length) && length >= 0 ? length : undefined
  }
  const after = (from: number, name: string) => from + (known(name) ?? 0)
  const begun = after(0, 'blocked')
  const looked = after(begun, 'dns')
  const connected = after(looked, 'connect')
  const sent = after(connected, 'send')
  const answered = after(sent, 'wait')
  const received = after(answered, 'receive')
  const ssl = known('ssl')
  const marks: Partial<Record<TimingMark, number>> = {
    fetchStart: begun,
    ...(known('dns') !== undefined && { domainLookUpStart: begun, domainLookUpEnd: looked }),
    ...(known('connect') !== undefined && { connectStart: looked, connectEnd: connected }),
    ...(ssl !== undefined && { SSLconnectionStart: Math.max(looked, connected - ssl), SSLconnectionEnd: connected }),
    requestStart: connected,
    requestEnd: sent,
    responseStart: answered,
    responseEnd: received,
  }
  const end = Math.max(received, whole !== undefined && Number.isFinite(whole) ? whole : 0)
  return { marks, reused: known('connect') === undefined, sent: begun, answered, end }
}

function connectionOf(
  entry: Record<string, unknown>,
  response: Record<string, unknown>,
  { reused }: Times,
): { readonly connection?: ConnectionFacts } {
  const peerIP = textIn(entry, 'serverIPAddress') ?? ''
  if (peerIP === '') return {}
  const version = (textIn(response, 'httpVersion') ?? '').toLowerCase()
  const protocol = /^(?:h3|quic)|3/.test(version) ? 'quic' : /^h2|2/.test(version) ? 'h2' : /1/.test(version) ? 'http1.1' : 'unknown'
  const port = Number(textIn(entry, 'connection'))
  return {
    connection: { socketReused: reused, protocol, peerIP, port: Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0, rtt: 0 },
  }
}

function pairsOf(message: Record<string, unknown>): HeaderList {
  return listIn(message, 'headers').flatMap((header): [string, string][] => {
    const name = isObject(header) ? textIn(header, 'name') : undefined
    const value = isObject(header) ? textIn(header, 'value') : undefined
    return name === undefined || value === undefined || name.startsWith(':') ? [] : [[name, value]]
  })
}

function recordOf(lines: HeaderList): Record<string, string> {
  const record = new Map<string, [string, string]>()
  for (const [name, value] of lines) {
    const known = record.get(name.toLowerCase())
    record.set(name.toLowerCase(), [known?.[0] ?? name, known ? `${known[1]}, ${value}` : value])
  }
  return Object.fromEntries(record.values())
}

function postBody(request: Record<string, unknown>): BodySnapshot {
  const data = objectIn(request, 'postData')
  const text = textIn(data, 'text')
  if (text !== undefined && text !== '') return textIn(data, '_encoding') === 'base64' ? bytesBody(text) : textBody(text)
  const params = listIn(data, 'params').flatMap((param) =>
    isObject(param) ? [`${encodeURIComponent(textIn(param, 'name') ?? '')}=${encodeURIComponent(textIn(param, 'value') ?? '')}`] : [],
  )
  return params.length > 0 ? textBody(params.join('&')) : NO_BODY
}

function contentBody(content: Record<string, unknown>): BodySnapshot {
  const text = textIn(content, 'text')
  const size = numberIn(content, 'size') ?? 0
  if (text === undefined || text === '') return size > 0 ? { kind: 'omitted', size: Math.round(size), why: 'not-read' } : NO_BODY
  return textIn(content, 'encoding') === 'base64' ? bytesBody(text) : textBody(text)
}

function textBody(text: string): BodySnapshot {
  return text === '' ? NO_BODY : { kind: 'text', text, size: textToBytes(text, 'utf8')?.length ?? 0 }
}

function bytesBody(base64: string): BodySnapshot {
  const bytes = textToBytes(base64, 'base64')
  if (!bytes) return textBody(base64)
  return bytes.length === 0 ? NO_BODY : { kind: 'base64', base64, size: bytes.length }
}
