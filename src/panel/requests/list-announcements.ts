import { useEffect, useRef } from 'react'
import { formatCount } from '../parts/format.ts'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import type { InspectorState } from '../store/inspector-store.ts'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'

/** ms in which one finishes a word of the filter. */
const REST = 700
/** ms in which new calls are told together, never one by one. */
const PAUSE = 3000

/** Draws nothing: tells whoever listens instead of looking how many calls the filter leaves, and, where that was asked for, how many came. */
export function ListAnnouncements(): null {
  const words = useWords(listWords)
  const { announce, store } = useInspector()
  const query = useInspectorState((state) => state.query)
  const tellsNew = useInspectorState((state) => state.preferences.announceNew)
  const told = useRef(query)
  useEffect(() => {
    if (query === told.current) return
    const timer = setTimeout(() => {
      told.current = query
      const { rows } = store.getState()
      announce(words.filtered(formatCount(rows.ids.length), formatCount(rows.size)))
    }, REST)
    return () => clearTimeout(timer)
  }, [query, announce, store, words])
  useEffect(() => {
    if (!tellsNew) return
    let before = everCame(store.getState())
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      timer = undefined
      const state = store.getState()
      const came = everCame(state)
      if (came > before) announce(words.newCalls(formatCount(came - before), formatCount(state.rows.size)))
      before = came
    }
    const unsubscribe = store.subscribe((state) => {
      // Fewer after a clear.
      before = Math.min(before, everCame(state))
      if (everCame(state) > before) timer ??= setTimeout(tell, PAUSE)
    })
    return () => {
      unsubscribe()
      clearTimeout(timer)
    }
  }, [tellsNew, announce, store, words])
  return null
}

function everCame({ kept, rows }: InspectorState): number {
  return rows.size + (kept?.droppedTasks ?? 0)
}
