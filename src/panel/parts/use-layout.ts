import { type RefObject, useLayoutEffect, useState } from 'react'
import { watchSize } from './watch-size.ts'

/** Where the details go: beside the list, below it, or over it. */
export type PanelLayout = 'beside' | 'below' | 'sheet'

/** Below this width, px, the list has room for three columns and the details come as a sheet. */
const SHEET_BELOW = 480
/** Flat panels, such as one docked under a page, have no height to share. */
const BESIDE_FROM = 760
const BELOW_NEEDS = 420

/** The layout that fits the room which the panel has. In script, since the divider has to know its own orientation. */
export function useLayout(frame: RefObject<HTMLElement | null>): PanelLayout {
  const [layout, setLayout] = useState<PanelLayout>('below')
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    return watchSize(element, () => setLayout(layoutFor(element.clientWidth, element.clientHeight)))
  }, [frame])
  return layout
}

function layoutFor(width: number, height: number): PanelLayout {
  if (width < SHEET_BELOW) return 'sheet'
  return width >= BESIDE_FROM && height < BELOW_NEEDS ? 'beside' : 'below'
}
