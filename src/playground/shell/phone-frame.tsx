import { useLayoutEffect, useRef, useState } from 'react'

/** Screen and bezel together, CSS px. */
const FRAME_HEIGHT = 691
const FRAME_WIDTH = 399
/** What the panel needs beside the phone, CSS px, and how far the phone shrinks to leave it that. */
const PANEL_NEEDS = 560
const LEAST_SCALE = 0.75

/** A phone of 375 × 667 that shrinks until it fits. On a narrow page it is the page. */
export function PhoneFrame({ label, children }: { label: string; children: React.ReactNode }) {
  const stage = useRef<HTMLElement>(null)
  const [scale, setScale] = useState(1)

  useLayoutEffect(() => {
    const element = stage.current
    if (!element) return
    const shrink = () => {
      const style = getComputedStyle(element)
      const padding = (side: 'Top' | 'Right' | 'Bottom' | 'Left') => Number.parseFloat(style[`padding${side}`])
      const high = element.clientHeight - padding('Top') - padding('Bottom')
      const wide = (element.parentElement?.clientWidth ?? 0) - PANEL_NEEDS - padding('Left') - padding('Right')
      if (high <= 0) return
      setScale(Math.round(Math.min(1, high / FRAME_HEIGHT, Math.max(LEAST_SCALE, wide / FRAME_WIDTH)) * 1000) / 1000)
    }
    const observer = new ResizeObserver(shrink)
    observer.observe(element)
    if (element.parentElement) observer.observe(element.parentElement)
    shrink()
    return () => observer.disconnect()
  }, [])

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
