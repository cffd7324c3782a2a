import { firstEndingFrom, type Span } from '../../rows/call-times.ts'

/** A stretch of time and where it is drawn, px. */
export interface Piece extends Span {
  readonly left: number
  readonly right: number
}

/**
 * Where moments lie on the width of the waterfall. Time runs evenly, and in all pieces alike;
 * between two pieces lies time in which no call began, went on or ended that is not a long one, folded to a narrow gap.
 */
export interface TimeScale {
  readonly pieces: readonly Piece[]
  readonly width: number
  /** px; where bars of calls that run end, and their open ends begin. */
  readonly end: number
  /** px of a moment; moments in a folded gap lie in it, those outside on the nearest edge. */
  x(at: number): number
}

/** Room at both ends, so that a mark on the edge is whole. */
const EDGE = 5
/** Room for the open ends of calls that run. */
const OPEN_END = 14
/** Widths of a folded gap: with room for how long it is, and the least. */
const FOLD = 40
const LEAST_FOLD = 8
/** Gaps shorter than this, ms, are drawn as they are. */
const SHORTEST_FOLD = 120
/** Nor are those that would not be so many times wider than their fold. */
const WORTH = 2
/** Share of the width that folds may take together. */
const MOST_FOLDED = 0.4

/** What the shared axis shows. */
export interface SharedTime {
  /** The time in which calls ran, in order and without overlap. */
  readonly busy: readonly Span[]
  /** Whether calls run, so that room for their open ends is wanted. */
  readonly runs: boolean
}

/** One axis for all calls, or, with `within`, for a part of it. */
export function createSharedScale({ busy, runs: hasRunning }: SharedTime, width: number, within?: Span): TimeScale {
  const united = clip(busy, within)
  const total = united.reduce((sum, span) => sum + lengthOf(span), 0)
  const end = Math.max(EDGE + 1, width - (hasRunning ? OPEN_END : EDGE))
  const room = end - EDGE
  const foldedAt = (px: number) => joinNear(united, Math.max(SHORTEST_FOLD, (total * WORTH * px) / room))
  const narrow = foldedAt(LEAST_FOLD)
  const wide = (narrow.length - 1) * FOLD <= room * MOST_FOLDED
  const runs = wide ? foldedAt(FOLD) : narrow
  const length = runs.reduce((sum, span) => sum + lengthOf(span), 0) || 1
  const gaps = runs.length - 1
  const fold = wide ? FOLD : Math.min(LEAST_FOLD, (room * MOST_FOLDED) / Math.max(1, gaps))
  const perMs = (room - fold * gaps) / length
  let left = EDGE
  const pieces = runs.map((span) => {
    const right = left + lengthOf(span) * perMs
    const piece = { ...span, left, right }
    left = right + fold
    return piece
  })
  return scaleOf(pieces, width, end)
}

/** An axis on which every bar begins at the left, long enough for the longest. Moments are ms since the call began. */
export function createOwnScale(longest: number, width: number): TimeScale {
  const end = Math.max(EDGE + 1, width - EDGE)
  return scaleOf([{ from: 0, to: Math.max(1, longest), left: EDGE, right: end }], width, end)
}

function scaleOf(pieces: readonly Piece[], width: number, end: number): TimeScale {
  return {
    pieces,
    width,
    end,
    x: (at) => {
      const place = firstEndingFrom(pieces, at)
      const before = pieces[place - 1]
      const piece = pieces[place]
      if (!piece) return before?.right ?? EDGE
      if (at >= piece.from) return between(at, piece.from, piece.to, piece.left, piece.right)
      return before ? between(at, before.to, piece.from, before.right, piece.left) : piece.left
    },
  }
}

function between(at: number, from: number, to: number, left: number, right: number): number {
  return left + ((at - from) / (to - from || 1)) * (right - left)
}

/** The same axis on another width. */
export function stretchScale({ pieces, width: before, end }: TimeScale, width: number): TimeScale {
  const by = width / (before || 1)
  return scaleOf(
    pieces.map(({ from, to, left, right }) => ({ from, to, left: left * by, right: right * by })),
    width,
    end * by,
  )
}

/** The moment at a place, px. */
export function momentAt({ pieces }: TimeScale, x: number): number {
  let before: Piece | undefined
  for (const piece of pieces) {
    if (x < piece.left) return before ? between(x, before.right, piece.left, before.to, piece.from) : piece.from
    if (x <= piece.right) return between(x, piece.left, piece.right, piece.from, piece.to)
    before = piece
  }
  return before?.to ?? 0
}

/** The time that is folded away, and where its fold is drawn. */
export function foldsOf({ pieces }: TimeScale): readonly Piece[] {
  return pieces.slice(1).map((piece, place) => {
    const before = pieces[place] as Piece
    return { from: before.to, to: piece.from, left: before.right, right: piece.left }
  })
}

const lengthOf = ({ from, to }: Span) => to - from

function clip(spans: readonly Span[], within: Span | undefined): readonly Span[] {
  if (!within) return spans
  const clipped = spans
    .map(({ from, to }) => ({ from: Math.max(from, within.from), to: Math.min(to, within.to) }))
    .filter(({ from, to }) => to >= from)
  return clipped.length > 0 ? clipped : [within]
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
