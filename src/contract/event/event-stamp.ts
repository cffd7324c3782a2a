/** What every event says of itself. */
export interface Stamp {
  readonly taskId: string
  /** 0, 1, 2 … within the task. A gap or a repeat means that a link lost or doubled an event. */
  readonly seq: number
  /** Milliseconds on the session's clock. */
  readonly at: number
}

/** A listener of the caller ran, and returned or threw. */
export interface ListenerCall {
  /** ms on the session's clock, when it was called. */
  readonly at: number
  /** ms. */
  readonly took: number
  readonly threw?: string
}
