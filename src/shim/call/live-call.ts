import type { ListenerCall } from '../../contract/event/event-stamp.ts'
import type { CallEnvironment } from '../../contract/event/platform.ts'
import type { FailReason } from '../../contract/event/task-error.ts'
import type { TaskApi, TaskEvent, Unstamped } from '../../contract/event/task-event.ts'
import type { Callbacks } from '../../contract/wx/callbacks-of.ts'
import { taskErrorOf } from '../../wechat/fail-text.ts'
import type { CallContext } from '../context/call-context.ts'
import { callApp } from '../context/deliver.ts'
import { failResult, type LowerLayer } from './results.ts'

/** A running call, as its steps use it. */
export interface RunningCall {
  readonly taskId: string
  /** True from its end event on. */
  readonly over: boolean
  /** Aborts when the call has ended and its answer is not needed. */
  readonly unwanted: AbortSignal
  /** Stamps and emits an event. Returns its time, in ms on the session clock. */
  emit(event: Unstamped<TaskEvent>): number
  /** Calls listeners of the app and emits the event about them; a `stop` from inside a listener takes effect afterwards. */
  withListeners<Result>(
    listeners: ReadonlySet<(result: Result) => void>,
    makeResult: () => Result,
    emitCalls: (calls: readonly ListenerCall[], at: number) => void,
  ): void
  /** Ends the call without an answer. */
  stop(reason: FailReason): void
}

/** The state of one call: it emits its events, calls its callbacks, and ends it exactly once. */
export interface LiveCall extends RunningCall {
  /** Filled while the call runs, and added to its end event. */
  readonly layer: LowerLayer
  /** `letGo` runs right after the end event, before the callbacks. */
  hold(letGo: () => void): void
  /** Runs work that cannot be undone: `stop` has no effect once it has started, unless it fails. */
  commit<Value>(work: () => Promise<Value>): Promise<Value>
  /** Ends the call without an answer. `atOnce` calls the callbacks before this returns (RES-11). */
  stop(reason: FailReason, text?: string, atOnce?: boolean): void
  /** Ends the call with an answer. The slot is freed before `makeResult` and the callbacks run. */
  succeed(event: Unstamped<Extract<TaskEvent, { type: 'succeeded' }>>, makeResult: (endedAt: number) => object): void
}

const NO_CALLS: readonly ListenerCall[] = []

export function createLiveCall(api: TaskApi, callbacks: Callbacks, environment: CallEnvironment, context: CallContext): LiveCall {
  const { clock, live, throwLater } = context
  const taskId = context.nextTaskId()
  const unwanted = new AbortController()
  const layer: LowerLayer = {}
  let seq = 0
  let over = false
  let committed = false
  const held: (() => void)[] = []
  let inside = false
  let stopAfter: FailReason | undefined

  /** Runs code of the app or of a subscriber. If it stops the call, the current event is completed first. */
  function runForeign(run: () => void): void {
    if (inside) return run()
    inside = true
    try {
      run()
    } finally {
      inside = false
    }
    if (stopAfter) stop(stopAfter)
  }

  function emit(event: Unstamped<TaskEvent>): number {
    const at = event.at ?? clock.now()
    runForeign(() => context.emit({ ...event, taskId, seq: seq++, at } as TaskEvent))
    return at
  }

  function end(event: Unstamped<TaskEvent>): number {
    over = true
    live.delete(taskId)
    const at = emit(event)
    for (const letGo of held) letGo()
    return at
  }

  function deliver(name: keyof Callbacks, result: object): void {
    const callback = callbacks[name]
    if (typeof callback !== 'function') return
    emit({ type: 'delivered', callback: name, ...callApp(callback as (result: object) => void, result, clock, throwLater) })
  }

  function stop(reason: FailReason, text?: string, atOnce = false): void {
    if (over || committed) return
    if (inside) {
      stopAfter ??= reason
      return
    }
    const error = taskErrorOf(reason, api, environment, text)
    end({ type: 'failed', error, ...layer })
    unwanted.abort()
    const result = failResult(error, layer, environment.lib)
    const emitCalls = () => {
      deliver('fail', result)
      deliver('complete', result)
    }
    // RES-11: never during the call, except for invalid parameters and URLs.
    if (atOnce) emitCalls()
    else void Promise.resolve(clock.nextTask?.()).then(emitCalls)
  }

  return {
    taskId,
    get over() {
      return over
    },
    unwanted: unwanted.signal,
    layer,
    emit,
    withListeners(listeners, makeResult, emitCalls) {
      const at = clock.now()
      runForeign(() => {
        if (listeners.size === 0) return emitCalls(NO_CALLS, at)
        const result = makeResult()
        emitCalls(
          [...listeners].map((listener) => callApp(listener, result, clock, throwLater)),
          at,
        )
      })
    },
    hold(letGo) {
      held.push(letGo)
    },
    async commit(work) {
      committed = true
      try {
        return await work()
      } catch (thrown) {
        committed = false
        throw thrown
      }
    },
    stop,
    succeed(event, makeResult) {
      const result = makeResult(end(event))
      deliver('success', result)
      deliver('complete', result)
    },
  }
}
