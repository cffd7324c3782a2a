import type { Tone } from '../../parts/tone.ts'
import { toneOf } from '../../rows/task-tone.ts'
import { readable, splitUrl } from '../../rows/url-parts.ts'
import { foldsOf, type TimeScale } from '../waterfall/time-scale.ts'
import type { WaterfallColours } from '../waterfall/waterfall-colours.ts'
import type { Lane, LaneCall, QueueStep } from './lanes-model.ts'

/** px of the moments above, of a lane and of the bar in it, and of the queue. */
const RULER = 16
export const LANE = 15
const BAR = LANE - 3
export const QUEUE = 20
/** px between the lanes of slots and of sockets. */
const GAP = 5
/** px of a bar from which its name stands in it, and around the name. */
const NAME_FROM = 36
const AROUND_NAME = 4
/** Characters. */
const LONGEST_NAME = 40

export interface LaneSetting {
  readonly pen: CanvasRenderingContext2D
  readonly colours: WaterfallColours
  readonly font: string
  readonly scale: TimeScale
  readonly now: number
  /** Whether the list shows a call too; else it is drawn faintly. */
  readonly isShown: (taskId: string) => boolean
}

/** px from the top to a lane. */
export function topOf(lanes: readonly Lane[], nth: number): number {
  return RULER + nth * LANE + (lanes[nth]?.kind === 'socket' ? GAP : 0)
}

export function heightOf(lanes: readonly Lane[]): number {
  return topOf(lanes, lanes.length - 1) + LANE
}

const COLOURS: Readonly<Partial<Record<Tone, 'failed' | 'aborted' | 'open'>>> = {
  pending: 'open',
  'client-error': 'failed',
  'server-error': 'failed',
  failed: 'failed',
  aborted: 'aborted',
}

/** The calls that have ended, or, `live`, those that run. What would lie within the pixel of one before is left out. */
export function drawLanes(setting: LaneSetting, lanes: readonly Lane[], live: boolean): void {
  if (!live) drawFolds(setting, heightOf(lanes))
  for (const [nth, lane] of lanes.entries()) {
    const top = topOf(lanes, nth) + 1
    let drawnTo = Number.NEGATIVE_INFINITY
    if (live) {
      const last = lane.calls.at(-1)
      if (last && last.to === undefined) drawCall(setting, last, top)
      continue
    }
    setting.pen.fillStyle = setting.colours.fold
    setting.pen.fillRect(0, top, setting.scale.width, BAR)
    for (const call of lane.calls) {
      if (call.to === undefined || setting.scale.x(call.to) < drawnTo + 0.5) continue
      drawnTo = drawCall(setting, call, top)
    }
  }
}

function drawFolds({ pen, colours, scale }: LaneSetting, bottom: number): void {
  pen.fillStyle = colours.fold
  for (const { left, right } of foldsOf(scale)) pen.fillRect(left, 0, right - left, bottom + QUEUE)
}

/** Returns px of its end. */
function drawCall({ pen, colours, font, scale: { x, end }, now, isShown }: LaneSetting, { row, from, to }: LaneCall, top: number): number {
  const left = x(from)
  const right = to === undefined ? Math.min(end, Math.max(left, x(now))) : x(to)
  const length = Math.max(1, right - left - 1)
  const colour = COLOURS[toneOf(row)] ?? 'wait'
  pen.globalAlpha = isShown(row.taskId) ? 1 : 0.3
  pen.fillStyle = colours[colour]
  if (colour === 'failed') {
    // Told apart without its colour, too: an edge above and below, and little between.
    pen.fillRect(left, top, length, 2)
    pen.fillRect(left, top + BAR - 2, length, 2)
    pen.globalAlpha *= 0.35
  }
  pen.fillRect(left, top, length, BAR)
  pen.globalAlpha = isShown(row.taskId) ? 1 : 0.5
  if (length >= NAME_FROM) {
    pen.save()
    pen.beginPath()
    pen.rect(left, top, length - AROUND_NAME, BAR)
    pen.clip()
    pen.fillStyle = colours.callback
    pen.font = font
    pen.textBaseline = 'middle'
    pen.fillText(nameOf(row.url), left + AROUND_NAME, top + BAR / 2 + 0.5)
    pen.restore()
  }
  pen.globalAlpha = 1
  return right
}

export function nameOf(url: string): string {
  return readable(splitUrl(url).name).slice(0, LONGEST_NAME)
}

/** How many wait, as steps from the bottom up. */
export function drawQueue({ pen, colours, scale: { x, end }, now }: LaneSetting, queue: readonly QueueStep[], longest: number): void {
  pen.fillStyle = colours.queue
  for (const [nth, { at, length }] of queue.entries()) {
    if (length === 0) continue
    const next = queue[nth + 1]
    const left = x(at)
    const right = next ? x(next.at) : Math.min(end, x(now))
    const height = Math.max(2, (length / longest) * (QUEUE - 2))
    pen.fillRect(left, QUEUE - height, Math.max(1, right - left), height)
  }
}
