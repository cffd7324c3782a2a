import { useEffect, useState } from 'react'
import type { PanelSource } from '../../../contract/panel-source.ts'

/** The time on the clock of the events, moving with the frames of the screen while `live`. */
export function useNow(source: PanelSource, live: boolean): number {
  const [now, setNow] = useState(() => source.now())
  useEffect(() => {
    if (!live) return
    let frame = 0
    const step = () => {
      setNow(source.now())
      frame = requestAnimationFrame(step)
    }
    step()
    return () => cancelAnimationFrame(frame)
  }, [source, live])
  return now
}
