import { useCallback, useEffect, useRef, useState } from 'react'
import type { SocketTask } from '../../../contract/wx/wx-socket.ts'
import type { Bilingual } from '../data/tea.ts'
import { useShop } from './shop-context.ts'
import { CHAT_ORIGIN } from './shop-origins.ts'

export interface ChatLine {
  readonly from: 'keeper' | 'guest'
  readonly text: Bilingual | string
}

export interface Chat {
  readonly lines: readonly ChatLine[]
  /** `closed` after a goodbye or an error. */
  readonly status: 'connecting' | 'open' | 'closed'
  /** What the platform said when it ended: the code and reason of `onClose`, or the text of `onError`. */
  readonly ending: string
  send(text: string): void
  again(): void
}

/** One room of the shop's chat over `wx.connectSocket`. The socket is closed when the page is left. */
export function useChat(room: string): Chat {
  const { client } = useShop()
  const [lines, setLines] = useState<readonly ChatLine[]>([])
  const [status, setStatus] = useState<Chat['status']>('connecting')
  const [ending, setEnding] = useState('')
  const [attempt, setAttempt] = useState(0)
  const socket = useRef<SocketTask>(undefined)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` says when to connect again.
  useEffect(() => {
    let left = false
    const end = (why: string) => {
      if (left) return
      setStatus('closed')
      setEnding((before) => before || why)
    }
    setStatus('connecting')
    setEnding('')
    const task = client.wx.connectSocket({ url: `${CHAT_ORIGIN}/rooms/${room}`, fail: ({ errMsg }) => end(errMsg) })
    socket.current = task
    task?.onOpen(() => !left && setStatus('open'))
    task?.onMessage(({ data }) => {
      const { text } = JSON.parse(String(data)) as { text: Bilingual }
      if (!left) setLines((before) => [...before, { from: 'keeper', text }])
    })
    task?.onError(({ errMsg }) => end(errMsg))
    task?.onClose(({ code, reason }) => end([code, reason].filter(Boolean).join(' ')))
    return () => {
      left = true
      task?.close({})
    }
  }, [client, room, attempt])

  return {
    lines,
    status,
    ending,
    send: useCallback((text) => {
      socket.current?.send({ data: JSON.stringify({ text }), success: () => setLines((before) => [...before, { from: 'guest', text }]) })
    }, []),
    again: useCallback(() => setAttempt((count) => count + 1), []),
  }
}
