import { useLayoutEffect, useRef, useState } from 'react'

/** Screen and bezel together, CSS px. */
const FRAME_HEIGHT = 691
const FRAME_WIDTH = 399
/** What the panel needs beside the phone for its list with the source and the size of each call, CSS px, and how far the phone shrinks for it. */
const PANEL_NEEDS = 1084
const LEAST_SCALE = 0.75
/** How far it shrinks when a person asks for it. */
const LEAST_CHOSEN_SCALE = 0.4

export interface PhoneFrameProps {
  readonly label: string
  /** What a person gives it, CSS px; `undefined`: what it asks for. */
  readonly width: number | undefined
  readonly children: React.ReactNode
}

/** A phone of 375 × 667 that shrinks until it fits. On a narrow page it is the page. */
export function PhoneFrame({ label, width, children }: PhoneFrameProps) {
  const stage = useRef<HTMLElement>(null)
  const [scale, setScale] = useState(1)

  useLayoutEffect(() => {
    const element = stage.current
    const page = element?.closest('.demo-main')
    if (!element || !page) return
    const shrink = () => {
      const style = getComputedStyle(element)
      const padding = (side: 'Top' | 'Right' | 'Bottom' | 'Left') => Number.parseFloat(style[`padding${side}`])
      const high = element.clientHeight - padding('Top') - padding('Bottom')
      const wide = (width ?? page.clientWidth - PANEL_NEEDS) - padding('Left') - padding('Right')
      const least = width === undefined ? LEAST_SCALE : LEAST_CHOSEN_SCALE
      if (high <= 0) return
      const fits = Math.min(1, high / FRAME_HEIGHT, Math.max(least, wide / FRAME_WIDTH))
      // Whole pixels, so that its edges and those of the panel are sharp.
      setScale(Math.floor(FRAME_WIDTH * fits) / FRAME_WIDTH)
    }
    const observer = new ResizeObserver(shrink)
    observer.observe(element)
    observer.observe(page)
    shrink()
    return () => observer.disconnect()
  }, [width])

  return (
    <section className="phone-stage" aria-label={label} ref={stage} style={{ '--scale': scale } as React.CSSProperties}>
      <div className="phone-fit">
        <div className="phone">
          <div className="phone-screen">{children}</div>
        </div>
      </div>
    </section>
  )
}
