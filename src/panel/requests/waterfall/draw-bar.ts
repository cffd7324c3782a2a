import { marksOf, type Phase, phasesOf, type TaskMarks } from '../../../recorder/tasks/phases.ts'
import type { TaskHold, TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { Piece } from './time-scale.ts'
import type { WaterfallColours } from './waterfall-colours.ts'

/** Heights in px, from the top of a bar with its marks. */
const BAR = { top: 8, height: 10 }
const QUEUE = { top: 10, height: 6 }
const MARK = { top: 6, height: 14 }
/** px. Marks nearer than this would run together into a block. */
const MARKS_APART = 3.5
/** px of the slices in which the bar of a running call ends. */
const SLICES = [3, 2, 1]

/** What a bar is drawn with. */
export interface BarSetting {
  readonly pen: CanvasRenderingContext2D
  readonly colours: WaterfallColours
  /** px of a moment of the session clock. */
  readonly x: (at: number) => number
  readonly now: number
  readonly width: number
  /** px; where a call that runs on beyond what is drawn ends. */
  readonly end: number
  /** The last moment that is drawn. */
  readonly last: number
  readonly folds: readonly Piece[]
  /** px from the top of the row, and its height. */
  readonly top: number
  readonly rowHeight: number
}

/** What of a call is drawn, in ms on the session clock. */
export interface BarParts {
  readonly created: number
  readonly phases: readonly Phase[]
  readonly holds: readonly Pick<TaskHold, 'from' | 'to'>[]
  readonly marks: TaskMarks
}

/** Draws one task. */
export function drawBar(setting: BarSetting, task: TaskSnapshot): void {
  drawParts(setting, {
    created: task.marks.created,
    phases: phasesOf(task, setting.now),
    holds: task.holds ?? NO_HOLDS,
    marks: marksOf(task),
  })
}

const NO_HOLDS: BarParts['holds'] = []

/** Draws the folded time behind a call, its phases, and every mark. The pen stands at the top of its bar. */
export function drawParts(setting: BarSetting, { created, phases, holds, marks }: BarParts): void {
  const { pen, colours, x, width, top, rowHeight } = setting
  pen.clearRect(0, -top, width, rowHeight)
  for (const { left, right } of setting.folds) {
    pen.fillStyle = colours.fold
    pen.fillRect(left, -top, right - left, rowHeight)
  }
  const until = marks.end ? x(marks.end.at) : runningEnd(setting)
  const from = x(created)
  pen.fillStyle = colours.line
  pen.fillRect(from, BAR.top + BAR.height / 2 - 0.5, Math.max(1, until - from), 1)
  for (const phase of phases) drawPhase(setting, phase)
  for (const { from: since, to } of holds) drawHold(setting, x(since), to === undefined ? runningEnd(setting) : x(to))
  drawThroughFolds(setting, from, until)
  drawMarks(setting, marks)
}

function runningEnd({ x, now, end, last }: BarSetting): number {
  return now > last ? end : Math.min(end, x(now))
}

function drawPhase(setting: BarSetting, phase: Phase): void {
  const { pen, colours, x } = setting
  const left = x(phase.start)
  const right = phase.open ? runningEnd(setting) : x(phase.end)
  const length = Math.max(1.5, right - left)
  const { top, height } = phase.kind === 'queue' ? QUEUE : BAR
  pen.fillStyle = colours[phase.kind]
  if (phase.kind === 'queue') {
    for (let stripe = 0; stripe < length; stripe += 4) pen.fillRect(left + stripe, top, Math.min(2, length - stripe), height)
  } else {
    pen.fillRect(left, top, length, height)
    if (phase.origin === 'simulated') hatch(pen, colours.surface, left, top, length, height)
  }
  if (!phase.open) return
  pen.fillStyle = colours[phase.kind]
  let at = left + length + 1.5
  for (const slice of SLICES) {
    pen.fillRect(at, top, slice, height)
    at += slice + 1.5
  }
}

/** Upright stripes in a frame, over the phase in which the call was held: the network had no part in this time. */
function drawHold({ pen, colours }: BarSetting, left: number, right: number): void {
  const { top, height } = BAR
  const length = Math.max(3, right - left)
  pen.fillStyle = colours.surface
  pen.fillRect(left, top - 1, length, height + 2)
  pen.fillStyle = colours.held
  for (let stripe = 2; stripe < length - 1; stripe += 5) pen.fillRect(left + stripe, top, Math.min(2, length - stripe), height)
  pen.strokeStyle = colours.held
  pen.lineWidth = 1
  pen.strokeRect(left + 0.5, top - 0.5, length - 1, height + 1)
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

/** Where time is folded the bar is dotted: it says that the call went on, not for how long. */
function drawThroughFolds({ pen, colours, folds }: BarSetting, from: number, until: number): void {
  for (const { left, right } of folds) {
    if (from >= left || until <= right) continue
    pen.clearRect(left, BAR.top - 1, right - left, BAR.height + 2)
    pen.fillStyle = colours.fold
    pen.fillRect(left, BAR.top - 1, right - left, BAR.height + 2)
    pen.fillStyle = colours.wait
    for (let dot = left + 2; dot + 2 <= right - 1; dot += 4) pen.fillRect(dot, BAR.top + BAR.height / 2 - 1, 2, 2)
  }
}

function drawMarks({ pen, colours, x, width }: BarSetting, marks: TaskMarks): void {
  pen.fillStyle = colours.chunk
  for (const left of apart(marks.chunks.map(x))) pen.fillRect(left - 1, BAR.top, 1.5, BAR.height)
  const { end } = marks
  if (end && end.how !== 'succeeded') drawCut(pen, end.how === 'aborted' ? colours.aborted : colours.failed, x(end.at), end.how)
  const returned = marks.callbacks.filter((call) => call.threw === undefined && !call.name.startsWith('on'))
  if (end?.how === 'succeeded') {
    pen.fillStyle = colours.callback
    // success and complete of one instant are one mark.
    for (const left of apart(returned.map((call) => x(call.at)))) pen.fillRect(left - 1, MARK.top, 2, MARK.height)
  }
  for (const left of apart(marks.callbacks.filter((call) => call.threw !== undefined).map((call) => x(call.at)))) {
    drawCross(pen, colours.failed, Math.min(width - 5, left + 7))
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

/** Where a task was cut short: a slash for an abort, a bar across for a failure. */
function drawCut(pen: CanvasRenderingContext2D, colour: string, left: number, how: 'failed' | 'aborted'): void {
  pen.strokeStyle = colour
  pen.lineWidth = how === 'aborted' ? 1.5 : 2.5
  pen.beginPath()
  pen.moveTo(left + (how === 'aborted' ? 3 : 0), MARK.top - 1)
  pen.lineTo(left - (how === 'aborted' ? 2 : 0), MARK.top + MARK.height + 1)
  pen.stroke()
}

/** A callback that threw. */
function drawCross(pen: CanvasRenderingContext2D, colour: string, left: number): void {
  const middle = BAR.top + BAR.height / 2
  pen.strokeStyle = colour
  pen.lineWidth = 2
  pen.beginPath()
  pen.moveTo(left - 3.5, middle - 3.5)
  pen.lineTo(left + 3.5, middle + 3.5)
  pen.moveTo(left + 3.5, middle - 3.5)
  pen.lineTo(left - 3.5, middle + 3.5)
  pen.stroke()
}

/** px that a bar with its marks takes. */
export const BAR_HEIGHT = 26
