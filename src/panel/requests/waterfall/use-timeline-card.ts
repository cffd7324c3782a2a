import { useEffect, useRef, useState } from 'react'

/** ms for which the pointer rests on a bar before its card comes. */
const REST = 300
/** Keys by which another call, or another part of the time, is looked at; a card that was asked for goes along. */
const STAY = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'j', 'k', 'i', '+', '-', '=', '0', 'Shift'])

/** Of which bar there is a card. */
export interface CardPlace {
  /** The cell on which the pointer rests, or the bar of the row under the cursor, for which someone asked by a key. */
  readonly at: Element | 'cursor' | undefined
  /** Asks for the card of the row under the cursor, or puts it away. */
  readonly toggle: () => void
}

/**
 * The bar that a card explains: that on which the pointer rests, until the pointer, the list or a key moves; or that under the cursor,
 * until it is not asked for any more.
 */
export function useTimelineCard(grid: HTMLElement | null): CardPlace {
  const [at, setAt] = useState<CardPlace['at']>()
  const latest = useRef(at)
  latest.current = at
  useEffect(() => {
    if (!grid) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let over: Element | null = null
    const hide = () => {
      clearTimeout(timer)
      over = null
      setAt(undefined)
    }
    const hideHovered = () => {
      if (latest.current !== 'cursor') hide()
    }
    const follow = ({ pointerType, target }: PointerEvent) => {
      const next = (target as Element).closest('.list-body .list-cell[data-column="waterfall"]')
      if (next === over) return
      hideHovered()
      over = next
      if (next && pointerType === 'mouse') timer = setTimeout(() => setAt(next), REST)
    }
    const handleKey = (event: KeyboardEvent) => {
      if (latest.current !== 'cursor') hide()
      else if (!STAY.has(event.key.length === 1 ? event.key.toLowerCase() : event.key)) {
        hide()
        // What lies on top is put away first.
        if (event.key === 'Escape') event.stopPropagation()
      }
    }
    const hiders = ['pointerdown', 'wheel', 'focusout'] as const
    grid.addEventListener('pointerover', follow)
    grid.addEventListener('keydown', handleKey)
    for (const event of ['pointerleave', 'scroll']) grid.addEventListener(event, hideHovered, { passive: true })
    for (const event of hiders) grid.addEventListener(event, hide, { passive: true })
    return () => {
      clearTimeout(timer)
      grid.removeEventListener('pointerover', follow)
      grid.removeEventListener('keydown', handleKey)
      for (const event of ['pointerleave', 'scroll']) grid.removeEventListener(event, hideHovered)
      for (const event of hiders) grid.removeEventListener(event, hide)
    }
  }, [grid])
  return { at, toggle: () => setAt(at === 'cursor' ? undefined : 'cursor') }
}
