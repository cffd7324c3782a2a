import type { Json } from '../event/json.ts'

/** A mock rule as plain JSON: which calls it answers, and how. */
export interface MockRule {
  /** Unique among all rules; events refer to it. */
  readonly id: string
  /** The name in the panel. */
  readonly name: string
  /** A disabled rule answers nothing and counts no hits. */
  readonly enabled: boolean
  /** The heading under which the panel lists it. Default: none. */
  readonly group?: string
  /** Which calls it answers. */
  readonly when: RuleMatch
  /** One answer, or several and how to choose among them. */
  readonly respond: MockAnswer | MockAnswers
  /** Stop matching after this many hits. Default: no limit. */
  readonly limit?: number
}

/**
 * Several answers: the one picked by hand, or in sequence (the last one repeats), in a cycle, or drawn at random from `seed`. Names are
 * unique within a rule; in the mode `pick` every answer needs one.
 */
export type MockAnswers =
  | { readonly mode: 'pick'; readonly answers: readonly (MockAnswer & { readonly name: string })[]; readonly picked: string }
  | {
      readonly mode: 'sequence' | 'cycle' | 'random'
      readonly answers: readonly (MockAnswer & { readonly name?: string })[]
      readonly seed?: number
    }

/** Which calls a rule answers: everything that is given must match. */
export interface RuleMatch {
  /** Default: any. */
  readonly api?: 'request' | 'uploadFile' | 'downloadFile' | 'connectSocket'
  /** Default: any. */
  readonly method?: string | readonly string[]
  /** An exact URL, an MSW path pattern (`:id`, `*`), or `/regex/flags`, without the query. The URL of a socket starts with ws or wss. */
  readonly url: string
  /** All of these must match. */
  readonly all?: readonly Condition[]
  /** At least one of these must match. */
  readonly any?: readonly Condition[]
}

/** A condition on a call. */
export interface Condition {
  /** What to compare. */
  readonly on: 'query' | 'header' | 'cookie' | 'body' | 'call'
  /**
   * The key of the query, the name of the header or cookie, or the JSONPath into the body. Not used with `call`, which is the number of
   * this hit, from 1.
   */
  readonly name?: string
  readonly operator: 'equals' | 'contains' | 'matches' | 'exists' | '<' | '>'
  readonly value?: Json
  /** Negates the condition. */
  readonly not?: boolean
}

/** An answer. Times are in ms. */
export type MockAnswer =
  | {
      readonly kind: 'response'
      /** Default: 200. */
      readonly status?: number
      readonly headers?: Readonly<Record<string, string | readonly string[]>>
      /** Raw Set-Cookie headers. They are passed to `res.cookies` and never set in the page. */
      readonly cookies?: readonly string[]
      readonly body?: MockBody
      readonly delay?: Delay
      readonly throttle?: { readonly bytesPerSecond: number }
      /** Sent after the body, each `after` ms after the previous one. */
      readonly chunks?: readonly { readonly after: number; readonly text?: string; readonly base64?: string }[]
    }
  | { readonly kind: 'redirect'; readonly status?: 301 | 302 | 303 | 307 | 308; readonly to: string }
  /** `error` is the name of a Chromium net error, such as ERR_CONNECTION_REFUSED or ERR_CERT_DATE_INVALID. */
  | { readonly kind: 'fail'; readonly error: string; readonly delay?: Delay }
  /** Takes the call and never answers. */
  | { readonly kind: 'hang' }
  /** Matches, and passes the call on to the network. */
  | { readonly kind: 'passthrough' }
  | SocketAnswer

/** A body, in one of five ways. A response without one is empty. */
export type MockBody =
  | { readonly json: Json }
  | { readonly text: string }
  | { readonly base64: string }
  /** JSON whose strings take values of the call: `{{query.page}}`. */
  | { readonly template: Json }
  /**
   * JSON in the template syntax of Mock.js, `{ "list|3-5": [{ "id|+1": 1, "name": "@cname" }] }`, without its functions and regular
   * expressions, and with `{{query.page}}` in keys and values. Never run as code. Each hit draws anew; the same `seed` and hit draw the
   * same. Default of the seed: the id of the rule.
   */
  | { readonly mockjs: Json; readonly seed?: number }

/**
 * Takes a socket and plays its server. A rule with such an answer only matches sockets; its other answers may be `fail`, `hang` and
 * `passthrough`. With `api: 'connectSocket'`, `response` refuses the handshake with its status.
 */
export interface SocketAnswer {
  readonly kind: 'socket'
  /** The selected subprotocol. Default: the first that the app offers. */
  readonly protocol?: string
  /** Headers of the handshake response. */
  readonly headers?: Readonly<Record<string, string>>
  /** Before the handshake is answered. */
  readonly delay?: Delay
  /** Run in order once the socket is open. After the last step the socket stays open. */
  readonly script: readonly SocketStep[]
}

/** One step of a mocked server, `after` so many ms. When the app closes, the close is echoed and no further step runs. */
export type SocketStep = { readonly after?: Delay } & (
  | { readonly text: string }
  /** Sent as text. */
  | { readonly json: Json }
  /** Sent as a binary message. */
  | { readonly base64: string }
  /** Waits for a message that matches; others are ignored. */
  | { readonly expect: MessageMatch }
  /** From now on, in parallel with the following steps, each message that matches runs `reply`. */
  | { readonly on: MessageMatch; readonly reply: readonly SocketStep[] }
  /** From now on sends every message back; a number limits how many. */
  | { readonly echo: true | number }
  /** Repeats the steps. `forever` needs a step that waits. */
  | { readonly repeat: number | 'forever'; readonly steps: readonly SocketStep[] }
  /** Closes the socket. Default: code 1000 and no reason. No step can follow. */
  | { readonly close: { readonly code?: number; readonly reason?: string } }
  /** Breaks the connection without a close. No step can follow. */
  | { readonly drop: true }
)

/**
 * Conditions on a message; all must match. Without `name` a condition applies to the text (of a binary message, its bytes as UTF-8); with
 * a JSONPath as `name`, to that value in its JSON. An empty list matches any message.
 */
export type MessageMatch = readonly Omit<Condition, 'on'>[]

/** ms, or a distribution of ms. */
export type Delay =
  | number
  | {
      readonly mean: number
      readonly jitter?: number
      readonly distribution?: 'uniform' | 'normal' | 'spike'
      readonly seed?: number
    }
