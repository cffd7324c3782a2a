import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { TaskMark } from '../../contract/event/task-mark.ts'

// HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/). Fields that begin with `_` are not of the format.

/** A HAR file as it is written here. */
export interface Har {
  readonly log: {
    readonly version: '1.2'
    readonly creator: { readonly name: string; readonly version: string }
    readonly pages: readonly []
    readonly entries: readonly HarEntry[]
    readonly _wx: HarLogExtra
  }
}

/** What is not of the format but brings a session back as it was. */
export interface HarLogExtra {
  readonly version: 1
  /** Wall time at 0 on the clock of the events, in epoch ms. */
  readonly startedAt: number
}

/** One request with its response. */
export interface HarEntry {
  readonly startedDateTime: string
  /** ms. */
  readonly time: number
  readonly request: HarRequest
  readonly response: HarResponse
  readonly cache: Readonly<Record<string, never>>
  readonly timings: HarTimings
  readonly serverIPAddress?: string
  readonly connection?: string
  readonly _resourceType: string
  readonly _webSocketMessages?: readonly HarMessage[]
  readonly _wx: HarEntryExtra
}

/** The whole record of the call, and what a person noted about it. */
export interface HarEntryExtra {
  readonly events: readonly TaskEvent[]
  readonly mark?: TaskMark
  /** Fields of the timing that come from the connection model and were not measured. */
  readonly simulated: readonly string[]
  readonly rule?: string
  /** The page of the app in which the call was made. */
  readonly page?: string
}

export interface HarRequest {
  readonly method: string
  readonly url: string
  readonly httpVersion: string
  readonly cookies: readonly HarCookie[]
  readonly headers: readonly HarPair[]
  readonly queryString: readonly HarPair[]
  readonly postData?: {
    readonly mimeType: string
    readonly text?: string
    readonly params?: readonly {
      readonly name: string
      readonly value?: string
      readonly fileName?: string
      readonly contentType?: string
    }[]
    readonly _encoding?: 'base64'
  }
  readonly headersSize: -1
  readonly bodySize: number
}

export interface HarResponse {
  /** 0 where there was no response. */
  readonly status: number
  readonly statusText: string
  readonly httpVersion: string
  readonly cookies: readonly HarCookie[]
  readonly headers: readonly HarPair[]
  readonly content: {
    readonly size: number
    readonly mimeType: string
    readonly text?: string
    readonly encoding?: 'base64'
    readonly comment?: string
  }
  readonly redirectURL: string
  readonly headersSize: -1
  readonly bodySize: number
  readonly _error?: string
}

/** ms; -1 where the phase did not apply. `ssl` is within `connect`. */
export interface HarTimings {
  readonly blocked: number
  readonly dns: number
  readonly connect: number
  readonly ssl: number
  readonly send: number
  readonly wait: number
  readonly receive: number
}

export interface HarPair {
  readonly name: string
  readonly value: string
}

export interface HarCookie extends HarPair {
  readonly path?: string
  readonly domain?: string
  readonly expires?: string
  readonly httpOnly?: boolean
  readonly secure?: boolean
}

/** As Chrome writes them: `time` in epoch seconds, `opcode` 1 for text and 2 for binary, whose `data` is base64. */
export interface HarMessage {
  readonly type: 'send' | 'receive'
  readonly time: number
  readonly opcode: 1 | 2
  readonly data: string
}
