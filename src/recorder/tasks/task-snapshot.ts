import type { DomainCheck } from '../../contract/event/domain-check.ts'
import type { Cut, ListenerCall } from '../../contract/event/event-stamp.ts'
import type { Gate, ResumedBy } from '../../contract/event/hold-event.ts'
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
 * The state of a task after its events so far. Replaced, never changed. Bodies and long values are not part of it: they stay in their
 * events, where they can be released.
 */
export interface TaskSnapshot {
  readonly taskId: string
  /** 1 for the first task of the session. */
  readonly number: number
  readonly api: TaskApi
  /** The framework whose API was called; absent if it was `wx`. */
  readonly framework?: Framework
  /** The task of which this is a repetition. */
  readonly resentFrom?: string
  /** The page of the app in which it was made, such as `pages/home/index`. */
  readonly page?: string
  /** Where in the app it was made: a stack, one frame a line, the innermost first. */
  readonly initiator?: string
  readonly state: TaskState
  readonly method: string
  readonly url: string
  readonly environment: CallEnvironment
  /** Without long values. */
  readonly given: { readonly [option: string]: Json }
  readonly sent?: SentFacts
  /** What an upload was built from; known once its file was read. */
  readonly form?: TaskForm
  readonly timeout?: number
  readonly warnings: readonly CallWarning[]
  /** The program that wrote the HAR file from which this task was made; absent for recorded tasks. */
  readonly importedFrom?: string
  readonly check?: DomainCheck
  /** How many calls were queued before it; absent if it did not wait. */
  readonly queuedBehind?: number
  readonly by?: AnsweredBy
  readonly ruleId?: string
  readonly ruleName?: string
  readonly statusCode?: number
  readonly header?: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly redirects: readonly RedirectHop[]
  /** Redirect targets that a phone would have refused. */
  readonly refusedTargets?: readonly DomainCheck[]
  readonly error?: TaskError
  readonly dataForm?: Succeeded['dataForm']
  readonly useHttpDNS?: boolean
  readonly exception?: CallException
  /** The progress of a transfer, in its main direction. */
  readonly progress?: Pick<Progressed, 'direction' | 'loaded' | 'expected'>
  /** Where a download was saved. */
  readonly file?: SavedFile
  /** Bytes of body, or of messages, received so far. */
  readonly receivedBytes: number
  readonly chunks: number
  /**
   * When chunks arrived, in ms on the session clock. Thinned out evenly once there are many, so that a long stream has marks over its
   * whole length; `chunks` is the true count.
   */
  readonly chunkMarks: readonly number[]
  /** All timing that the transport reported; for each field the latest value. */
  readonly timing: Timing
  readonly marks: EventMarks
  /** Sockets only. */
  readonly socket?: SocketFacts
  /** Calls of onHeadersReceived and onChunkReceived listeners, or of those of a socket, in order; of onMessage only calls that threw. */
  readonly listenerCalls: readonly (ListenerCall & { readonly listener: 'onHeadersReceived' | 'onChunkReceived' | SocketListener })[]
  /** Calls of success, fail and complete, in order. */
  readonly callbacks: readonly Pick<Delivered, 'callback' | 'at' | 'took' | 'threw'>[]
  /** When it was held, in order; the last 64. Absent if it never was. */
  readonly holds?: readonly TaskHold[]
  /** What the log cut from its events; 64 entries at most. */
  readonly cuts: readonly TaskCut[]
  /** How many events are applied, which is the `seq` of the next one. */
  readonly nextSeq: number
}

/** A time for which a call was held. */
export interface TaskHold {
  readonly gate: Gate
  /** ms on the session clock. */
  readonly from: number
  /** Absent while it is held. */
  readonly to?: number
  readonly by?: ResumedBy
  readonly timeout: 'frozen' | 'runs'
  /** What a person changed, such as `statusCode` or `data`. */
  readonly changed?: readonly string[]
}

/** A text or list of which the log holds only the beginning, and the event that it belongs to. */
export interface TaskCut extends Cut {
  readonly event: TaskEventType
}

/** The request as it was sent, without its body. */
export type SentFacts = Omit<SentRequest, 'body'> & { readonly body: { readonly size: number } }

/** A form without the content of its file and of long fields. */
export type TaskForm = Omit<SentForm, 'file'> & { readonly file: Omit<SentFile, 'body'> }

/** The socket part of a task. Its messages are counted by `chunks` and marked by `chunkMarks`. */
export interface SocketFacts {
  /** The subprotocol that the server selected; '' for none. */
  readonly protocol: string
  readonly sent: number
  readonly received: number
  /** Messages that were not sent because the socket was not open. */
  readonly refused: number
  readonly sentBytes: number
  readonly closure?: Pick<Closed, 'by' | 'code' | 'reason'>
}

/** `open` and `closed` are states of a socket. */
export type TaskState = 'created' | 'queued' | 'running' | 'receiving' | 'open' | 'succeeded' | 'failed' | 'closed'

/** When each type of event first occurred, in ms on the session clock. */
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
