import { useEffect, useState } from 'react'

/** ms for which the pointer rests on a bar before its card comes. */
const REST = 300

/** The cell of a bar on which the pointer rests; `undefined` as soon as the pointer, the list or a key moves. */
export function useTimelineCard(grid: HTMLElement | null): Element | undefined {
  const [cell, setCell] = useState<Element>()
  useEffect(() => {
    if (!grid) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let over: Element | null = null
    const hide = () => {
      clearTimeout(timer)
      over = null
      setCell(undefined)
    }
    const follow = ({ pointerType, target }: PointerEvent) => {
      const next = (target as Element).closest('.list-body .list-cell[data-column="waterfall"]')
      if (next === over) return
      hide()
      over = next
      if (next && pointerType === 'mouse') timer = setTimeout(() => setCell(next), REST)
    }
    const events = ['pointerleave', 'pointerdown', 'wheel', 'scroll', 'keydown'] as const
    grid.addEventListener('pointerover', follow)
    for (const event of events) grid.addEventListener(event, hide, { passive: true })
    return () => {
      clearTimeout(timer)
      grid.removeEventListener('pointerover', follow)
      for (const event of events) grid.removeEventListener(event, hide)
    }
  }, [grid])
  return cell
}
