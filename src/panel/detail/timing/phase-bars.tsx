import { Fragment, type ReactNode } from 'react'
import type { Phase, TaskMarks } from '../../../recorder/tasks/phases.ts'
import type { TaskHold } from '../../../recorder/tasks/task-snapshot.ts'
import { clipText, formatCount, formatDuration, formatExactDuration, formatTick } from '../../parts/format.ts'
import { Duration } from '../../parts/measures.tsx'
import { addStyles } from '../../styles/style-sheets.ts'
import { detailWords } from '../../words/detail-words.ts'
import { originWords } from '../../words/origin-words.ts'
import { useWords } from '../../words/words.ts'
import { type MarkRow, markRows } from './mark-rows.ts'
import { placeIn, type TimeSpan, ticksOf } from './time-axis.ts'
import styles from './timing.css?inline'

addStyles(styles)

interface PhaseBarsProps {
  readonly phases: readonly Phase[]
  readonly holds: readonly TaskHold[] | undefined
  readonly marks: TaskMarks
  /** What the width stands for. */
  readonly span: TimeSpan
}

/** One bar for each phase and one line for the marks of each name, under one axis, with their numbers beside them. */
export function PhaseBars({ phases, holds = [], marks, span }: PhaseBarsProps) {
  const words = useWords(detailWords).timing
  const origins = useWords(originWords)
  return (
    <table className="detail-phases" aria-label={words.phases}>
      <thead>
        <tr>
          <th scope="col">{words.phases}</th>
          <th scope="col" className="detail-phase-track" aria-hidden="true">
            <TimeAxis span={span} />
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
              <HoldBars holds={holds} span={span} within={phase} />
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
        {holds.length > 0 && <HoldLine holds={holds} span={span} />}
        {markRows(marks).map((row) => (
          <MarkLine key={row.name ?? row.kind} row={row} span={span} />
        ))}
      </tbody>
    </table>
  )
}

/** When a person held the call, and for how long. */
function HoldLine({ holds, span }: { readonly holds: readonly TaskHold[]; readonly span: TimeSpan }) {
  const words = useWords(detailWords).timing
  const isHeld = holds.at(-1)?.to === undefined
  return (
    <tr>
      <th scope="row">
        <span className="detail-swatch" data-held aria-hidden="true" />
        {words.held}
        {holds.length > 1 && <span className="detail-dim"> ×{formatCount(holds.length)}</span>}
      </th>
      <td className="detail-phase-track" aria-hidden="true">
        <HoldBars holds={holds} span={span} within={span} />
      </td>
      <td>
        <Duration ms={(holds[0]?.from ?? span.start) - span.start} />
      </td>
      <td>
        <Duration ms={holds.reduce((sum, { from, to = span.end }) => sum + to - from, 0)} />
        {isHeld && ' …'}
      </td>
      <td>{isHeld && words.runs}</td>
    </tr>
  )
}

interface HoldBarsProps {
  readonly holds: readonly TaskHold[] | undefined
  readonly span: TimeSpan
  /** What is drawn of them. */
  readonly within: Pick<Phase, 'start' | 'end'>
}

/** Over the phases in which a call was held: the network had no part in this time. */
export function HoldBars({ holds = [], span, within }: HoldBarsProps) {
  return holds
    .map(({ from, to = span.end }) => ({ from: Math.max(from, within.start), to: Math.min(to, within.end) }))
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => {
      const left = placeIn(span, from)
      return (
        <span
          key={from}
          className="detail-bar"
          data-held
          style={{ insetInlineStart: `${left}%`, width: `${placeIn(span, to) - left}%` }}
          title={formatExactDuration(to - from)}
        />
      )
    })
}

/** The marks of one name, the time of the first of them, and how long the callbacks ran. */
function MarkLine({ row, span }: { readonly row: MarkRow; readonly span: TimeSpan }) {
  const words = useWords(detailWords).timing
  const { kind, moments } = row
  const threw = moments.find((moment) => moment.threw !== undefined)
  const ran = moments.reduce((sum, { took = 0 }) => sum + took, 0)
  return (
    <tr>
      <th scope="row">
        <span className="detail-mark-sign" data-mark={kind} aria-hidden="true" />
        {row.kind === 'callback' ? <code>{breakable(`${row.name}()`)}</code> : words.mark[row.kind]}
        {moments.length > 1 && <span className="detail-dim"> ×{formatCount(moments.length)}</span>}
        {threw && (
          <span className="detail-threw" title={clipText(threw.threw ?? '')}>
            {' '}
            {words.threw}
          </span>
        )}
      </th>
      <td className="detail-phase-track" aria-hidden="true">
        <Marks row={row} span={span} />
      </td>
      <td>
        <Duration ms={(moments[0]?.at ?? span.start) - span.start} />
      </td>
      <td>{kind === 'callback' && <Duration ms={ran} />}</td>
      <td />
    </tr>
  )
}

/** A camel-case name that wraps between its words. What is copied stays as it is. */
function breakable(name: string): ReactNode {
  return name.split(/(?=[A-Z])/).map((part, place) => (
    <Fragment key={part}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}

/** The marks of a task over its bars. */
export function AllMarks({ marks, span }: { readonly marks: TaskMarks; readonly span: TimeSpan }) {
  return markRows(marks).map((row) => <Marks key={row.name ?? row.kind} row={row} span={span} />)
}

function Marks({ row, span }: { readonly row: MarkRow; readonly span: TimeSpan }) {
  const words = useWords(detailWords).timing
  const label = row.kind === 'callback' ? `${row.name}()` : words.mark[row.kind]
  return row.moments.map(({ at, threw }, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its place in the order of the events
      key={index}
      className="detail-mark"
      data-mark={row.kind}
      data-threw={threw !== undefined}
      style={{ insetInlineStart: `${placeIn(span, at)}%` }}
      title={`${label} +${formatDuration(at - span.start)}`}
    />
  ))
}

/** Percent of the width from which on a label would touch that of the end, the widths of the style sheet apart. */
const LABELS_UP_TO = { narrow: 45, middle: 70, wide: 90 }

/** Round distances from the call, and its end. */
export function TimeAxis({ span }: { readonly span: TimeSpan }) {
  return (
    <>
      {ticksOf(span).map((tick, nth) => {
        const place = placeIn(span, span.start + tick)
        const needs = place >= LABELS_UP_TO.middle ? 'wide' : place >= LABELS_UP_TO.narrow || nth % 2 === 1 ? 'middle' : undefined
        return (
          place < LABELS_UP_TO.wide && (
            <span key={tick} className="detail-tick" data-needs={needs} style={{ insetInlineStart: `${place}%` }}>
              {formatTick(tick)}
            </span>
          )
        )
      })}
      <span className="detail-tick" data-end="true">
        {formatDuration(span.end - span.start)}
      </span>
    </>
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
