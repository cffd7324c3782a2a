import { useCallback, useEffect, useRef, useState } from 'react'
import type { RequestTask } from '../../../contract/wx/wx.ts'
import type { CallListeners, CallProblem } from './shop-client.ts'

export type CallState<Data> =
  | { readonly status: 'loading' }
  | { readonly status: 'done'; readonly data: Data }
  | { readonly status: 'failed'; readonly problem: CallProblem }

/**
 * Makes a call whenever `key` changes and when `retry` is asked for. The call before is aborted, so its late answer cannot
 * overwrite a newer one; so is the one that runs when the page closes.
 */
export function useCall<Data>(
  key: string,
  start: (listeners: CallListeners<Data>) => RequestTask | undefined,
): { readonly state: CallState<Data>; retry(): void } {
  const [state, setState] = useState<CallState<Data>>({ status: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const latestStart = useRef(start)
  latestStart.current = start

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` and `attempt` say when to call again; `start` is new on every render.
  useEffect(() => {
    let closed = false
    setState({ status: 'loading' })
    const task = latestStart.current({
      success: (data) => !closed && setState({ status: 'done', data }),
      fail: (problem) => !closed && setState({ status: 'failed', problem }),
    })
    return () => {
      closed = true
      task?.abort()
    }
  }, [key, attempt])

  return { state, retry: useCallback(() => setAttempt((count) => count + 1), []) }
}
