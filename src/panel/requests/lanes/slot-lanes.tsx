import { X } from 'lucide-react'
import {
  type KeyboardEvent,
  type MouseEvent,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { formatCount, formatDuration, formatTick } from '../../parts/format.ts'
import { viewOf } from '../../parts/view-of.ts'
import { watchSize } from '../../parts/watch-size.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { laneWords } from '../../words/waterfall/lane-words.ts'
import { useWords } from '../../words/words.ts'
import { rulerMarks } from '../waterfall/ruler-marks.ts'
import { StageContext } from '../waterfall/stage-context.ts'
import { momentAt, stretchScale, type TimeScale } from '../waterfall/time-scale.ts'
import { readColours } from '../waterfall/waterfall-colours.ts'
import type { WaterfallStage } from '../waterfall/waterfall-stage.ts'
import { drawLanes, drawQueue, heightOf, LANE, type LaneSetting, nameOf, QUEUE, topOf } from './draw-lanes.ts'
import styles from './lanes.css?inline'
import { callAt, type Lane, type LaneCall, type Lanes, lanesOf, nextCall } from './lanes-model.ts'

addStyles(styles)

/** px between two moments at least. */
const MARKS_APART = 90
/** px beside a bar at which it is still meant. */
const NEAR = 6

/** The slots of wx.request as lanes (LIM-1): which call had which one when, on the axis of the waterfall, and how many waited. */
export function SlotLanes({ reveal }: { readonly reveal: (taskId: string) => void }) {
  const words = useWords(laneWords)
  const { source, store } = useInspector()
  const stage = useContext(StageContext) as WaterfallStage
  const version = useInspectorState((state) => state.version)
  const cursor = useInspectorState((state) => state.selection.cursor)
  const { rows } = store.getState()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` tells that rows changed in place
  const model = useMemo(() => lanesOf(rows.all()), [rows, version])
  const { lanes, longestQueue, places, sockets, taken, waiting } = model
  const own = useSyncExternalStore(
    (listener) => stage.subscribe(listener),
    () => stage.scale,
  )
  const track = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = track.current
    return element ? watchSize(element, () => setWidth(element.clientWidth)) : undefined
  }, [])
  const scale = stretchScale(own, width)
  const { x } = scale
  const canvases = useLanesDrawing(model, width)

  const [at] = cursor === undefined ? [] : [places.get(cursor)]
  const lastLane = lanes.findLast(({ calls }) => calls.length > 0)
  const current: LaneCall | undefined = at ? lanes[at.lane]?.calls[at.place] : lastLane?.calls.at(-1)
  const currentLane = at ? at.lane : lastLane ? lanes.indexOf(lastLane) : 0

  const callUnder = (event: MouseEvent): LaneCall | undefined => {
    const box = track.current?.getBoundingClientRect()
    const y = event.clientY - (box?.top ?? 0)
    const lane = lanes.find((_, nth) => y >= topOf(lanes, nth) && y < topOf(lanes, nth) + LANE)
    const place = event.clientX - (box?.left ?? 0)
    return lane && callAt(lane, momentAt(scale, place), momentAt(scale, place + NEAR) - momentAt(scale, place))
  }
  const textOf = (lane: Lane, { row, from, to }: LaneCall) => {
    const name = nameOf(row.url)
    const number = formatCount(lane.slot + 1)
    const parts = [lane.kind === 'slot' ? words.slot(number, name) : words.socket(number, name)]
    if (row.marks.queued !== undefined) parts.push(words.waited(formatDuration(from - row.marks.queued)))
    parts.push(to === undefined ? words.spanRuns(formatDuration(from)) : words.span(formatDuration(from), formatDuration(to - from)))
    return parts.join(', ')
  }
  const [moved, setMoved] = useState<string>()
  const handleKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = current && !event.ctrlKey && !event.metaKey && !event.altKey && nextCall(model, current.row.taskId, event.key)
    if (next) {
      const { taskId } = next.row
      setMoved(taskId)
      store.actions.choose(taskId, 'one')
      reveal(taskId)
    } else if (!/^(Arrow|Home$|End$)/.test(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const close = () => store.actions.setPreferences({ lanes: false })

  return (
    <section className="lanes" aria-label={words.title} title={words.hint}>
      <header className="lanes-head">
        <h2>{words.title}</h2>
        <span>{words.taken(formatCount(taken), formatCount(10))}</span>
        {longestQueue > 0 && <span>{words.waiting(formatCount(waiting), formatCount(longestQueue))}</span>}
        {sockets && (
          <span>
            {words.sockets} {words.taken(formatCount(sockets.open), formatCount(sockets.limit))}
          </span>
        )}
        {!lastLane && <span>{words.none}</span>}
        <button type="button" className="part-icon-button" aria-label={words.close} title={words.close} onClick={close}>
          <X size={14} aria-hidden="true" />
        </button>
      </header>
      <div className="lanes-body">
        <div className="lanes-numbers" aria-hidden="true">
          {lanes.map(({ kind, slot }, nth) => (
            <span key={`${kind} ${slot}`} style={{ insetBlockStart: `${topOf(lanes, nth)}px` }}>
              {kind === 'socket' ? `ws ${slot + 1}` : slot + 1}
            </span>
          ))}
          {longestQueue > 0 && <span style={{ insetBlockStart: `${heightOf(lanes)}px` }}>{words.queue}</span>}
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the button within has the focus */}
        <div
          ref={track}
          className="lanes-track"
          style={{ height: `${heightOf(lanes) + (longestQueue > 0 ? QUEUE : 0)}px` }}
          onKeyDown={handleKey}
          onPointerMove={(event) => {
            const call = callUnder(event)
            const lane = call && lanes[places.get(call.row.taskId)?.lane ?? -1]
            event.currentTarget.title = call && lane ? textOf(lane, call) : ''
          }}
          onClick={(event) => {
            const call = callUnder(event)
            if (call) store.actions.show({ taskId: call.row.taskId })
          }}
        >
          {rulerMarks(scale, formatTick, MARKS_APART).map(({ x: left, label }) => (
            <span key={left} className="lanes-mark" aria-hidden="true" style={{ insetInlineStart: `${left}px` }}>
              {label}
            </span>
          ))}
          {canvases}
          {current && lanes[currentLane] && (
            <CurrentCall
              key={current.row.taskId}
              label={textOf(lanes[currentLane], current)}
              marked={at !== undefined}
              focuses={moved === current.row.taskId}
              left={x(current.from)}
              width={x(current.to ?? source.now()) - x(current.from)}
              top={topOf(lanes, currentLane)}
              onOpen={() => store.actions.show({ taskId: current.row.taskId })}
            />
          )}
          {at && current?.row.marks.queued !== undefined && longestQueue > 0 && (
            <span
              className="lanes-waited"
              style={{
                insetBlockStart: `${heightOf(lanes)}px`,
                insetInlineStart: `${x(current.row.marks.queued)}px`,
                width: `${Math.max(2, x(current.from) - x(current.row.marks.queued))}px`,
              }}
            />
          )}
        </div>
      </div>
    </section>
  )
}

interface CurrentCallProps {
  readonly label: string
  /** Whether it is that under the cursor of the list. */
  readonly marked: boolean
  /** Whether it was come to by a key. */
  readonly focuses: boolean
  readonly left: number
  readonly width: number
  readonly top: number
  readonly onOpen: () => void
}

/** The one stop for Tab. Another call is another element, so that what has the focus is told anew. */
function CurrentCall({ label, marked, focuses, left, width, top, onOpen }: CurrentCallProps) {
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (focuses) button.current?.focus({ preventScroll: true })
  }, [focuses])
  return (
    <button
      ref={button}
      type="button"
      className="lanes-call"
      data-marked={marked || undefined}
      aria-label={label}
      style={{ insetInlineStart: `${left}px`, insetBlockStart: `${top}px`, width: `${Math.max(4, width)}px` }}
      onClick={(event) => {
        event.stopPropagation()
        onOpen()
      }}
    />
  )
}

/** Two canvases, since what has ended is not drawn again with each frame while others run. */
function useLanesDrawing({ lanes, longestQueue, queue }: Lanes, width: number) {
  const stage = useContext(StageContext) as WaterfallStage
  const { store } = useInspector()
  const theme = useInspectorState((state) => state.preferences.theme)
  const ended = useRef<HTMLCanvasElement>(null)
  const running = useRef<HTMLCanvasElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme gives the same tokens other colours
  useEffect(() => {
    const canvases = [ended.current, running.current]
    const [pen, livePen] = canvases.map((canvas) => canvas?.getContext('2d'))
    if (!ended.current || !pen || !livePen || width === 0) return undefined
    const density = viewOf(ended.current).devicePixelRatio || 1
    const bottom = heightOf(lanes)
    for (const canvas of canvases) {
      if (!canvas) continue
      canvas.width = Math.round(width * density)
      canvas.height = Math.round((bottom + QUEUE) * density)
      canvas.style.height = `${bottom + QUEUE}px`
    }
    const colours = readColours(ended.current)
    const font = `11px ${getComputedStyle(ended.current).fontFamily}`
    const isShown = (taskId: string) => store.getState().rows.shows(taskId)
    let drawnWith: TimeScale | undefined
    return stage.add({
      draw({ now, scale }) {
        const setting = { colours, font, now, isShown, scale: stretchScale(scale, width) }
        const start = (canvas: CanvasRenderingContext2D): LaneSetting => {
          canvas.setTransform(1, 0, 0, 1, 0, 0)
          canvas.clearRect(0, 0, canvas.canvas.width, canvas.canvas.height)
          canvas.setTransform(density, 0, 0, density, 0, 0)
          return { ...setting, pen: canvas }
        }
        if (scale !== drawnWith) drawLanes(start(pen), lanes, false)
        drawnWith = scale
        const live = start(livePen)
        drawLanes(live, lanes, true)
        livePen.translate(0, bottom)
        drawQueue(live, queue, longestQueue)
      },
    })
  }, [stage, store, lanes, queue, longestQueue, width, theme])
  return (
    <>
      <canvas ref={ended} aria-hidden="true" />
      <canvas ref={running} aria-hidden="true" />
    </>
  )
}
