import type { FailReason } from '../../contract/event/task-error.ts'
import type { TaskEvent, Unstamped } from '../../contract/event/task-event.ts'
import type { Delivery, FrameworkCall, FrameworkOutcome } from '../../contract/framework-call.ts'
import type { RunningCall } from '../call/live-call.ts'
import type { CallContext } from '../context/call-context.ts'

/** A call of a framework on its way: its events, and that it ends exactly once. Its callbacks are the framework's to call. */
export interface FollowedCall extends RunningCall {
  /** From this event on callbacks of the app may be recorded: the end, or of a socket the start. */
  emitThenDelivered(event: Unstamped<TaskEvent>): void
  /** Nothing but deliveries follows. */
  end(event: Unstamped<TaskEvent>): void
  /** Resolves when the framework is done with the call, or soon after when it says nothing. */
  whenSettled(): Promise<FrameworkOutcome | undefined>
}

/** ms. An error passes some promises of the framework before the app is told. */
const SOON = 20

/** `fail` lets the page know that no answer comes, and resolves with what the framework told the app then. */
export function createFollowedCall(call: FrameworkCall, context: CallContext, fail: (reason: FailReason) => Promise<string>): FollowedCall {
  const { clock, live } = context
  const taskId = context.nextTaskId()
  const unwanted = new AbortController()
  const held: Delivery[] = []
  let seq = 0
  let last = call.at
  let over = false
  let mayDeliver = false
  let firstDelivery = Number.POSITIVE_INFINITY
  let settle: (outcome: FrameworkOutcome) => void = () => {}
  const settled = new Promise<FrameworkOutcome>((resolve) => {
    settle = resolve
  })

  const stamp = (event: Unstamped<TaskEvent>, at: number): number => {
    last = Math.max(last, at)
    context.emit({ ...event, taskId, seq: seq++, at: last } as TaskEvent)
    return last
  }
  // The framework may tell the app before the last of an answer has come through here: by then it had happened.
  const emit = (event: Unstamped<TaskEvent>) => stamp(event, Math.min(event.at ?? clock.now(), firstDelivery))
  const deliver = (delivery: Delivery) => {
    if (mayDeliver) stamp({ type: 'delivered', ...delivery }, delivery.at)
    else held.push(delivery)
  }
  const emitThenDelivered = (event: Unstamped<TaskEvent>) => {
    emit(event)
    mayDeliver = true
    for (const delivery of held.splice(0)) deliver(delivery)
  }
  const end = (event: Unstamped<TaskEvent>) => {
    over = true
    live.delete(taskId)
    emitThenDelivered(event)
  }
  const whenSettled = () => Promise.race([settled, clock.sleep(SOON).then(() => undefined)])

  call.follow({
    delivered(delivery) {
      firstDelivery = Math.min(firstDelivery, delivery.at)
      deliver(delivery)
    },
    settled: (outcome) => settle(outcome),
  })

  return {
    taskId,
    get over() {
      return over
    },
    unwanted: unwanted.signal,
    emit: (event) => (over ? last : emit(event)),
    withListeners: (_listeners, _makeResult, emitCalls) => emitCalls([], clock.now()),
    emitThenDelivered,
    end,
    whenSettled,
    stop(reason) {
      if (over) return
      over = true
      const at = clock.now()
      unwanted.abort()
      void fail(reason).then((errMsg) => end({ type: 'failed', at, error: { ...reason, errMsg } }))
    },
  }
}

/** What the framework told the app, in its own words; '' where it said nothing. */
export function textOf(outcome: FrameworkOutcome | undefined): string {
  const { errMsg, message } = Object(outcome?.result) as { readonly errMsg?: unknown; readonly message?: unknown }
  return typeof errMsg === 'string' ? errMsg : typeof message === 'string' ? message : ''
}
