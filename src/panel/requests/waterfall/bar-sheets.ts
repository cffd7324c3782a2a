import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { viewOf } from '../../parts/view-of.ts'
import { drawBar } from './draw-bar.ts'
import { foldsOf } from './time-scale.ts'
import type { WaterfallColours } from './waterfall-colours.ts'
import type { StageView } from './waterfall-stage.ts'

/** Rows of a sheet. */
const ROWS = 8

/** A canvas with the bars of neighbouring rows. */
interface Sheet {
  readonly canvas: HTMLCanvasElement
  readonly pen: CanvasRenderingContext2D
  /** Which rows: sheet 2 has those from 2 × `ROWS` on. */
  number: number
  /** Whose bars are on it, by their place on it. */
  readonly drawn: Map<number, TaskSnapshot>
}

/**
 * The bars of the rows, on canvases of a few rows each: while the list is scrolled only bars that come into view are drawn.
 * A canvas for each row, or one for all, costs a frame of scrolling far more.
 */
export class BarSheets {
  readonly #element: HTMLElement
  readonly #rowHeight: number
  readonly #top: number
  #colours: WaterfallColours | undefined
  #sheets: readonly Sheet[] = []
  /** What the bars were drawn with. */
  #scale: StageView['scale'] | undefined
  #axis: StageView['axis'] | undefined
  #density = 1

  /** `top` is px from the top of a row to its bar. */
  constructor(element: HTMLElement, rowHeight: number, top: number) {
    this.#element = element
    this.#rowHeight = rowHeight
    this.#top = top
  }

  paintWith(colours: WaterfallColours): void {
    this.#colours = colours
    this.#scale = undefined
  }

  remove(): void {
    this.#element.replaceChildren()
  }

  draw(view: StageView): void {
    const colours = this.#colours
    if (!colours) return
    if (!view.live) this.#layOut(view)
    const { scale, axis, now } = view
    const folds = foldsOf(scale)
    const reach = scale.pieces.at(-1)?.to ?? 0
    for (const { task, index } of view.rows) {
      const sheet = this.#sheets.find(({ number }) => number === Math.floor(index / ROWS))
      const place = index % ROWS
      if (!sheet || (!view.live && task.marks.ended !== undefined && sheet.drawn.get(place) === task)) continue
      sheet.drawn.set(place, task)
      const zero = axis === 'own' ? task.marks.created : 0
      this.#aim(sheet, place)
      drawBar(
        {
          pen: sheet.pen,
          colours,
          now,
          width: scale.width,
          end: scale.end,
          folds,
          top: this.#top,
          rowHeight: this.#rowHeight,
          last: reach + zero,
          x: (at) => scale.x(at - zero),
        },
        task,
      )
    }
  }

  /** Has a sheet for every row. What is left on one of a row that has gone lies beyond the end of the list, which shows nothing there. */
  #layOut({ axis, rows, scale }: StageView): void {
    const density = viewOf(this.#element).devicePixelRatio || 1
    const anew = scale !== this.#scale || axis !== this.#axis || density !== this.#density
    this.#scale = scale
    this.#axis = axis
    this.#density = density
    const numbers = new Set(rows.map(({ index }) => Math.floor(index / ROWS)))
    const there = this.#sheets.filter(({ number }) => numbers.has(number))
    const free = this.#sheets.filter(({ number }) => !numbers.has(number))
    if (anew) for (const sheet of there) this.#clear(sheet, sheet.number)
    for (const number of numbers) {
      if (there.some((sheet) => sheet.number === number)) continue
      const sheet = free.pop() ?? this.#make()
      if (!sheet) return
      this.#clear(sheet, number)
      there.push(sheet)
    }
    for (const { canvas } of free) canvas.remove()
    this.#sheets = there
  }

  #make(): Sheet | undefined {
    const canvas = this.#element.ownerDocument.createElement('canvas')
    const pen = canvas.getContext('2d')
    if (!pen) return undefined
    this.#element.append(canvas)
    return { canvas, pen, number: -1, drawn: new Map() }
  }

  /** Empties a sheet, makes it as large as its rows, and moves it to them. A new size costs a new picture. */
  #clear(sheet: Sheet, number: number): void {
    const { canvas, drawn, pen } = sheet
    const width = this.#scale?.width ?? 0
    const height = ROWS * this.#rowHeight
    const wide = Math.round(width * this.#density)
    const high = Math.round(height * this.#density)
    sheet.number = number
    drawn.clear()
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide
      canvas.height = high
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
    } else {
      pen.reset()
    }
    canvas.style.transform = `translateY(${number * height}px)`
  }

  /** Puts the pen at the top of the bar of a row. */
  #aim({ pen }: Sheet, place: number): void {
    pen.setTransform(this.#density, 0, 0, this.#density, 0, (place * this.#rowHeight + this.#top) * this.#density)
  }
}
