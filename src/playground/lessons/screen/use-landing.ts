import { useEffect, useRef } from 'react'

/** Whoever goes to another step, lesson or to the list goes on from its beginning, not from wherever the pressed button was. */
export function useLanding(place: string): void {
  const last = useRef(place)
  useEffect(() => {
    if (last.current === place) return
    last.current = place
    // Whoever steps through the run stays there when it ends.
    if (document.activeElement?.closest('.lesson-stage')) return
    document.querySelector<HTMLElement>('[data-landing]')?.focus()
  }, [place])
}
