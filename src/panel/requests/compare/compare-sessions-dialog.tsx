import { ArrowLeft, ArrowLeftRight } from 'lucide-react'
import { useContext, useEffect, useId, useMemo, useRef, useState } from 'react'
import { compareCalls } from '../../../exchange/compare/compare-calls.ts'
import { type ComparedCall, type ComparedSession, compareSessions } from '../../../exchange/compare/compare-sessions.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { type Sessions, SessionsContext, type ShownSession } from '../../exchange/sessions-context.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { clipText, formatCount, formatDuration } from '../../parts/format.ts'
import { Segments } from '../../parts/segments.tsx'
import { statusText } from '../../rows/status-text.ts'
import { readable } from '../../rows/url-parts.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { failureWords } from '../../words/failure-words.ts'
import { rowWords } from '../../words/row-words.ts'
import { type ComparedFilter, compareSessionsWords } from '../../words/sessions/compare-sessions-words.ts'
import { taskWords } from '../../words/task-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './compare-sessions.css?inline'
import { ComparedParts } from './compared-parts.tsx'

addStyles(styles)

/** Calls that are listed; the rest is counted. */
const MOST_LISTED = 300

const FILTERS: readonly ComparedFilter[] = ['changed', 'new', 'gone', 'different', 'slower', 'same']

/** A session that can be chosen. */
interface Side extends ComparedSession {
  readonly kind: 'live' | 'page' | 'kept' | 'file'
  /** Of the file. */
  readonly name?: string
}

/** What is new, gone, different or slower in one session against another. */
export function CompareSessionsDialog() {
  const words = useWords(compareSessionsWords)
  const { store } = useInspector()
  const sessions = useContext(SessionsContext)
  const dialog = useRef<HTMLDialogElement>(null)
  // As they are when it opens: a comparison that moves cannot be read.
  const [sides] = useState(() => (sessions ? sidesOf(sessions) : []))
  const [chosen, setChosen] = useState<readonly [before: number, after: number]>([0, 1])
  const [before, after] = [sides[chosen[0]], sides[chosen[1]]]
  return (
    <Dialog
      dialog={dialog}
      className="compare-sessions"
      title={words.title}
      closeLabel={words.close}
      onClose={() => store.actions.setDialog(undefined)}
    >
      {before && after ? (
        <>
          <div className="compare-choice">
            <SideChoice label={words.before} sides={sides} chosen={chosen[0]} onChoose={(next) => setChosen([next, chosen[1]])} />
            <button type="button" className="part-button" onClick={() => setChosen([chosen[1], chosen[0]])}>
              <ArrowLeftRight size={14} aria-hidden="true" />
              {words.swap}
            </button>
            <SideChoice label={words.after} sides={sides} chosen={chosen[1]} onChoose={(next) => setChosen([chosen[0], next])} />
          </div>
          <Comparison key={chosen.join()} before={before} after={after} />
        </>
      ) : (
        <p className="part-note">{words.needsTwo}</p>
      )}
    </Dialog>
  )
}

/** The older ones first. */
function sidesOf({ live, opened }: Sessions): readonly Side[] {
  const tasksOf = ({ store }: ShownSession) => {
    const { tasks } = store.getState()
    return tasks.taskIds().flatMap((id) => tasks.glanceAt(id) ?? [])
  }
  const sideOf = (kind: Side['kind'], session: ShownSession, tasks: readonly TaskSnapshot[]): Side => ({
    kind,
    tasks,
    events: (taskId) => session.source.events(taskId),
  })
  const { pageFrom = Number.NEGATIVE_INFINITY } = live.source
  const all = tasksOf(live)
  const kept = all.filter(({ marks }) => marks.created < pageFrom)
  const own =
    kept.length > 0
      ? [
          sideOf('kept', live, kept),
          sideOf(
            'page',
            live,
            all.filter(({ marks }) => marks.created >= pageFrom),
          ),
        ]
      : [sideOf('live', live, all)]
  if (opened.length === 0) return own
  return [...opened.map((session) => ({ ...sideOf('file', session, tasksOf(session)), name: session.name })), ...own.toReversed()]
}

interface SideChoiceProps {
  readonly label: string
  readonly sides: readonly Side[]
  readonly chosen: number
  readonly onChoose: (nth: number) => void
}

function SideChoice({ label, sides, chosen, onChoose }: SideChoiceProps) {
  const words = useWords(compareSessionsWords)
  const id = useId()
  return (
    <span className="compare-side">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="part-input" value={chosen} onChange={({ target }) => onChoose(Number(target.value))}>
        {sides.map((side, nth) => (
          <option key={side.name ?? side.kind} value={nth}>
            {[words.sessions[side.kind], side.name, words.amount(formatCount(side.tasks.length))].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
    </span>
  )
}

function Comparison({ before, after }: { readonly before: Side; readonly after: Side }) {
  const words = useWords(compareSessionsWords)
  const [calls, setCalls] = useState<readonly ComparedCall[]>()
  const [share, setShare] = useState(0)
  const [filter, setFilter] = useState<ComparedFilter>('changed')
  const [opened, setOpened] = useState<ComparedCall>()
  useEffect(() => {
    const aborter = new AbortController()
    compareSessions(before, after, { signal: aborter.signal, onProgress: setShare }).then(setCalls, (thrown: unknown) => {
      if (!aborter.signal.aborted) throw thrown
    })
    return () => aborter.abort()
  }, [before, after])
  if (!calls) {
    return (
      <p className="compare-progress" role="status">
        {words.comparing} <progress max={1} value={share} aria-label={words.comparing} />
      </p>
    )
  }
  if (opened?.before && opened.after) {
    return <OpenedCall before={opened.before} after={opened.after} sides={[before, after]} onBack={() => setOpened(undefined)} />
  }
  const passing = calls.filter((call) => passes(call, filter))
  return (
    <>
      <Segments
        label={words.filter}
        items={FILTERS.map((id) => ({
          id,
          label: words.counted(words.filters[id], formatCount(calls.filter((call) => passes(call, id)).length)),
        }))}
        selected={filter}
        onSelect={setFilter}
      />
      {passing.length === 0 ? <p className="part-note">{words.none}</p> : <CallTable calls={passing} onOpen={setOpened} />}
      <p className="compare-note">{words.matching}</p>
    </>
  )
}

function passes({ changes }: ComparedCall, filter: ComparedFilter): boolean {
  if (filter === 'changed') return changes.length > 0
  return filter === 'same' ? changes.length === 0 : changes.includes(filter)
}

interface CallTableProps {
  readonly calls: readonly ComparedCall[]
  readonly onOpen: (call: ComparedCall) => void
}

function CallTable({ calls, onOpen }: CallTableProps) {
  const words = useWords(compareSessionsWords)
  const rest = calls.length - MOST_LISTED
  return (
    <>
      <table aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.change}</th>
            <th scope="col">{words.request}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {calls.slice(0, MOST_LISTED).map((call) => {
            const { after, before, changes } = call
            const task = after ?? before
            const name = task && clipText(`${task.method} ${readable(task.url)}`, 300)
            return (
              <tr key={`${before?.taskId} ${after?.taskId}`}>
                <td>
                  {(changes.length > 0 ? changes : (['same'] as const)).map((change) => (
                    <span key={change} className="compare-change" data-change={change}>
                      {words.filters[change]}
                    </span>
                  ))}
                </td>
                <th scope="row">
                  {before && after ? (
                    <button type="button" className="part-link" onClick={() => onOpen(call)}>
                      {name}
                    </button>
                  ) : (
                    name
                  )}
                </th>
                <CallCell task={before} />
                <CallCell task={after} />
              </tr>
            )
          })}
        </tbody>
      </table>
      {rest > 0 && <p className="compare-note">{words.more(formatCount(rest))}</p>}
    </>
  )
}

function CallCell({ task }: { readonly task: TaskSnapshot | undefined }) {
  const tasks = useWords(taskWords)
  const failures = useWords(failureWords)
  const row = useWords(rowWords)
  if (!task) return <td className="compare-none">–</td>
  const { created, ended } = task.marks
  return (
    <td>
      {statusText(task, { tasks, failures, row })}
      {ended !== undefined && <span className="compare-took">{formatDuration(ended - created)}</span>}
    </td>
  )
}

interface OpenedCallProps {
  readonly before: TaskSnapshot
  readonly after: TaskSnapshot
  readonly sides: readonly [before: Side, after: Side]
  readonly onBack: () => void
}

/** Two calls that belong together, as two calls of one session are compared. */
function OpenedCall({ before, after, sides, onBack }: OpenedCallProps) {
  const words = useWords(compareSessionsWords)
  const back = useRef<HTMLButtonElement>(null)
  const parts = useMemo(() => compareCalls(sides[0].events(before.taskId), sides[1].events(after.taskId)) ?? [], [before, after, sides])
  useEffect(() => back.current?.focus(), [])
  return (
    <>
      <div className="compare-opened">
        <button ref={back} type="button" className="part-button" onClick={onBack}>
          <ArrowLeft size={14} aria-hidden="true" />
          {words.back}
        </button>
        <span>{clipText(`${after.method} ${readable(after.url)}`, 300)}</span>
      </div>
      <div className="compare">
        <ComparedParts
          parts={parts}
          heads={[`${words.before} #${formatCount(before.number)}`, `${words.after} #${formatCount(after.number)}`]}
        />
      </div>
    </>
  )
}
