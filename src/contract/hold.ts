import type { Gate } from './event/hold-event.ts'
import type { RuleMatch } from './mock/mock-rule.ts'

/** What is held from now on. `next` is the next call, before it is sent. A match at `chunk` is held at the first piece too. */
export type HoldChoice = 'off' | 'next' | { readonly match: RuleMatch; readonly at: readonly Gate[] }

/** A call that is held now. */
export interface HeldCall {
  readonly taskId: string
  readonly gate: Gate
  /** ms on the session clock. */
  readonly since: number
}
