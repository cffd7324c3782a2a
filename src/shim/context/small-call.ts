import type { ThrowLater } from '../../contract/throw-later.ts'
import type { Callbacks } from '../../contract/wx/callbacks-of.ts'
import type { SocketFail, SocketResult } from '../../contract/wx/wx-socket.ts'

/** The outcome of a call that is not a task itself, such as `send` or `close`. */
export type Outcome = { readonly done: SocketResult } | { readonly failed: SocketFail }

/** Calls the callbacks after the call has returned: success or fail, then complete. */
export function callBack({ success, fail, complete }: Callbacks, outcome: Outcome, throwLater: ThrowLater): void {
  const result = 'done' in outcome ? outcome.done : outcome.failed
  const callbacks = ['done' in outcome ? success : fail, complete].filter((callback) => typeof callback === 'function')
  if (callbacks.length === 0) return
  queueMicrotask(() => {
    for (const callback of callbacks) {
      try {
        callback(result)
      } catch (thrown) {
        throwLater(thrown)
      }
    }
  })
}

/** WS-11: the same for the global functions, which return a Promise if there is no callback, from base library 2.10.2 on. */
export function callBackOrPromise(
  callbacks: Callbacks,
  outcome: Outcome,
  throwLater: ThrowLater,
  knowsPromises: boolean,
): Promise<SocketResult> | undefined {
  const { success, fail, complete } = callbacks
  if (knowsPromises && ![success, fail, complete].some((callback) => typeof callback === 'function')) {
    return 'done' in outcome ? Promise.resolve(outcome.done) : Promise.reject(outcome.failed)
  }
  callBack(callbacks, outcome, throwLater)
  return undefined
}
