import type { DomainList } from '../../contract/event/domain-check.ts'
import type { CallEnvironment } from '../../contract/event/platform.ts'
import type { Settings } from '../../contract/settings.ts'
import type { CallContext } from '../context/call-context.ts'
import type { LiveCall, RunningCall } from './live-call.ts'

/** One call and its environment: what every step of a call needs, whichever API was called. */
export interface CallFrame<Call extends RunningCall = LiveCall> {
  readonly call: Call
  /** The domain list that applies to it (DOM-2). */
  readonly list: DomainList
  /** The settings when the call was made. */
  readonly settings: Settings
  readonly environment: CallEnvironment
  readonly context: CallContext
}
