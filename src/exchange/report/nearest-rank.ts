/** The nearest-rank percentile of values in rising order: one of them, or `undefined` of none. `share` is from 0 to 1. */
export function nearestRank(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
}
