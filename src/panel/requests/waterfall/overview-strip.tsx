import { type KeyboardEvent, type PointerEvent, useContext, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { formatDuration, formatMoment, formatTick } from '../../parts/format.ts'
import { watchSize } from '../../parts/watch-size.ts'
import type { Span } from '../../rows/call-times.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { waterfallWords } from '../../words/waterfall-words.ts'
import { useWords } from '../../words/words.ts'
import { drawDensity } from './draw-density.ts'
import styles from './overview.css?inline'
import { rulerMarks } from './ruler-marks.ts'
import { StageContext } from './stage-context.ts'
import { createSharedScale, momentAt, type TimeScale } from './time-scale.ts'
import type { WaterfallStage } from './waterfall-stage.ts'
import { moveEnd, panBy } from './zoom-window.ts'

addStyles(styles)

/** px. A shorter drag is a click. */
const LEAST_DRAG = 4
/** px. */
const MARKS_APART = 110
/** Shares of the time that arrows, and page keys, move an end by. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.02,
  ArrowDown: -0.02,
  ArrowRight: 0.02,
  ArrowUp: 0.02,
  PageDown: -0.1,
  PageUp: 0.1,
}

type End = 'from' | 'to'

/** What is dragged: an end, what is selected as a whole, or a new selection; since where, px, and what was selected before. */
interface Drag {
  readonly what: End | 'part' | 'new'
  readonly x: number
  readonly before: Span | undefined
}

/**
 * When calls were made, in one line, failures marked; a brush on it selects what the waterfall shows. The brush and the zoom of the
 * waterfall are one: either shows what the other did.
 */
export function OverviewStrip() {
  const words = useWords(waterfallWords)
  const { announce, source, store } = useInspector()
  const stage = useContext(StageContext) as WaterfallStage
  useInspectorState((state) => state.version)
  const whole = useSyncExternalStore(
    (listener) => stage.subscribe(listener),
    () => stage.whole,
  )
  const part = useSyncExternalStore(
    (listener) => stage.subscribe(listener),
    () => stage.part,
  )
  const strip = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [drag, setDrag] = useState<Drag>()
  useLayoutEffect(() => {
    const element = strip.current
    if (!element) return undefined
    return watchSize(element, () => setWidth(element.clientWidth))
  }, [])

  const scale = createSharedScale({ busy: whole ? [whole] : [], runs: false }, width)
  const { from, to } = part ?? whole ?? { from: 0, to: 0 }
  const clock = (at: number) => formatMoment(source.startedAt + at)
  const placeOf = (event: { readonly clientX: number }) => event.clientX - (strip.current?.getBoundingClientRect().left ?? 0)
  const showAll = () => {
    stage.showPart(undefined)
    announce(words.whole)
  }

  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || !whole) return
    const what = (event.target as HTMLElement).dataset['drag'] as Drag['what'] | undefined
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ what: what ?? 'new', x: placeOf(event), before: part })
  }
  const moveOn = (event: PointerEvent<HTMLDivElement>) => {
    if (!drag || !whole) return
    const x = placeOf(event)
    if (Math.abs(x - drag.x) >= LEAST_DRAG || drag.what !== 'new') stage.showPart(draggedPart(drag, whole, scale, x))
  }
  const end = () => setDrag(undefined)

  const handleKey = (event: KeyboardEvent<HTMLDivElement>) => {
    // As the stage has it now, not as it was drawn: keys can follow each other faster than frames.
    const { part, whole } = stage
    if (!whole || event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event
    const edge = (event.target as HTMLElement).dataset['drag'] as End
    const by = KEY_STEPS[key]
    const at = (part ?? whole)[edge]
    if (key === 'Escape' && drag) {
      stage.showPart(drag.before)
      setDrag(undefined)
    } else if ((key === 'Escape' && part) || key === '0') showAll()
    else if (key === '+' || key === '=') stage.zoom('in', { at })
    else if (key === '-') stage.zoom('out', { at })
    else if (event.shiftKey && by !== undefined) stage.pan(by < 0 ? -0.25 : 0.25)
    else if (by !== undefined) stage.showPart(moveEnd(part, whole, edge, at + by * (whole.to - whole.from)))
    else if (key === 'Home') stage.showPart(moveEnd(part, whole, edge, whole.from))
    else if (key === 'End') stage.showPart(moveEnd(part, whole, edge, whole.to))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const handle = (edge: End, at: number) => (
    <div
      role="slider"
      tabIndex={0}
      className="overview-handle"
      data-drag={edge}
      aria-label={edge === 'from' ? words.rangeFrom : words.rangeTo}
      aria-valuemin={0}
      aria-valuemax={Math.round((whole?.to ?? 0) - (whole?.from ?? 0))}
      aria-valuenow={Math.round(at - (whole?.from ?? 0))}
      aria-valuetext={clock(at)}
      style={{ left: `${scale.x(at)}px` }}
    />
  )
  const text = part && words.range(clock(part.from), clock(part.to), formatDuration(part.to - part.from))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends
    <div
      role="group"
      className="overview"
      aria-label={words.overview}
      title={words.overviewHint}
      data-dragged={drag?.what}
      onPointerDown={begin}
      onPointerMove={moveOn}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={showAll}
      onKeyDown={handleKey}
    >
      <div ref={strip} className="overview-strip">
        {rulerMarks(scale, formatTick, MARKS_APART).map(({ x, label }) => (
          <span key={x} className="overview-mark" aria-hidden="true" style={{ left: `${x}px` }}>
            {label}
          </span>
        ))}
        <OverviewBars scale={scale} density={store.getState().rows.density.bins()} />
        {part && (
          <div
            className="overview-part"
            data-drag="part"
            style={{ left: `${scale.x(part.from)}px`, width: `${scale.x(part.to) - scale.x(part.from)}px` }}
          />
        )}
        {text && <span className="overview-text">{text}</span>}
        {handle('from', from)}
        {handle('to', to)}
      </div>
    </div>
  )
}

type Density = Parameters<typeof drawDensity>[0]

/** Drawn as two shapes, so that their colours are the style sheet's in every theme. */
function OverviewBars({ density, scale }: { readonly density: Density; readonly scale: TimeScale }) {
  const { calls, failed } = drawDensity(density, scale)
  return (
    <svg className="overview-bars" aria-hidden="true" width={scale.width} height="100%">
      <path className="overview-calls" d={calls} />
      <path className="overview-failed" d={failed} />
    </svg>
  )
}

function draggedPart({ what, x, before }: Drag, whole: Span, scale: TimeScale, to: number): Span | undefined {
  const at = momentAt(scale, to)
  const since = momentAt(scale, x)
  if (what === 'new') return { from: Math.min(since, at), to: Math.max(since, at) }
  if (what === 'part') return before && panBy(before, whole, (at - since) / (before.to - before.from))
  return moveEnd(before, whole, what, at)
}
