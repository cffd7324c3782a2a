import { X } from 'lucide-react'
import { type PointerEvent, useContext, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { lazyComponent } from '../../parts/lazy-component.tsx'
import { watchSize } from '../../parts/watch-size.ts'
import { waterfallWords } from '../../words/waterfall-words.ts'
import { useWords } from '../../words/words.ts'
import { rulerMarks } from './ruler-marks.ts'
import { StageContext } from './stage-context.ts'
import { createOwnScale, momentAt } from './time-scale.ts'

const LegendButton = lazyComponent(async () => (await import('./legend-button.tsx')).LegendButton, { meanwhile: 'nothing' })

const NOTHING = createOwnScale(1000, 0)
/** px that the button of the legend covers. */
const COVERED = 22
/** px. A shorter drag is a click, which sorts. */
const LEAST_DRAG = 4

/** The marks above the waterfall. Dragging along it zooms to what was dragged over. */
export function TimeRuler({ onClick }: { readonly onClick: () => void }) {
  const words = useWords(waterfallWords)
  const stage = useContext(StageContext)
  const ruler = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number }>()
  const scale = useSyncExternalStore(
    (listener) => stage?.subscribe(listener) ?? (() => {}),
    () => stage?.scale ?? NOTHING,
  )
  useLayoutEffect(() => {
    const element = ruler.current
    if (!element || !stage) return undefined
    return watchSize(element, () => stage.setWidth(Math.floor(element.clientWidth)))
  }, [stage])

  const placeOf = (event: PointerEvent) => event.clientX - (ruler.current?.getBoundingClientRect().left ?? 0)
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || stage?.axis === 'own' || (event.target as Element).closest('button')) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ from: placeOf(event), to: placeOf(event) })
  }
  const end = () => {
    setDrag(undefined)
    if (!drag) return
    if (Math.abs(drag.to - drag.from) < LEAST_DRAG) {
      onClick()
      return
    }
    stage?.showPart({
      from: momentAt(scale, Math.min(drag.from, drag.to)),
      to: momentAt(scale, Math.max(drag.from, drag.to)),
    })
  }
  return (
    <div
      ref={ruler}
      className="ruler"
      title={words.rulerHint}
      onPointerDown={begin}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: placeOf(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDrag(undefined)}
    >
      {rulerMarks(scale, undefined, undefined, COVERED).map(({ x, label, fold }, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: marks are alike, and all move when the scale does
          key={place}
          className="ruler-mark"
          aria-hidden="true"
          data-fold={fold !== undefined || undefined}
          title={fold && words.folded(fold.time)}
          style={{ left: `${x}px`, ...(fold && { width: `${fold.width}px` }) }}
        >
          {label}
        </span>
      ))}
      {drag && (
        <span className="ruler-brush" style={{ left: `${Math.min(drag.from, drag.to)}px`, width: `${Math.abs(drag.to - drag.from)}px` }} />
      )}
      <span className="ruler-tools">
        {stage?.part && (
          <button
            type="button"
            className="ruler-button"
            aria-label={words.reset}
            title={words.reset}
            onClick={() => stage.showPart(undefined)}
          >
            <X size={14} aria-hidden="true" />
          </button>
        )}
        <LegendButton />
      </span>
    </div>
  )
}
