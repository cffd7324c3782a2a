import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import type { ConnectionFacts } from '../../contract/event/profile.ts'
import type { TaskError } from '../../contract/event/task-error.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { TaskMark } from '../../contract/event/task-mark.ts'
import { type PhaseKind, phasesOf } from '../../recorder/tasks/phases.ts'
import { foldEvents } from '../../recorder/tasks/reduce-task.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { exportedCall } from '../exported-call.ts'
import type { HarCookie, HarEntry, HarMessage, HarPair, HarRequest, HarResponse, HarTimings } from './har.ts'

const RESOURCE_TYPES: Readonly<Record<TaskSnapshot['api'], string>> = {
  request: 'wx.request',
  uploadFile: 'wx.uploadFile',
  downloadFile: 'wx.downloadFile',
  connectSocket: 'websocket',
  page: 'fetch',
}

const HTTP_VERSIONS: Readonly<Record<ConnectionFacts['protocol'], string>> = {
  'http1.1': 'HTTP/1.1',
  h2: 'h2',
  quic: 'h3',
  unknown: 'unknown',
}

/**
 * A call as an entry of a HAR file, with what a person noted about it; `undefined` without its first event. `startedAt` is the wall time at
 * 0 on the clock of the events.
 */
export function harEntry(events: readonly TaskEvent[], startedAt: number, mark?: TaskMark): HarEntry | undefined {
  const task = foldEvents(undefined, events, 1)
  const last = events.at(-1)
  if (!task || !last) return undefined
  const timings = timingsOf(task, task.marks.ended ?? last.at)
  const { connection } = task.timing
  const messages = task.socket && messagesOf(events, startedAt)
  return {
    startedDateTime: new Date(startedAt + task.marks.created).toISOString(),
    time: rounded(sumOf(timings)),
    request: requestOf(task, events),
    response: responseOf(task, events),
    cache: {},
    timings,
    ...(connection && { serverIPAddress: connection.peerIP, connection: String(connection.port) }),
    _resourceType: RESOURCE_TYPES[task.api],
    ...(messages && { _webSocketMessages: messages }),
    _wx: {
      events,
      simulated: task.timing.simulated,
      ...(task.ruleName !== undefined && { rule: task.ruleName }),
      ...(task.page !== undefined && { page: task.page }),
      ...(mark && { mark }),
    },
  }
}

function requestOf(task: TaskSnapshot, events: readonly TaskEvent[]): HarRequest {
  const call = exportedCall(events)
  const header = call?.header ?? []
  const type = header.find(([name]) => /^content-type$/i.test(name))?.[1] ?? ''
  const body: BodySnapshot = call?.body ?? { kind: 'none', size: 0 }
  const url = absolute(task.url)
  const cookies = header.filter(([name]) => /^cookie$/i.test(name)).flatMap(([, value]) => readCookies(value))
  const form = call?.form
  return {
    method: task.method,
    url,
    httpVersion: versionOf(task),
    cookies,
    headers: header.map(([name, value]) => ({ name, value })),
    queryString: queryOf(url),
    ...(form
      ? {
          postData: {
            mimeType: type || 'multipart/form-data',
            params: [
              ...form.fields.map(([name, value]) => ({ name, value })),
              { name: form.file.field, fileName: form.file.name, contentType: form.file.type },
            ],
          },
        }
      : (body.kind === 'text' || body.kind === 'base64') && {
          postData: {
            mimeType: type,
            ...(body.kind === 'text' ? { text: body.text } : { text: body.base64, _encoding: 'base64' as const }),
          },
        }),
    headersSize: -1,
    bodySize: form ? sizeOfForm(events) : body.size,
  }
}

function sizeOfForm(events: readonly TaskEvent[]): number {
  return events.find((event) => event.type === 'packed')?.size ?? -1
}

function responseOf(task: TaskSnapshot, events: readonly TaskEvent[]): HarResponse {
  const ended = events.find((event) => event.type === 'succeeded')
  const header = Object.entries(task.header ?? {})
  const isCookie = (name: string) => /^set-cookie$/i.test(name)
  const others = header.filter(([name]) => task.cookies.length === 0 || !isCookie(name)).map(([name, value]) => ({ name, value }))
  const type = header.find(([name]) => /^content-type$/i.test(name))?.[1] ?? ''
  const body = ended?.body
  return {
    status: task.statusCode ?? (task.socket && task.marks.headersReceived !== undefined ? 101 : 0),
    statusText: '',
    httpVersion: versionOf(task),
    cookies: task.cookies.flatMap((line) => readSetCookie(line) ?? []),
    headers: [...others, ...task.cookies.map((value) => ({ name: 'Set-Cookie', value }))],
    content: contentOf(body, type),
    redirectURL: '',
    headersSize: -1,
    bodySize: task.statusCode === undefined ? -1 : task.receivedBytes,
    ...(task.error && { _error: errorText(task.error) }),
  }
}

function contentOf(body: BodySnapshot | undefined, mimeType: string): HarResponse['content'] {
  if (!body || body.kind === 'none') return { size: 0, mimeType }
  if (body.kind === 'omitted') return { size: body.size, mimeType, comment: `not recorded (${body.why})` }
  const comment = body.kept === undefined ? {} : { comment: `only the first ${body.kept} bytes were recorded` }
  return body.kind === 'text'
    ? { size: body.size, mimeType, text: body.text, ...comment }
    : { size: body.size, mimeType, text: body.base64, encoding: 'base64', ...comment }
}

/** Chrome's spelling for failures of the network, so that other tools know them. */
function errorText(error: TaskError): string {
  return error.kind === 'network' ? `net::${error.name}` : error.errMsg
}

function versionOf({ timing }: TaskSnapshot): string {
  return timing.connection ? HTTP_VERSIONS[timing.connection.protocol] : 'unknown'
}

/** The format wants whole and escaped addresses. */
function absolute(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url
}

function queryOf(url: string): readonly HarPair[] {
  return URL.canParse(url) ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value })) : []
}

function readCookies(header: string): readonly HarCookie[] {
  return header.split(';').flatMap((pair) => {
    const [, name = '', value = ''] = /^\s*([^=]*)=?(.*?)\s*$/s.exec(pair) ?? []
    return name === '' ? [] : [{ name, value }]
  })
}

function readSetCookie(line: string): HarCookie | undefined {
  const [pair = '', ...attributes] = line.split(';')
  const [cookie] = readCookies(pair)
  if (!cookie) return undefined
  const given = new Map(
    attributes.map((attribute): [string, string] => {
      const [, name = '', value = ''] = /^\s*([^=]*)=?(.*?)\s*$/s.exec(attribute) ?? []
      return [name.trim().toLowerCase(), value]
    }),
  )
  const expires = new Date(given.get('expires') ?? '')
  const path = given.get('path')
  const domain = given.get('domain')
  return {
    ...cookie,
    ...(path !== undefined && { path }),
    ...(domain !== undefined && { domain }),
    ...(!Number.isNaN(expires.getTime()) && { expires: expires.toISOString() }),
    httpOnly: given.has('httponly'),
    secure: given.has('secure'),
  }
}

function timingsOf(task: TaskSnapshot, now: number): HarTimings {
  const phases = phasesOf(task, now)
  const lengthOf = (...kinds: readonly PhaseKind[]): number | undefined => {
    const found = phases.filter(({ kind }) => kinds.includes(kind))
    return found.length === 0 ? undefined : rounded(found.reduce((sum, { start, end }) => sum + end - start, 0))
  }
  return {
    blocked: lengthOf('queue', 'redirect') ?? -1,
    dns: lengthOf('dns') ?? -1,
    connect: lengthOf('connect', 'tls') ?? -1,
    ssl: lengthOf('tls') ?? -1,
    send: lengthOf('send') ?? 0,
    wait: lengthOf('wait') ?? 0,
    receive: lengthOf('download', 'open') ?? 0,
  }
}

function sumOf({ ssl: _, ...timings }: HarTimings): number {
  return Object.values(timings).reduce((sum: number, length: number) => sum + Math.max(0, length), 0)
}

/** Microseconds are as fine as a clock of a page gets. */
function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000
}

function messagesOf(events: readonly TaskEvent[], startedAt: number): readonly HarMessage[] {
  return events.flatMap((event): HarMessage[] => {
    if (event.type !== 'message-sent' && event.type !== 'message-received') return []
    const { body } = event
    if (body.kind === 'omitted') return []
    return [
      {
        type: event.type === 'message-sent' ? 'send' : 'receive',
        time: (startedAt + event.at) / 1000,
        opcode: body.kind === 'base64' ? 2 : 1,
        data: body.kind === 'text' ? body.text : body.kind === 'base64' ? body.base64 : '',
      },
    ]
  })
}
