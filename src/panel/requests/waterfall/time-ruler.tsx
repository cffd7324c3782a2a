import { useContext, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { formatDuration, formatMoment } from '../../parts/format.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { StageContext } from './stage-context.ts'
import { createOwnScale, ticksOf } from './time-scale.ts'

const NOTHING = createOwnScale(1000, 0)
const TICKS_APART = 64
/** Below this a piece has no room for the time of day. */
const MOMENT_WIDTH = 58

/** The marks above the waterfall. Each stretch of activity begins with the time of day; from there on time is counted. */
export function TimeRuler() {
  const stage = useContext(StageContext)
  const { source } = useInspector()
  const ruler = useRef<HTMLDivElement>(null)
  const scale = useSyncExternalStore(
    (listener) => stage?.subscribe(listener) ?? (() => {}),
    () => stage?.scale ?? NOTHING,
  )
  useLayoutEffect(() => {
    const element = ruler.current
    if (!element || !stage) return undefined
    const measure = () => stage.setWidth(Math.floor(element.clientWidth))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [stage])
  return (
    <div ref={ruler} className="ruler" aria-hidden="true">
      {ticksOf(scale, TICKS_APART).map((tick, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: with every step of scrolling all ticks move, and marks are alike
        <span key={place} className="ruler-tick" data-first={tick.after === 0 || undefined} style={{ left: `${tick.x}px` }}>
          {tick.after > 0 || stage?.axis === 'own'
            ? `${stage?.axis === 'own' ? '' : '+'}${formatDuration(tick.after)}`
            : tick.piece.right - tick.piece.left > MOMENT_WIDTH && formatMoment(source.startedAt + tick.piece.from).slice(0, 8)}
        </span>
      ))}
    </div>
  )
}
