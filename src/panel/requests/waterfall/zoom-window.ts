import type { Span } from '../../rows/call-times.ts'

/** px. The first step of zooming makes the median call at least so long. */
const READABLE = 24
/** ms. Nothing shorter can be zoomed to. */
const SHORTEST = 1

/** The part of the time that a step of zooming shows, `factor` times as long as before, around a moment that keeps its place; `undefined` is all of it. */
export function zoomBy(before: Span | undefined, whole: Span, at: number, factor: number): Span | undefined {
  const { from, to } = before ?? whole
  const length = Math.max(SHORTEST, (to - from) * factor)
  if (length >= whole.to - whole.from) return undefined
  const share = to === from ? 0.5 : Math.min(1, Math.max(0, (at - from) / (to - from)))
  return keepWithin({ from: at - share * length, to: at + (1 - share) * length }, whole)
}

/** The first step into the whole time: as far as it takes to read the bar of a call of the median length, ms, and at least to the half. */
export function firstZoom(median: number, whole: Span, at: number, width: number): Span | undefined {
  const length = Math.min((whole.to - whole.from) / 2, Math.max(SHORTEST, (median * width) / READABLE))
  if (!(length > 0)) return undefined
  return keepWithin({ from: at - length / 2, to: at + length / 2 }, whole)
}

/** The part moved along by a share of its length, as far as there is time. */
export function panBy(before: Span, whole: Span, share: number): Span {
  const by = (before.to - before.from) * share
  return keepWithin({ from: before.from + by, to: before.to + by }, whole)
}

/** The part with one of its ends moved to another moment; `undefined` is all of the time. Neither end passes the other. */
export function moveEnd(before: Span | undefined, whole: Span, end: 'from' | 'to', at: number): Span | undefined {
  const { from, to } = before ?? whole
  const moved =
    end === 'from'
      ? { from: Math.max(whole.from, Math.min(at, to - SHORTEST)), to }
      : { from, to: Math.min(whole.to, Math.max(at, from + SHORTEST)) }
  return moved.from <= whole.from && moved.to >= whole.to ? undefined : moved
}

function keepWithin({ from, to }: Span, whole: Span): Span {
  const by = from < whole.from ? whole.from - from : to > whole.to ? whole.to - to : 0
  return { from: Math.max(whole.from, from + by), to: Math.min(whole.to, to + by) }
}
