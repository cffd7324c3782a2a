import { useContext, useLayoutEffect, useRef } from 'react'
import { formatDuration } from '../../parts/format.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { StageContext } from './stage-context.ts'

/** Tenths of a second are as much as an eye can follow. ms. */
const STEP = 100

/** How long a call has taken that began at `since`. Written by the stage, so that no component renders for it. */
export function LiveTime({ since }: { readonly since: number }) {
  const text = useRef<HTMLSpanElement>(null)
  const stage = useContext(StageContext)
  // In a replay time stands still or runs slowly.
  const exact = useInspector().place.replay !== undefined
  useLayoutEffect(() => {
    const element = text.current
    if (!element || !stage) return undefined
    return stage.add({
      draw: ({ now }) => {
        const length = Math.max(0, now - since)
        const words = formatDuration(exact ? length : Math.floor(length / STEP) * STEP)
        if (element.textContent !== words) element.textContent = words
      },
    })
  }, [stage, since, exact])
  return <span ref={text} className="list-live" />
}
