import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { watchSize } from '../../parts/watch-size.ts'
import { ROW_HEIGHT } from '../../rows/row-height.ts'
import { type ListForm, TABLE_FROM } from './fit-columns.ts'

/** How the list is laid out in the room that it has. */
export interface ListLayout {
  readonly form: ListForm
  /** px inside the list's scroll bar. */
  readonly width: number
  /** px. Rows are all alike, so that the place of any of them can be told without drawing it. */
  readonly rowHeight: number
  readonly headHeight: number
}

/** px. Two lines of the least height that a pointer can hit; a finger needs 40 px for one. */
const LINES_HEIGHT = 48
const COARSE_ROW_HEIGHT = 44
/** With the line below it. */
const COARSE_HEAD_HEIGHT = 41

/** The layout of the list by its own width, since the details may stand beside it, and by how exact the pointer is. */
export function useListLayout(element: HTMLElement | null): ListLayout {
  const coarse = useSyncExternalStore(subscribePointer, isCoarse)
  const [width, setWidth] = useState(1000)
  useLayoutEffect(() => {
    if (!element) return undefined
    return watchSize(element, () => setWidth(element.clientWidth))
  }, [element])
  const form = width < TABLE_FROM ? 'lines' : 'table'
  return {
    form,
    width,
    rowHeight: form === 'lines' ? LINES_HEIGHT : coarse ? COARSE_ROW_HEIGHT : ROW_HEIGHT,
    headHeight: coarse ? COARSE_HEAD_HEIGHT : ROW_HEIGHT,
  }
}

const COARSE = '(pointer: coarse)'

function isCoarse(): boolean {
  return matchMedia(COARSE).matches
}

function subscribePointer(listener: () => void): () => void {
  const query = matchMedia(COARSE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
