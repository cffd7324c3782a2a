/** A stretch of time laid over a width: ms on the session clock. */
export interface TimeSpan {
  readonly start: number
  readonly end: number
}

/** Where a moment lies in a span, as a percentage that never leaves it. */
export function placeIn(span: TimeSpan, at: number): number {
  const length = span.end - span.start
  return length <= 0 ? 0 : Math.min(100, Math.max(0, ((at - span.start) / length) * 100))
}

/** Round distances from the start, at most `most` of them: 0, 50, 100 ms … */
export function ticksOf(span: TimeSpan, most = 5): readonly number[] {
  const length = span.end - span.start
  if (length <= 0) return [0]
  const rough = length / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  return Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => index * step)
}
