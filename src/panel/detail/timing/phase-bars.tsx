import type { Phase, TaskMarks } from '../../../recorder/tasks/phases.ts'
import { formatDuration, formatExactDuration } from '../../parts/format.ts'
import { Duration } from '../../parts/measures.tsx'
import { addStyles } from '../../styles/style-sheets.ts'
import { detailWords } from '../../words/detail-words.ts'
import { originWords } from '../../words/origin-words.ts'
import { useWords } from '../../words/words.ts'
import { placeIn, type TimeSpan, ticksOf } from './time-axis.ts'
import styles from './timing.css?inline'

addStyles(styles)

/** Percent of the width; a label that begins later would run out of its column. */
const LABELS_UP_TO = 82

interface PhaseBarsProps {
  readonly phases: readonly Phase[]
  readonly marks: TaskMarks
  /** What the width stands for. */
  readonly span: TimeSpan
}

/** One bar for each phase, under one axis, with its numbers beside it. */
export function PhaseBars({ phases, marks, span }: PhaseBarsProps) {
  const words = useWords(detailWords).timing
  const origins = useWords(originWords)
  return (
    <table className="detail-phases" aria-label={words.phases}>
      <thead>
        <tr>
          <th scope="col">{words.phases}</th>
          <th scope="col" className="detail-phase-axis" aria-hidden="true">
            {ticksOf(span)
              .filter((tick) => placeIn(span, span.start + tick) < LABELS_UP_TO)
              .map((tick) => (
                <span key={tick} className="detail-tick" style={{ insetInlineStart: `${placeIn(span, span.start + tick)}%` }}>
                  {formatDuration(tick)}
                </span>
              ))}
          </th>
          <th scope="col">{words.startsAt}</th>
          <th scope="col">{words.length}</th>
          <th scope="col">{origins.origins}</th>
        </tr>
      </thead>
      <tbody>
        {phases.map((phase) => (
          <tr key={phase.kind}>
            <th scope="row">
              <span className="detail-swatch" data-phase={phase.kind} data-origin={phase.origin} aria-hidden="true" />
              {words.phase[phase.kind]}
            </th>
            <td className="detail-phase-track" aria-hidden="true">
              <PhaseBar phase={phase} span={span} />
            </td>
            <td>
              <Duration ms={phase.start - span.start} />
            </td>
            <td>
              <Duration ms={phase.end - phase.start} />
              {phase.open && ' …'}
            </td>
            <td title={origins.originMeans[phase.origin]}>{phase.open ? words.runs : origins.origin[phase.origin]}</td>
          </tr>
        ))}
        <MarkRow marks={marks} span={span} />
      </tbody>
    </table>
  )
}

/** The bar of one phase; never so thin that it cannot be seen. */
export function PhaseBar({ phase, span }: { readonly phase: Phase; readonly span: TimeSpan }) {
  const left = placeIn(span, phase.start)
  return (
    <span
      className="detail-bar"
      data-phase={phase.kind}
      data-origin={phase.origin}
      data-open={phase.open}
      style={{ insetInlineStart: `${left}%`, width: `${placeIn(span, phase.end) - left}%` }}
      title={formatExactDuration(phase.end - phase.start)}
    />
  )
}

/** Headers, chunks and callbacks as ticks; the events tab says the same in words. */
function MarkRow({ marks, span }: { readonly marks: TaskMarks; readonly span: TimeSpan }) {
  const words = useWords(detailWords).timing
  const ticks = [
    ...(marks.headersReceived === undefined ? [] : [{ kind: 'headers', at: marks.headersReceived, title: words.mark.headers }]),
    ...marks.chunks.map((at) => ({ kind: 'chunk', at, title: words.mark.chunk })),
    ...marks.callbacks.map(({ at, name }) => ({ kind: 'callback', at, title: name })),
  ]
  if (ticks.length === 0) return null
  return (
    <tr aria-hidden="true">
      <th scope="row">{words.marks}</th>
      <td className="detail-phase-track" colSpan={1}>
        {ticks.map((tick, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a tick is its place in the order of the events
            key={index}
            className="detail-mark"
            data-mark={tick.kind}
            style={{ insetInlineStart: `${placeIn(span, tick.at)}%` }}
            title={`${tick.title} +${formatDuration(tick.at - span.start)}`}
          />
        ))}
      </td>
      <td colSpan={3} />
    </tr>
  )
}
