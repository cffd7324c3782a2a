import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { viewOf } from './view-of.ts'

interface WideContentProps {
  /** Names what is in it. */
  readonly label: string
  readonly children: ReactNode
}

/** Scrolls sideways what may be wider than its place, such as a table. Keys do that too, so it is a stop for Tab while it scrolls. */
export function WideContent({ label, children }: WideContentProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)

  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const measure = () => setScrolls(element.scrollWidth > element.clientWidth)
    const observer = new (viewOf(element).ResizeObserver)(measure)
    for (const each of [element, ...element.children]) observer.observe(each)
    return () => observer.disconnect()
  }, [])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    <div ref={frame} className="part-wide" role="group" aria-label={label} tabIndex={scrolls ? 0 : undefined}>
      {children}
    </div>
  )
}
