import { type Phase, phasesOf, type TaskSnapshot } from '../../../entry/record.ts'
import { useWords } from '../../../entry/words.ts'
import { lessonWords } from '../../words/lesson-words.ts'
import { endOf, type Given, heardOf, type Recording } from '../run/recording.ts'
import { formatMs } from './format-ms.ts'

export interface TimelineProps {
  readonly recording: Recording
  /** ms. What comes later is not drawn. */
  readonly time: number
  /** How many moments have been shown: several may share one `time`. */
  readonly index: number
}

/** With more calls than this each has one line, and no callbacks of its own. */
const MOST_IN_DETAIL = 3

/** The calls of a run on one axis: their phases, their callbacks, and the slots that they take. */
export function Timeline({ recording, time, index }: TimelineProps) {
  const words = useWords(lessonWords)
  const end = endOf(recording)
  const place = (at: number) => `${(at / end) * 100}%`
  const detailed = recording.tasks.length <= MOST_IN_DETAIL
  const kinds = [...new Set(recording.tasks.flatMap((task) => phasesOf(task, end).map(({ kind }) => kind)))]
  const used = recording.tasks.filter((task) => (task.marks.started ?? Infinity) <= time && (task.marks.ended ?? Infinity) > time).length
  const waiting = recording.tasks.filter(
    (task) => (task.marks.queued ?? Infinity) <= time && (task.marks.started ?? Infinity) > time,
  ).length
  return (
    <div className="lesson-timeline">
      <div className="timeline-row timeline-ruler">
        <span>{words.calls}</span>
        <span className="timeline-plot">
          {ticksOf(end).map((tick) => (
            <i key={tick} style={{ insetInlineStart: place(tick) }}>
              {tick === 0 ? '0 ms' : tick.toLocaleString('en')}
            </i>
          ))}
        </span>
        <span />
      </div>
      {recording.tasks.map((task, nth) => (
        <CallRows key={task.taskId} task={task} call={nth + 1} {...{ recording, time, index, place, detailed }} />
      ))}
      <p className="timeline-legend">
        {kinds.map((kind) => (
          <span key={kind}>
            <i className={`phase-${kind}`} />
            {words.phases[kind]}
          </span>
        ))}
        <span>
          <i className="is-simulated phase-queue" />
          {words.simulated}
        </span>
        <b>{words.slots(used, waiting)}</b>
      </p>
    </div>
  )
}

interface CallRowsProps extends TimelineProps {
  readonly task: TaskSnapshot
  readonly call: number
  readonly detailed: boolean
  place(at: number): string
}

function CallRows({ task, call, recording, time, index, place, detailed }: CallRowsProps) {
  const words = useWords(lessonWords)
  const phases = phasesOf(task, endOf(recording)).filter(({ start }) => start <= time)
  const heard = heardOf({ ...recording, moments: recording.moments.slice(0, index) }, call)
  const given = namesOf(recording.given, call)
  const ended = task.marks.ended !== undefined && task.marks.ended <= time
  return (
    <>
      <div className="timeline-row">
        <span className="timeline-name" title={task.url}>
          <b>{call}</b> {shortName(task.url)}
        </span>
        <span className="timeline-plot">
          {phases.map((phase) => (
            <i key={phase.kind} className={barClass(phase)} title={words.phases[phase.kind]} style={spanOf(phase, time, place)} />
          ))}
          {!detailed && heard.map(({ name, at }) => <i key={name} className="timeline-callback" style={{ insetInlineStart: place(at) }} />)}
          <i className="timeline-now" style={{ insetInlineStart: place(time) }} />
        </span>
        <span className="timeline-end">{ended ? formatMs((task.marks.ended ?? 0) - (task.marks.created ?? 0)) : '–'}</span>
      </div>
      {detailed &&
        given.map((name) => {
          const runs = heard.filter((each) => each.name === name)
          const last = runs.at(-1)
          const all = heardOf(recording, call).filter((each) => each.name === name).length
          return (
            <div key={name} className="timeline-row timeline-callbacks">
              <code className="timeline-name">{name}</code>
              <span className="timeline-plot">
                {runs.map(({ at }, nth) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: runs are only added
                  <i key={nth} className="timeline-callback" style={{ insetInlineStart: place(at) }} />
                ))}
                <i className="timeline-now" style={{ insetInlineStart: place(time) }} />
              </span>
              <span className="timeline-end">
                {last ? formatMs(last.at) : all === 0 && index >= recording.moments.length ? words.never : words.notYet}
              </span>
            </div>
          )
        })}
    </>
  )
}

/** The phases alone, for a table. */
export function PhaseBar({ recording }: { readonly recording: Recording }) {
  const end = endOf(recording)
  const place = (at: number) => `${(at / end) * 100}%`
  return (
    <span className="timeline-bar timeline-plot">
      {phasesOf(recording.tasks[0] as TaskSnapshot, end).map((phase) => (
        <i key={phase.kind} className={barClass(phase)} style={spanOf(phase, end, place)} />
      ))}
    </span>
  )
}

function barClass({ kind, origin }: Phase): string {
  return `timeline-phase phase-${kind}${origin === 'simulated' ? ' is-simulated' : ''}`
}

function spanOf({ start, end }: Phase, time: number, place: (at: number) => string) {
  return { insetInlineStart: place(start), inlineSize: `max(2px, calc(${place(Math.min(end, time))} - ${place(start)}))` }
}

function namesOf(given: readonly Given[], call: number): readonly string[] {
  const names = [...new Set(given.filter((each) => each.call === call).map(({ name }) => name))]
  return [...names.filter((name) => name.startsWith('on')), ...names.filter((name) => !name.startsWith('on'))]
}

/** The end of the path, with the query: `teas/7`. */
function shortName(url: string): string {
  return url.replace(/\/+$/, '').split('/').slice(-2).join('/')
}

/** Round moments, six at most. */
function ticksOf(end: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000].find((each) => end / each <= 6) ?? 30_000
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, nth) => nth * step)
}
