import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import { viewOf } from '../../parts/view-of.ts'
import type { RowIndex } from '../../rows/row-index.ts'
import type { ListLayout } from './use-list-layout.ts'

/** How near to the end, in px, counts as being there. */
const NEAR = 8

/**
 * Keeps the list where it is when rows come or go above, and at its end when it was at its end.
 * At the very top it stays at the top, so that newest-first lists show what is new.
 * When its height changes, as it does when details open, a row under the cursor that could be seen can still be seen.
 * What the element measures is remembered from its events: to ask it while rows change would cost a layout each time.
 */
export function useKeptPlace(
  element: HTMLElement | null,
  rows: Pick<RowIndex, 'ids'>,
  version: number,
  cursorIndex: number,
  { rowHeight, headHeight }: Pick<ListLayout, 'rowHeight' | 'headHeight'>,
) {
  // For those who ask: the list is not drawn anew when it reaches its end.
  const [atEnd] = useState(() => createStore(() => true))
  const height = useRef(0)
  const scrolled = useRef(0)
  const sticks = useRef(true)
  // Rows change in place, and a long line of them is taken in before it is drawn: what is scrolled is the list as it was drawn.
  const drawn = useRef(0)
  const place = useRef<{ readonly id: string; readonly index: number } | undefined>(undefined)
  const cursor = useRef(cursorIndex)
  cursor.current = cursorIndex

  const look = useCallback(
    (top: number) => {
      scrolled.current = top
      sticks.current = top + height.current >= drawn.current * rowHeight + headHeight - NEAR
      atEnd.setState(sticks.current, true)
      const index = Math.floor(top / rowHeight)
      const id = rows.ids[index]
      place.current = id === undefined || top === 0 ? undefined : { id, index }
    },
    [rows, rowHeight, headHeight, atEnd],
  )
  const scrollTo = useCallback(
    (top: number) => {
      if (!element) return
      element.scrollTop = top
      look(element.scrollTop)
    },
    [element, look],
  )
  const goToEnd = useCallback(() => scrollTo(rows.ids.length * rowHeight + headHeight), [scrollTo, rows, rowHeight, headHeight])

  /** Scrolls as little as it takes to see a row whole. The head covers part of the list. */
  const goTo = useCallback(
    (index: number) => {
      if (!element) return
      // A list that has just come was not measured yet.
      height.current ||= element.clientHeight
      const top = index * rowHeight
      const least = top + rowHeight + headHeight - height.current
      if (top < scrolled.current) scrollTo(top)
      else if (least > scrolled.current) scrollTo(least)
      else look(scrolled.current)
    },
    [element, look, scrollTo, rowHeight, headHeight],
  )

  useEffect(() => {
    if (!element) return undefined
    const onScroll = () => look(element.scrollTop)
    // Before the virtualizer hears it and changes rows, while asking costs nothing.
    element.addEventListener('scroll', onScroll, { passive: true, capture: true })
    const observer = new (viewOf(element).ResizeObserver)(() => {
      const before = height.current
      height.current = element.clientHeight
      const top = cursor.current * rowHeight
      const wasSeen = cursor.current >= 0 && top >= scrolled.current - rowHeight && top <= scrolled.current + before
      if (wasSeen) scrollTo(Math.min(top, Math.max(scrolled.current, top + 2 * rowHeight + headHeight - height.current)))
      else if (sticks.current) goToEnd()
      else look(scrolled.current)
    })
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', onScroll, { capture: true })
      observer.disconnect()
    }
  }, [element, look, scrollTo, goToEnd, rowHeight, headHeight])

  /** px; where a list that is at its end is scrolled to. */
  const lastTop = useCallback(() => Math.max(0, rows.ids.length * rowHeight + headHeight - height.current), [rows, rowHeight, headHeight])
  /** px; where the list is scrolled to once its rows are in the document, `undefined` if that is where it is. */
  const topToCome = useCallback(() => {
    if (height.current === 0) return undefined
    const before = place.current
    const index = sticks.current || !before || rows.ids[before.index] === before.id ? -1 : rows.ids.indexOf(before.id)
    const kept = before && index >= 0 ? scrolled.current + (index - before.index) * rowHeight : scrolled.current
    const top = sticks.current ? lastTop() : Math.min(kept, lastTop())
    return top === scrolled.current ? undefined : top
  }, [rows, rowHeight, lastTop])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` tells that rows changed in place
  useLayoutEffect(() => {
    const top = topToCome()
    const shorter = rows.ids.length < drawn.current
    drawn.current = rows.ids.length
    if (top === undefined) return
    // A list that became too short is moved to its end by the browser. To do it here would cost a layout.
    if (shorter && top === lastTop()) look(top)
    else scrollTo(top)
  }, [rows, version])

  const heightBefore = useRef(rowHeight)
  // Rows of another height: the row at the top stays there.
  useLayoutEffect(() => {
    if (heightBefore.current === rowHeight) return
    heightBefore.current = rowHeight
    if (sticks.current) goToEnd()
    else scrollTo((place.current?.index ?? 0) * rowHeight)
  }, [rowHeight, scrollTo, goToEnd])

  return { atEnd, goToEnd, goTo, topToCome }
}
