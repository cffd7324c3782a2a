import { useLayoutEffect, useRef, useState } from 'react'

/** Screen and bezel together, CSS px. */
const FRAME_HEIGHT = 691

/** A phone of 375 × 667 that shrinks until it fits. On a narrow page it is the page. */
export function PhoneFrame({ label, children }: { label: string; children: React.ReactNode }) {
  const stage = useRef<HTMLElement>(null)
  const [scale, setScale] = useState(1)

  useLayoutEffect(() => {
    const element = stage.current
    if (!element) return
    const shrink = () => {
      const style = getComputedStyle(element)
      const room = element.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom)
      if (room > 0) setScale(Math.min(1, Math.round((room / FRAME_HEIGHT) * 1000) / 1000))
    }
    const observer = new ResizeObserver(shrink)
    observer.observe(element)
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
