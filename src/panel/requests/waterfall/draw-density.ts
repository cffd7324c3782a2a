import type { DensityBin } from '../../rows/call-density.ts'
import type { TimeScale } from './time-scale.ts'

/** px of a bar, and from one to the next. */
const BAR = 3
const STEP = 4
/** px from the top of the strip to the foot of the bars, and the height of the largest and of the least. */
const FOOT = 35
const HIGHEST = 14
const LEAST = 2
/** px. Marks of failures stand above the highest bar. */
const MARK = { top: 17, height: 4, width: 2 }

/** How many calls began when, as the shapes of two svg paths: bars, and a mark above for each stretch in which calls failed. */
export function drawDensity(density: { readonly length: number; readonly bins: readonly DensityBin[] }, scale: TimeScale) {
  const columns = new Map<number, { calls: number; failed: number }>()
  for (const { from, calls, failed } of density.bins) {
    const column = Math.floor(scale.x(from + density.length / 2) / STEP)
    const before = columns.get(column)
    columns.set(column, { calls: (before?.calls ?? 0) + calls, failed: (before?.failed ?? 0) + failed })
  }
  const most = Math.max(1, ...[...columns.values()].map(({ calls }) => calls))
  let calls = ''
  let failed = ''
  for (const [column, count] of columns) {
    const x = column * STEP
    // By the root, so that a single call is seen beside a hundred.
    const height = LEAST + Math.round((HIGHEST - LEAST) * Math.sqrt(count.calls / most))
    calls += `M${x} ${FOOT}v${-height}h${BAR}v${height}z`
    if (count.failed > 0) failed += `M${x} ${MARK.top}h${MARK.width}v${MARK.height}h${-MARK.width}z`
  }
  return { calls, failed }
}
