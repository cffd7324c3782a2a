import { useContext, useEffect, useLayoutEffect, useRef } from 'react'
import { viewOf } from '../../parts/view-of.ts'
import { useInspectorState } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { BAR_HEIGHT, drawBar } from './draw-bar.ts'
import { StageContext } from './stage-context.ts'
import { foldsOf } from './time-scale.ts'
import styles from './waterfall.css?inline'
import { readColours, type WaterfallColours } from './waterfall-colours.ts'
import type { StageView } from './waterfall-stage.ts'

addStyles(styles)

/** The canvas, and the first row that it shows. */
interface Sheet {
  readonly canvas: HTMLCanvasElement
  colours: WaterfallColours | undefined
  first: number
  readonly rowHeight: number
  /** px from the top of a row to its bar. */
  readonly top: number
}

interface BarsCanvasProps {
  readonly rowHeight: number
  /** Whether a row is two lines, of which the lower one has the bar. */
  readonly below: boolean
}

/**
 * The bars of all rows in the document, on one canvas behind which the rows scroll along.
 * One canvas for each row would look the same and cost a frame of scrolling three times as much.
 */
export function BarsCanvas({ rowHeight, below }: BarsCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const sheet = useRef<Sheet>(undefined)
  const stage = useContext(StageContext)
  const theme = useInspectorState((state) => state.preferences.theme)

  useLayoutEffect(() => {
    const element = canvas.current
    if (!element || !stage) return undefined
    const own: Sheet = {
      canvas: element,
      colours: undefined,
      first: 0,
      rowHeight,
      top: below ? rowHeight - BAR_HEIGHT : (rowHeight - BAR_HEIGHT) / 2,
    }
    sheet.current = own
    return stage.add({ draw: (view) => drawSheet(own, view) })
  }, [stage, below, rowHeight])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme gives the same tokens other colours
  useEffect(() => {
    const element = canvas.current
    if (!element || !stage) return undefined
    const read = () => {
      if (sheet.current) sheet.current.colours = readColours(element)
      stage.redraw()
    }
    const wishes = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'].map((query) => matchMedia(query))
    for (const wish of wishes) wish.addEventListener('change', read)
    read()
    return () => {
      for (const wish of wishes) wish.removeEventListener('change', read)
    }
  }, [stage, theme])

  return <canvas ref={canvas} className="bars" aria-hidden="true" />
}

function drawSheet(sheet: Sheet, { rows, live, scale, axis, now }: StageView): void {
  const { canvas, colours, rowHeight, top } = sheet
  const pen = canvas.getContext('2d')
  if (!pen || !colours) return
  const density = viewOf(canvas).devicePixelRatio || 1
  if (!live)
    layOut(
      sheet,
      rows.map((row) => row.index),
      scale.width,
      density,
    )
  const { width, end } = scale
  const folds = foldsOf(scale)
  const reach = scale.pieces.at(-1)?.to ?? 0
  for (const { task, index } of rows) {
    pen.setTransform(density, 0, 0, density, 0, ((index - sheet.first) * rowHeight + top) * density)
    const zero = axis === 'own' ? task.marks.created : 0
    drawBar({ pen, colours, now, width, end, folds, top, rowHeight, last: reach + zero, x: (at) => scale.x(at - zero) }, task)
  }
}

/** Moves the sheet to the rows and makes it as large as they are. Growing only in height: a new size costs a new picture. */
function layOut(sheet: Sheet, indexes: readonly number[], width: number, density: number): void {
  const { canvas } = sheet
  sheet.first = Math.min(...indexes, Number.MAX_SAFE_INTEGER)
  const count = indexes.length === 0 ? 0 : Math.max(...indexes) - sheet.first + 1
  const wide = Math.round(width * density)
  const high = Math.max(canvas.height, Math.round(count * sheet.rowHeight * density))
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide
    canvas.height = high
  } else {
    canvas.getContext('2d')?.reset()
  }
  canvas.style.width = `${width}px`
  canvas.style.height = `${high / density}px`
  canvas.style.transform = `translateY(${count === 0 ? 0 : sheet.first * sheet.rowHeight}px)`
}
