import type { Phase, PhaseKind, TaskMarks } from '../../../recorder/tasks/phases.ts'
import type { legendWords } from '../../words/waterfall/legend-words.ts'
import type { BarParts } from './draw-bar.ts'

export type SampleName = keyof (typeof legendWords)['zh']['means']

/** A call of ten moments that shows one sign. */
export interface LegendSample {
  readonly name: SampleName
  readonly parts: BarParts
  /** Moments between which time is folded. */
  readonly fold?: { readonly from: number; readonly to: number }
}

const bar = (kind: PhaseKind, change: Partial<Phase> = {}): Phase => ({
  kind,
  start: 0,
  end: 10,
  origin: 'measured',
  open: false,
  ...change,
})

const ended = (at: number) => ({ at, how: 'succeeded' as const })

const sample = (name: SampleName, parts: Partial<BarParts>, marks: Partial<TaskMarks> = { end: ended(10) }): LegendSample => ({
  name,
  parts: { created: 0, phases: [], holds: [], ...parts, marks: { chunks: [], callbacks: [], redirects: [], ...marks } },
})

const PHASES: readonly PhaseKind[] = ['queue', 'redirect', 'dns', 'connect', 'tls', 'send', 'wait', 'download', 'open']
const CUT = { phases: [bar('wait', { end: 7 })] }

/** Every sign of the waterfall, drawn by what draws the bars themselves. */
export const LEGEND_SAMPLES: Readonly<Record<keyof (typeof legendWords)['zh']['groups'], readonly LegendSample[]>> = {
  phases: PHASES.map((kind) => sample(kind, { phases: [bar(kind)] })),
  shapes: [
    sample('measured', { phases: [bar('wait')] }),
    sample('simulated', { phases: [bar('wait', { origin: 'simulated' })] }),
    sample('held', { holds: [{ from: 0, to: 10 }] }),
    sample('line', { phases: [bar('wait', { start: 5 })] }),
    { ...sample('folded', { phases: [bar('wait')] }), fold: { from: 3, to: 7 } },
    sample('running', { phases: [bar('wait', { open: true })] }, {}),
  ],
  marks: [
    sample('chunk', { phases: [bar('download')] }, { end: ended(10), chunks: [3, 5, 7] }),
    sample('callback', { phases: [bar('download', { end: 7 })] }, { end: ended(7), callbacks: [{ name: 'success', at: 7, took: 0 }] }),
    sample(
      'threw',
      { phases: [bar('download', { end: 5 })] },
      { end: ended(5), callbacks: [{ name: 'success', at: 5, took: 0, threw: '' }] },
    ),
    sample('failed', CUT, { end: { at: 7, how: 'failed' } }),
    sample('aborted', CUT, { end: { at: 7, how: 'aborted' } }),
  ],
}
