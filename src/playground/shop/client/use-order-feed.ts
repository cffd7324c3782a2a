import { useCallback, useEffect, useRef, useState } from 'react'
import type { RequestTask } from '../../../contract/wx/wx.ts'
import type { FeedStep } from '../data/feed-steps.ts'
import { LineReader } from './line-reader.ts'
import { useShop } from './shop-context.ts'

export interface OrderFeed {
  readonly steps: readonly FeedStep[]
  readonly chunks: number
  /** `waiting` before it may start; the text of `fail` when it broke or was stopped. */
  readonly status: 'waiting' | 'running' | 'finished' | (string & {})
  stop(): void
  again(): void
}

/** Listens to the stream of an order with `enableChunked` and `onChunkReceived`, from when `ready` is true. */
export function useOrderFeed(id: string, ready: boolean): OrderFeed {
  const { client } = useShop()
  const [feed, setFeed] = useState<Pick<OrderFeed, 'steps' | 'chunks' | 'status'>>({ steps: [], chunks: 0, status: 'waiting' })
  const [attempt, setAttempt] = useState(0)
  const running = useRef<RequestTask>(undefined)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` says when to listen again.
  useEffect(() => {
    if (!ready) return
    let closed = false
    const lines = new LineReader()
    const parse = (found: readonly string[]) => found.map((line) => JSON.parse(line) as FeedStep)
    const end = (status: string, late: readonly FeedStep[] = []) =>
      !closed && setFeed((before) => ({ ...before, status, steps: [...before.steps, ...late] }))
    setFeed({ steps: [], chunks: 0, status: 'running' })
    const task = client.call<string>(
      `/v1/orders/${id}/feed`,
      { enableChunked: true, dataType: 'text' },
      {
        // On PC the chunk listener stays silent and the whole text comes at the end (CHUNK-3).
        success: (text) => end('finished', parse(text.split('\n').filter((line) => line !== ''))),
        fail: (problem) => end(problem.errMsg),
      },
    )
    task?.onChunkReceived(({ data }) => {
      const steps = parse(lines.read(data))
      if (!closed) setFeed((before) => ({ ...before, chunks: before.chunks + 1, steps: [...before.steps, ...steps] }))
    })
    running.current = task
    return () => {
      closed = true
      task?.abort()
    }
  }, [client, id, ready, attempt])

  return {
    ...feed,
    stop: useCallback(() => running.current?.abort(), []),
    again: useCallback(() => setAttempt((count) => count + 1), []),
  }
}
