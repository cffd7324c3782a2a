import type { FailReason } from '../../contract/event/task-error.ts'
import type { TaskEvent, Unstamped } from '../../contract/event/task-event.ts'
import type { Delivery, FrameworkCall, FrameworkOutcome } from '../../contract/framework-call.ts'
import type { RunningCall } from '../call/live-call.ts'
import type { CallContext } from '../context/call-context.ts'

/** A running call of a framework: it emits the events and ends it exactly once. The framework calls the callbacks. */
export interface FollowedCall extends RunningCall {
  /** Emits an event after which callbacks of the app may be recorded: the end, or the start of a socket. */
  emitThenDelivered(event: Unstamped<TaskEvent>): void
  /** Ends the call; only deliveries may follow. */
  end(event: Unstamped<TaskEvent>): void
  /** Resolves when the framework has settled the call; with `undefined` if it does not do so soon. */
  whenSettled(): Promise<FrameworkOutcome | undefined>
}

/** ms. An error passes through several promises of the framework before the app gets it. */
const SOON = 20

/** `fail` makes the framework's request fail, and resolves with the message that the app got. */
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
  // The framework may call the app before the response is processed here: then the event is dated back.
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

/** The message that the framework passed to the app; '' if there was none. */
export function textOf(outcome: FrameworkOutcome | undefined): string {
  const { errMsg, message } = Object(outcome?.result) as { readonly errMsg?: unknown; readonly message?: unknown }
  return typeof errMsg === 'string' ? errMsg : typeof message === 'string' ? message : ''
}
