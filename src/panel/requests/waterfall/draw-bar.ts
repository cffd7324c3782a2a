import { marksOf, type Phase, phasesOf, type TaskMarks } from '../../../recorder/tasks/phases.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { WaterfallColours } from './waterfall-colours.ts'

/** Heights in px, from the top of a row of 26. */
const ROW = 26
const BAR = { top: 7, height: 10 }
const QUEUE = { top: 9, height: 6 }
const CALLBACK_LINE = 21
/** px. Marks nearer than this would run together into a block. */
const MARKS_APART = 3.5

/** What a bar is drawn with. */
export interface BarSetting {
  readonly pen: CanvasRenderingContext2D
  readonly colours: WaterfallColours
  /** px of a moment of the session clock. */
  readonly x: (at: number) => number
  readonly now: number
  readonly width: number
}

/** Draws one task: its phases, a hair line over its whole life, and every mark. */
export function drawBar(setting: BarSetting, task: TaskSnapshot): void {
  const { pen, colours, x, now, width } = setting
  pen.clearRect(0, 0, width, ROW)
  const marks = marksOf(task)
  const phases = phasesOf(task, now)
  const last = Math.max(marks.end?.at ?? now, marks.callbacks.at(-1)?.at ?? 0)
  pen.fillStyle = colours.line
  pen.fillRect(x(task.marks.created), BAR.top + BAR.height / 2 - 0.5, Math.max(1, x(last) - x(task.marks.created)), 1)
  for (const phase of phases) drawPhase(setting, phase)
  drawMarks(setting, marks)
}

function drawPhase({ pen, colours, x }: BarSetting, phase: Phase): void {
  const left = x(phase.start)
  const length = Math.max(1.5, x(phase.end) - left)
  const { top, height } = phase.kind === 'queue' ? QUEUE : BAR
  pen.fillStyle = colours[phase.kind]
  if (phase.kind === 'queue') {
    for (let stripe = 0; stripe < length; stripe += 4) pen.fillRect(left + stripe, top, Math.min(2, length - stripe), height)
    return
  }
  pen.fillRect(left, top, length, height)
  if (phase.origin === 'simulated') hatch(pen, colours.surface, left, top, length, height)
}

/** Slanted gaps: made up by the connection model, not measured. */
function hatch(pen: CanvasRenderingContext2D, colour: string, left: number, top: number, length: number, height: number): void {
  pen.save()
  pen.beginPath()
  pen.rect(left, top, length, height)
  pen.clip()
  pen.strokeStyle = colour
  pen.lineWidth = 1.4
  pen.beginPath()
  // Counted from zero, not from the bar, so that the pattern runs on from one phase to the next.
  for (let start = Math.floor((left - height) / 5) * 5; start < left + length; start += 5) {
    pen.moveTo(start, top + height)
    pen.lineTo(start + height, top)
  }
  pen.stroke()
  pen.restore()
}

function drawMarks({ pen, colours, x, width }: BarSetting, marks: TaskMarks): void {
  pen.fillStyle = colours.chunk
  for (const left of apart(marks.chunks.map(x))) pen.fillRect(left - 1, BAR.top, 1.5, BAR.height)
  if (marks.headersReceived !== undefined) {
    const left = x(marks.headersReceived)
    pen.fillStyle = colours.headers
    pen.fillRect(left - 0.75, 4, 1.5, BAR.top + BAR.height - 2)
    fillPath(pen, [
      [left - 3.5, 2],
      [left + 3.5, 2],
      [left, 6.5],
    ])
  }
  if (marks.end && marks.end.how !== 'succeeded')
    drawCut(pen, marks.end.how === 'aborted' ? colours.aborted : colours.failed, x(marks.end.at), marks.end.how)
  pen.fillStyle = colours.callback
  const listeners = marks.callbacks.filter((call) => call.name.startsWith('on'))
  for (const left of apart(listeners.map((call) => x(call.at)))) drawDiamond(pen, left)
  let free = 0
  for (const call of marks.callbacks) {
    if (call.name.startsWith('on') && call.threw === undefined) continue
    // success and complete follow at once and would hide each other, so each takes the next free place.
    const left = Math.min(width - 3, Math.max(x(call.at), free))
    pen.fillStyle = call.threw === undefined ? colours.callback : colours.failed
    drawDiamond(pen, left)
    free = left + 5
  }
}

/** Leaves out what would lie on what is drawn already. */
function apart(places: readonly number[]): readonly number[] {
  let last = Number.NEGATIVE_INFINITY
  return places.filter((place) => {
    if (place - last < MARKS_APART) return false
    last = place
    return true
  })
}

function drawDiamond(pen: CanvasRenderingContext2D, left: number): void {
  fillPath(pen, [
    [left, CALLBACK_LINE - 2.5],
    [left + 2.5, CALLBACK_LINE],
    [left, CALLBACK_LINE + 2.5],
    [left - 2.5, CALLBACK_LINE],
  ])
}

/** Where a task was cut short: a bar across for an abort, a cross for a failure. */
function drawCut(pen: CanvasRenderingContext2D, colour: string, left: number, how: 'failed' | 'aborted'): void {
  const middle = BAR.top + BAR.height / 2
  pen.strokeStyle = colour
  pen.lineWidth = 2
  pen.beginPath()
  if (how === 'aborted') {
    pen.moveTo(left, middle - 8)
    pen.lineTo(left, middle + 8)
  } else {
    pen.moveTo(left - 4, middle - 4)
    pen.lineTo(left + 4, middle + 4)
    pen.moveTo(left + 4, middle - 4)
    pen.lineTo(left - 4, middle + 4)
  }
  pen.stroke()
}

function fillPath(pen: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
  pen.beginPath()
  for (const [left, top] of points) pen.lineTo(left, top)
  pen.closePath()
  pen.fill()
}
