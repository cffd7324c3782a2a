import type { RequestFail, RequestSuccess } from '../../src/contract/wx/wx.ts'
import type { SeenRequest } from './fake-server.ts'

/** One call and all that came back from it. */
export interface Call {
  readonly returned: unknown
  readonly calledAt: number
  /** Callbacks in order, and those of them that ran before the call returned. */
  readonly callbacks: readonly string[]
  readonly sync: readonly string[]
  endedAt?: number
  succeeded?: RequestSuccess
  failed?: RequestFail
  completed?: RequestSuccess | RequestFail
}

/** What the app hears while its calls run. */
export interface Received {
  /** Callbacks and listeners in the order in which they ran: `headersReceived`, `headersReceived:L2`, `success` … */
  readonly events: string[]
  readonly headersReceived: Record<string, unknown>[]
  readonly chunks: Uint8Array[]
  readonly progress: Record<string, unknown>[]
}

/** All that came of a vector about calls over HTTP. */
export interface ObservedCalls extends Received {
  readonly calls: readonly Call[]
  readonly seen: readonly SeenRequest[]
  /** What is in the file that the last call left behind. */
  readonly fileContent: Uint8Array | undefined
  readonly console: readonly string[]
  readonly sentAtOnce: number
  readonly sentAfterSteps: number
}
