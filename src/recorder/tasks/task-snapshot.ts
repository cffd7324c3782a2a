import type { DomainCheck } from '../../contract/event/domain-check.ts'
import type { Cut, ListenerCall } from '../../contract/event/event-stamp.ts'
import type { Json } from '../../contract/event/json.ts'
import type { CallEnvironment } from '../../contract/event/platform.ts'
import type { Timing } from '../../contract/event/profile.ts'
import type { Closed, SocketListener } from '../../contract/event/socket-event.ts'
import type { TaskError } from '../../contract/event/task-error.ts'
import type {
  AnsweredBy,
  CallException,
  CallWarning,
  Delivered,
  Framework,
  Progressed,
  RedirectHop,
  SavedFile,
  SentFile,
  SentForm,
  SentRequest,
  Succeeded,
  TaskApi,
  TaskEventType,
} from '../../contract/event/task-event.ts'

/**
 * What is known of one task after the events so far. Replaced, never changed.
 * Bodies and long values are not in it: they stay with their events, where they can be released when memory runs short.
 */
export interface TaskSnapshot {
  readonly taskId: string
  /** 1 for the first task of the session. */
  readonly number: number
  readonly api: TaskApi
  /** The framework whose API was called, if it was one's. */
  readonly framework?: Framework
  readonly state: TaskState
  readonly method: string
  readonly url: string
  readonly environment: CallEnvironment
  /** Without long values. */
  readonly given: { readonly [option: string]: Json }
  readonly sent?: SentFacts
  /** What an upload is made of, known once its file was read. */
  readonly form?: TaskForm
  readonly timeout?: number
  readonly warnings: readonly CallWarning[]
  readonly check?: DomainCheck
  /** How many stood ahead in the line; absent when it did not wait. */
  readonly queuedBehind?: number
  readonly by?: AnsweredBy
  readonly ruleId?: string
  readonly ruleName?: string
  readonly statusCode?: number
  readonly header?: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly redirects: readonly RedirectHop[]
  /** Targets of redirects that a phone would have refused. */
  readonly refusedTargets?: readonly DomainCheck[]
  readonly error?: TaskError
  readonly dataForm?: Succeeded['dataForm']
  readonly useHttpDNS?: boolean
  readonly exception?: CallException
  /** How far a transfer has come, in the direction that it is about. */
  readonly progress?: Pick<Progressed, 'direction' | 'loaded' | 'expected'>
  /** Where a download was kept. */
  readonly file?: SavedFile
  /** Bytes of body, or of messages, received so far. */
  readonly receivedBytes: number
  readonly chunks: number
  /**
   * When chunks came, ms on the session clock, for marks on a bar. Thinned evenly once there are many,
   * so a long stream keeps marks over its whole length; `chunks` is the true count.
   */
  readonly chunkMarks: readonly number[]
  /** Everything the transport told of its timing, the latest word for each field. */
  readonly timing: Timing
  readonly marks: EventMarks
  /** Only of a socket. */
  readonly socket?: SocketFacts
  /** Calls of onHeadersReceived and onChunkReceived listeners, or of those of a socket, in order; of onMessage only those that threw. */
  readonly listenerCalls: readonly (ListenerCall & { readonly listener: 'onHeadersReceived' | 'onChunkReceived' | SocketListener })[]
  /** success, fail and complete, in the order in which they ran. */
  readonly callbacks: readonly Pick<Delivered, 'callback' | 'at' | 'took' | 'threw'>[]
  /** What the record shortened of its events, at most 64 of them. */
  readonly cuts: readonly TaskCut[]
  /** How many events have been folded in; the next one must carry this `seq`. */
  readonly nextSeq: number
}

/** A text or a list of which the record holds only the beginning, and the event that it is in. */
export interface TaskCut extends Cut {
  readonly event: TaskEventType
}

/** The request as it was sent, without what was in it. */
export type SentFacts = Omit<SentRequest, 'body'> & { readonly body: { readonly size: number } }

/** A form without what is in its file and in long fields. */
export type TaskForm = Omit<SentForm, 'file'> & { readonly file: Omit<SentFile, 'body'> }

/** What is known of a socket besides what every task has. Its messages are counted by `chunks` and marked by `chunkMarks`. */
export interface SocketFacts {
  /** The sub-protocol that the server chose; '' for none. */
  readonly protocol: string
  readonly sent: number
  readonly received: number
  /** Messages that were not sent because the socket was not open. */
  readonly refused: number
  readonly sentBytes: number
  readonly closure?: Pick<Closed, 'by' | 'code' | 'reason'>
}

/** `open` and `closed` are those of a socket. */
export type TaskState = 'created' | 'queued' | 'running' | 'receiving' | 'open' | 'succeeded' | 'failed' | 'closed'

/** When each kind of event first came, ms on the session clock. */
export interface EventMarks {
  readonly created: number
  readonly checked?: number
  readonly queued?: number
  readonly started?: number
  readonly routed?: number
  readonly headersReceived?: number
  readonly firstChunk?: number
  readonly ended?: number
}
