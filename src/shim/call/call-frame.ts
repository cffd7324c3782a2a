import type { DomainList } from '../../contract/event/domain-check.ts'
import type { CallEnvironment } from '../../contract/event/platform.ts'
import type { Settings } from '../../contract/settings.ts'
import type { CallContext } from '../context/call-context.ts'
import type { LiveCall, RunningCall } from './live-call.ts'

/** One call and what it sees: all that the steps of a call need, whichever API it came through. */
export interface CallFrame<Call extends RunningCall = LiveCall> {
  readonly call: Call
  /** The list that its domain has to be on (DOM-2). */
  readonly list: DomainList
  /** As they were when the call came in. */
  readonly settings: Settings
  readonly environment: CallEnvironment
  readonly context: CallContext
}
