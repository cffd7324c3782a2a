import { useContext, useLayoutEffect, useRef } from 'react'
import { formatDuration } from '../../parts/format.ts'
import { StageContext } from './stage-context.ts'

/** Tenths of a second are as much as an eye can follow. ms. */
const STEP = 100

/** How long a call has taken that began at `since`. Written by the stage, so that no component renders for it. */
export function LiveTime({ since }: { readonly since: number }) {
  const text = useRef<HTMLSpanElement>(null)
  const stage = useContext(StageContext)
  useLayoutEffect(() => {
    const element = text.current
    if (!element || !stage) return undefined
    return stage.add({
      draw: ({ now }) => {
        const words = formatDuration(Math.floor(Math.max(0, now - since) / STEP) * STEP)
        if (element.textContent !== words) element.textContent = words
      },
    })
  }, [stage, since])
  return <span ref={text} className="list-live" />
}
