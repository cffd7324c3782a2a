import { useEffect, useState } from 'react'
import type { ReadingProgress } from '../rows/row-index.ts'
import type { Summary } from '../rows/row-tally.ts'
import { useInspector } from '../store/inspector-context.ts'

interface ListSummary extends Summary {
  readonly total: number
  readonly progress: ReadingProgress
}

/** ms. Numbers that change with every frame cannot be read. */
const PAUSE = 250

/** The summary of the rows shown, a few times a second at most. */
export function useSummary(): ListSummary {
  const { store } = useInspector()
  const [summary, setSummary] = useState(() => sumUp(store))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let seen = -1
    const refresh = () => {
      timer = undefined
      seen = store.getState().version
      setSummary(sumUp(store))
    }
    const plan = () => {
      if (timer === undefined && store.getState().version !== seen) timer = setTimeout(refresh, PAUSE)
    }
    plan()
    const unsubscribe = store.subscribe(plan)
    return () => {
      unsubscribe()
      clearTimeout(timer)
    }
  }, [store])
  return summary
}

function sumUp(store: ReturnType<typeof useInspector>['store']): ListSummary {
  const { rows } = store.getState()
  return { ...rows.tally.sum(), total: rows.size, progress: rows.progress }
}
