import { formatTick } from '../../parts/format.ts'
import { foldsOf, type TimeScale } from './time-scale.ts'

/** A mark on the ruler with its label: a moment, or how long a fold is. */
export interface RulerMark {
  readonly x: number
  readonly label: string
  /** Where it is a fold: px of it, and how long it is. */
  readonly fold?: { readonly width: number; readonly time: string }
}

/** px between two labels. */
const APART = 6
/** px of a character, and of what is around a label. */
const CHARACTER = 6.4
const AROUND = 8
/** px between two marks at least, before their labels are known. */
const STEP_APART = 52

/**
 * Moments at even distances from the first one, and the folds. No label covers another: where there is no room for one its mark is left
 * out as well. `stepApart` is px between two marks at least, `covered` px at the end where no label can be read.
 */
export function rulerMarks(
  scale: TimeScale,
  format: (ms: number) => string = formatTick,
  stepApart = STEP_APART,
  covered = 0,
): readonly RulerMark[] {
  const [first] = scale.pieces
  if (!first) return []
  const widthOf = (label: string) => label.length * CHARACTER + AROUND
  const folds: RulerMark[] = []
  for (const { from, to, left, right } of foldsOf(scale)) {
    const time = format(to - from)
    const width = right - left
    folds.push({ x: left, fold: { width, time }, label: width >= widthOf(time) - AROUND ? time : '' })
  }
  const longest = scale.pieces.reduce((most, piece) => (piece.to - piece.from > most.to - most.from ? piece : most), first)
  const perMs = (longest.right - longest.left) / (longest.to - longest.from || 1)
  const step = roundStep(stepApart / Math.max(perMs, Number.MIN_VALUE))
  const marks: RulerMark[] = []
  let free = Number.NEGATIVE_INFINITY
  for (const [place, piece] of scale.pieces.entries()) {
    const until = Math.min(folds[place]?.x ?? scale.width, scale.width - covered)
    // A step that is lost in the size of the numbers would never arrive.
    const count = Math.min(200, Math.floor((piece.to - first.from) / step) - Math.ceil((piece.from - first.from) / step) + 1)
    const begin = Math.ceil((piece.from - first.from) / step)
    for (let nth = 0; nth < count; nth++) {
      const after = (begin + nth) * step
      const x = scale.x(first.from + after)
      const label = format(after)
      if (x < free || x + widthOf(label) > until) continue
      marks.push({ x, label })
      free = x + widthOf(label) + APART
    }
    free = Math.max(free, (folds[place]?.x ?? 0) + (folds[place]?.fold?.width ?? 0))
  }
  return [...marks, ...folds].sort((a, b) => a.x - b.x)
}

/** The next 1, 2 or 5 times a power of ten. */
function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(atLeast, 0.001)))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= atLeast * 0.999) ?? 10 * power
}
