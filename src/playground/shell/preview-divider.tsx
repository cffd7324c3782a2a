import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../../entry/words.ts'
import { shellWords } from '../words/shell-words.ts'

export interface PreviewDividerProps {
  /** px. `undefined`: as wide as the phone asks for. */
  readonly width: number | undefined
  onWidth(width: number | undefined): void
  onFold(): void
}

/** px, as is all here. */
const LEAST = 220
const PANEL_LEAST = 320
const STEP = 24

/** Between phone and panel: the window splitter pattern of the ARIA guide. */
export function PreviewDivider({ width, onWidth, onFold }: PreviewDividerProps) {
  const words = useWords(shellWords)
  const divider = useRef<HTMLDivElement>(null)
  const [now, setNow] = useState<{ readonly width: number; readonly most: number }>()

  useLayoutEffect(() => {
    const preview = divider.current?.previousElementSibling
    const main = divider.current?.parentElement
    if (!preview || !main) return
    const measure = () => setNow({ width: preview.clientWidth, most: mostOf(main) })
    const observer = new ResizeObserver(measure)
    observer.observe(preview)
    observer.observe(main)
    measure()
    return () => observer.disconnect()
  }, [])

  const set = (next: number) => {
    const main = divider.current?.parentElement
    if (main) onWidth(Math.round(Math.max(LEAST, Math.min(next, mostOf(main)))))
  }
  const handleKey = (event: KeyboardEvent) => {
    const from = width ?? now?.width ?? LEAST
    const to = { ArrowLeft: from - STEP, ArrowRight: from + STEP, Home: LEAST, End: Number.MAX_SAFE_INTEGER }[event.key]
    if (to !== undefined) set(to)
    else if (event.key === 'Enter') onFold()
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr takes no focus and no value
    <div
      ref={divider}
      role="separator"
      className="preview-divider"
      tabIndex={0}
      aria-label={words.divider}
      aria-orientation="vertical"
      aria-valuenow={now?.width ?? LEAST}
      aria-valuemin={LEAST}
      aria-valuemax={now?.most ?? LEAST}
      onKeyDown={handleKey}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.focus()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        set(event.clientX - (event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0))
      }}
      onDoubleClick={() => onWidth(undefined)}
    />
  )
}

function mostOf(main: Element): number {
  return Math.max(LEAST, main.clientWidth - PANEL_LEAST)
}
