/** A stretch of time, ms on the session clock. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A stretch of time and where it is drawn, px. */
export interface Piece extends Span {
  readonly left: number
  readonly right: number
}

/**
 * Where moments lie on the width of the waterfall. Time runs evenly within a piece;
 * between two pieces lies time in which nothing ran, folded to a narrow gap.
 */
export interface TimeScale {
  readonly pieces: readonly Piece[]
  readonly width: number
  /** px of a moment; moments in a folded gap or outside lie on the nearest edge. */
  x(at: number): number
}

/** Room at both ends, so that a mark on the edge is whole. */
const EDGE = 5
/** Width of a folded gap. */
const FOLD = 8
/** Gaps shorter than this, ms, are drawn as they are. */
const SHORTEST_FOLD = 120
/** Nor are those shorter than this share of the time in which something ran. */
const SHORTEST_SHARE = 0.04

/** One axis for all: the spans' whole time, with stretches in which none of them ran folded away. */
export function createSharedScale(spans: readonly Span[], width: number): TimeScale {
  const busy = unite(spans)
  const total = busy.reduce((sum, span) => sum + lengthOf(span), 0)
  const runs = joinNear(busy, Math.max(SHORTEST_FOLD, total * SHORTEST_SHARE))
  const length = runs.reduce((sum, span) => sum + lengthOf(span), 0) || 1
  const room = Math.max(1, width - 2 * EDGE)
  const fold = Math.min(FOLD, (room * 0.4) / Math.max(1, runs.length - 1))
  const perMs = (room - fold * (runs.length - 1)) / length
  let left = EDGE
  const pieces = runs.map((span) => {
    const right = left + (span.to - span.from) * perMs
    const piece = { ...span, left, right }
    left = right + fold
    return piece
  })
  return scaleOf(pieces, width)
}

/** An axis on which every bar begins at the left, long enough for the longest. Moments are ms since the call began. */
export function createOwnScale(longest: number, width: number): TimeScale {
  return scaleOf([{ from: 0, to: Math.max(1, longest), left: EDGE, right: Math.max(EDGE + 1, width - EDGE) }], width)
}

function scaleOf(pieces: readonly Piece[], width: number): TimeScale {
  return {
    pieces,
    width,
    x: (at) => {
      let before = EDGE
      for (const piece of pieces) {
        if (at < piece.from) return before
        if (at <= piece.to) return piece.left + ((at - piece.from) / (piece.to - piece.from || 1)) * (piece.right - piece.left)
        before = piece.right
      }
      return before
    },
  }
}

const lengthOf = ({ from, to }: Span) => to - from

/** The spans in order, those that touch made one. Of one that ends before it begins, as a record from elsewhere may have it, the beginning counts. */
function unite(spans: readonly Span[]): Span[] {
  const forward = spans.map(({ from, to }) => ({ from, to: Math.max(from, to) }))
  return joinNear(
    forward.sort((a, b) => a.from - b.from),
    0,
  )
}

function joinNear(sorted: readonly Span[], distance: number): Span[] {
  const joined: { from: number; to: number }[] = []
  for (const span of sorted) {
    const last = joined.at(-1)
    if (last && span.from - last.to <= distance) last.to = Math.max(last.to, span.to)
    else joined.push({ ...span })
  }
  return joined
}

/** A mark on the ruler: where, how many ms after the beginning of its piece, and the piece. */
export interface Tick {
  readonly x: number
  readonly after: number
  readonly piece: Piece
}

/** Even marks for the ruler, no nearer to each other than `apart` px. The beginning of each piece is one of them. */
export function ticksOf(scale: TimeScale, apart: number): readonly Tick[] {
  const ticks: Tick[] = []
  for (const piece of scale.pieces) {
    const length = piece.to - piece.from
    const perMs = (piece.right - piece.left) / (length || 1)
    ticks.push({ x: piece.left, after: 0, piece })
    const step = roundStep(apart / perMs)
    for (let after = step; piece.left + after * perMs <= piece.right - apart * 0.6; after += step) {
      ticks.push({ x: piece.left + after * perMs, after, piece })
    }
  }
  return ticks
}

/** The next 1, 2 or 5 times a power of ten. */
function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(atLeast, 0.001)))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= atLeast * 0.999) ?? 10 * power
}
