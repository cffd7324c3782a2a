import { beginningOf, detach } from '../../contract/cut-text.ts'
import type { DomainCheck } from '../../contract/event/domain-check.ts'
import { headerValue } from '../../contract/event/header-value.ts'
import type { ConnectionFacts } from '../../contract/event/profile.ts'
import type { ClosedBy } from '../../contract/event/socket-event.ts'
import type { TaskError } from '../../contract/event/task-error.ts'
import type { TaskMark } from '../../contract/event/task-mark.ts'
import { toJson } from '../../contract/to-json.ts'
import { Recent } from '../../recorder/log/recent.ts'
import { heldAt } from '../../recorder/tasks/holds.ts'
import type { EventMarks, TaskHold, TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { appLineOf } from './initiator-frames.ts'
import { parseCookieHeader } from './parse-cookie.ts'

/** What the list sorts, filters and sums up by: some facts of each task, so that the rest of it can stay packed. Any snapshot will do too. */
export interface TaskRow extends Pick<TaskSnapshot, 'taskId' | 'number' | 'api' | 'state' | 'method' | 'url' | 'receivedBytes' | 'chunks'> {
  readonly progress?: TaskSnapshot['progress'] | undefined
  readonly by?: TaskSnapshot['by'] | undefined
  readonly ruleName?: string | undefined
  readonly page?: string | undefined
  /** Of the stack only the frame of the app. */
  readonly initiator?: string | undefined
  readonly statusCode?: number | undefined
  readonly error?: RowError | undefined
  /** The last is the one that it is in, if it is held. */
  readonly holds?: readonly Pick<TaskHold, 'gate' | 'to'>[] | undefined
  /** What the domain check said, and of how many targets of redirects that a phone would have refused them. */
  readonly check?: Pick<DomainCheck, 'verdict' | 'reported'> | undefined
  readonly refusedTargets?: { readonly length: number } | undefined
  readonly marks: Pick<EventMarks, 'created' | 'queued' | 'started' | 'headersReceived' | 'ended'>
  /** How many cookies were sent; absent of none, and of a snapshot (`countSentCookies`). */
  readonly sentCookies?: number | undefined
  readonly cookies: { readonly length: number }
  /** The media type is in it. */
  readonly header?: Readonly<Record<string, string>> | undefined
  readonly timing: { readonly connection?: Pick<ConnectionFacts, 'protocol' | 'socketReused'> }
  readonly socket?: { readonly closure?: { readonly by: ClosedBy; readonly code: number } } | undefined
  readonly redirects: readonly { readonly statusCode: number }[]
  /** `enableChunked`, `dataType` and `responseType` are in it. */
  readonly given: TaskSnapshot['given']
  readonly callbacks: readonly Pick<TaskSnapshot['callbacks'][number], 'callback' | 'threw'>[]
  readonly listenerCalls: readonly Pick<TaskSnapshot['listenerCalls'][number], 'listener' | 'threw'>[]
  /** What a person noted about it. */
  readonly mark?: TaskMark | undefined
}

/** The callbacks and listeners of the caller that threw, each once: `['success']`. */
export function thrownBy({ callbacks, listenerCalls }: Pick<TaskRow, 'callbacks' | 'listenerCalls'>): readonly string[] {
  if (callbacks.length + listenerCalls.length === 0) return NONE
  const threw = (call: { readonly threw?: string | undefined }) => call.threw !== undefined
  return [
    ...new Set([...listenerCalls.filter(threw).map((call) => call.listener), ...callbacks.filter(threw).map((call) => call.callback)]),
  ]
}

/** `name` is that of a network error. */
export type RowError = Pick<TaskError, 'kind' | 'errMsg' | 'errno'> & { readonly name?: string }

/** Characters of one text of a row. The record may have to let go of a longer one, and a row must not keep it. */
const LONGEST_TEXT = 1024
const LONGEST_MEDIA_TYPE = 100

// Most rows have none of these, and then it is not made to be compared.
const NONE: readonly never[] = []
const NO_COOKIES: TaskRow['cookies'] = NONE
const NO_CONNECTION: TaskRow['timing'] = {}
const NO_OPTIONS: TaskRow['given'] = {}

const known = new Recent<object>(512)
const knownTypes = new Recent<NonNullable<TaskRow['header']>>(512)

/** One object for all rows that say the same. There is a row for each task, however many there are. */
function share<Part extends object>(part: Part): Part {
  const key = toJson(part)
  const same = known.get(key) as Part | undefined
  if (!same) known.set(key, part)
  return same ?? part
}

function shareType(mediaType: string): NonNullable<TaskRow['header']> {
  const same = knownTypes.get(mediaType)
  if (same) return same
  const header = { 'content-type': detach(mediaType) }
  knownTypes.set(header['content-type'], header)
  return header
}

/** The row of a task as it is now. */
export class HeldRow implements TaskRow {
  readonly taskId: string
  readonly number: number
  readonly api: TaskRow['api']
  readonly state: TaskRow['state']
  readonly method: string
  readonly url: string
  readonly progress: TaskRow['progress']
  readonly receivedBytes: number
  readonly chunks: number
  readonly by: TaskRow['by']
  readonly ruleName: TaskRow['ruleName']
  readonly page: TaskRow['page']
  readonly initiator: TaskRow['initiator']
  readonly statusCode: TaskRow['statusCode']
  readonly error: TaskRow['error']
  readonly holds: TaskRow['holds']
  readonly check: TaskRow['check']
  readonly refusedTargets: TaskRow['refusedTargets']
  readonly marks: TaskRow['marks']
  readonly sentCookies: TaskRow['sentCookies']
  readonly cookies: TaskRow['cookies']
  readonly header: TaskRow['header']
  readonly timing: TaskRow['timing']
  readonly socket: TaskRow['socket']
  readonly redirects: TaskRow['redirects']
  readonly given: TaskRow['given']
  readonly callbacks: TaskRow['callbacks']
  readonly listenerCalls: TaskRow['listenerCalls']
  readonly mark: TaskRow['mark']
  /** Whether a text of it is only the beginning of that of the task. */
  readonly shortened: boolean

  constructor(task: TaskSnapshot, mark?: TaskMark) {
    let shortened = false
    const short = (text: string): string => {
      if (text.length <= LONGEST_TEXT) return text
      shortened = true
      return beginningOf(text, LONGEST_TEXT)
    }
    const { created, queued, started, ended, headersReceived } = task.marks
    const { connection } = task.timing
    const mediaType = mediaTypeIn(task.header)
    const closure = task.socket?.closure
    this.taskId = task.taskId
    this.number = task.number
    this.api = task.api
    this.state = task.state
    this.method = short(task.method)
    this.url = short(task.url)
    this.progress = ended === undefined ? task.progress : undefined
    this.receivedBytes = task.receivedBytes
    this.chunks = task.chunks
    this.by = task.by
    this.ruleName = task.ruleName === undefined ? undefined : short(task.ruleName)
    this.page = task.page === undefined ? undefined : short(task.page)
    this.initiator = task.initiator === undefined ? undefined : appLineOf(task.initiator)
    this.statusCode = task.statusCode
    this.error = task.error && share(shortError(task.error, short))
    const held = heldAt(task)
    this.holds = held && share([{ gate: held.gate }])
    this.check = task.check && share({ verdict: task.check.verdict, ...(task.check.reported && { reported: true as const }) })
    this.refusedTargets = task.refusedTargets && share({ length: task.refusedTargets.length })
    this.marks = {
      created,
      ...(queued !== undefined && { queued }),
      ...(started !== undefined && { started }),
      ...(headersReceived !== undefined && { headersReceived }),
      ...(ended !== undefined && { ended }),
    }
    this.sentCookies = countSentCookies(task) || undefined
    this.cookies = task.cookies.length === 0 ? NO_COOKIES : share({ length: task.cookies.length })
    this.header = mediaType === undefined ? undefined : shareType(mediaType)
    this.timing = connection
      ? share({ connection: { protocol: connection.protocol, socketReused: connection.socketReused } })
      : NO_CONNECTION
    this.socket = task.socket && share(closure ? { closure: { by: closure.by, code: closure.code } } : {})
    this.redirects = task.redirects.length === 0 ? NONE : share(task.redirects.map(({ statusCode }) => ({ statusCode })))
    this.given = shortOptions(task.given)
    // Of those that returned nothing is told.
    this.callbacks = task.callbacks.flatMap(({ callback, threw }) => (threw === undefined ? [] : { callback, threw: short(threw) }))
    this.listenerCalls = task.listenerCalls.flatMap(({ listener, threw }) => (threw === undefined ? [] : { listener, threw: short(threw) }))
    if (this.callbacks.length === 0) this.callbacks = NONE
    if (this.listenerCalls.length === 0) this.listenerCalls = NONE
    this.mark = mark
    this.shortened = shortened
  }
}

/** How many cookies a call sent. */
export function countSentCookies({ sent }: Pick<TaskSnapshot, 'sent'>): number {
  const line = headerValue(sent?.header, 'cookie')
  return line === undefined ? 0 : parseCookieHeader(line).length
}

function shortError(error: TaskError, short: (text: string) => string): RowError {
  const { kind, errno } = error
  return {
    kind,
    errMsg: short(error.errMsg),
    ...(errno !== undefined && { errno }),
    ...(kind === 'network' && { name: short(error.name) }),
  }
}

/** Those options that a row says, sorts or filters by. */
function shortOptions({ dataType, enableChunked, responseType }: TaskSnapshot['given']): TaskRow['given'] {
  if (enableChunked !== true && dataType === undefined && responseType === undefined) return NO_OPTIONS
  const option = (name: string, value: unknown) => (typeof value === 'string' ? { [name]: detach(value.slice(0, LONGEST_MEDIA_TYPE)) } : {})
  return share({
    ...(enableChunked === true && { enableChunked }),
    ...option('dataType', dataType),
    ...option('responseType', responseType),
  })
}

/** The media type of an answer without its parameters, in small letters. */
export function mediaTypeIn(header: TaskRow['header']): string | undefined {
  return headerValue(header, 'content-type')?.split(';', 1)[0]?.trim().slice(0, LONGEST_MEDIA_TYPE).toLowerCase()
}
