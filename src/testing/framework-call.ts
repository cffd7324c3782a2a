import { PendingCall } from '../adapters/pending-calls.ts'
import type { FrameworkCall } from '../contract/framework-call.ts'

/** A call of uni-app as its adapter makes one; a test says what the app is told of it. */
export function exampleFrameworkCall(facts: Partial<FrameworkCall> = {}): PendingCall {
  return new PendingCall({ framework: 'uni', api: 'request', given: {}, at: 0, timeout: 1000, ...facts })
}
