import { Pause, Pin } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { TaskMark } from '../../../contract/event/task-mark.ts'
import { heldAt } from '../../../recorder/tasks/holds.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { clipText, formatDuration, formatMoment } from '../../parts/format.ts'
import { TONE_SIGNS } from '../../parts/tone.ts'
import { type ColumnId, durationOf } from '../../rows/column-values.ts'
import { reportedChecks, reportText } from '../../rows/refusal-text.ts'
import { isMoving, type StatusWords, statusParts } from '../../rows/status-text.ts'
import { toneOf } from '../../rows/task-tone.ts'
import { readable, splitUrl } from '../../rows/url-parts.ts'
import type { listWords } from '../../words/list-words.ts'
import type { rowMenuWords } from '../../words/row-menu-words.ts'
import { LiveTime } from '../waterfall/live-time.tsx'
import { timelineText } from '../waterfall/timeline-text.ts'
import { AbortButton } from './abort-button.tsx'
import { AllowButton } from './allow-button.tsx'
import { TransferBar } from './transfer-bar.tsx'

/**
 * What all cells are drawn with. They are plain functions: forty rows of components would cost a frame of scrolling
 * more than what they draw.
 */
export interface CellSetting extends StatusWords {
  readonly words: (typeof listWords)['zh']
  /** The button of a row's menu. */
  readonly menuButton: ReactNode
  /** The tasks that a rule was made of here. */
  readonly mockedHere: ReadonlyMap<string, string>
  readonly mockedLabel: string
  /** What a person noted about calls. */
  readonly taskMarks: ReadonlyMap<string, TaskMark>
  readonly marks: (typeof rowMenuWords)['zh']['mark']
  /** The columns that are there. */
  readonly shown: ReadonlySet<ColumnId>
  /** The host that rows need not name. */
  readonly mainHost: string
  /** Epoch ms of zero on the session clock. */
  readonly startedAt: number
}

/** A sign for what is not a plain request. */
const API_SIGNS = { uploadFile: '↑', downloadFile: '↓', connectSocket: '⇅' } as const

/**
 * The last segment first, the query dimmed, then where it is: the host only where it is not the main one. What comes first is cut last.
 * A rule that answered is told by a sign where there is no column for it.
 */
export function drawName(task: TaskSnapshot, setting: CellSetting): ReactNode {
  const { name, query, host, path } = splitUrl(task.url)
  const folder = path.slice(0, path.length - name.length)
  const place = host !== setting.mainHost && host !== '' ? host : folder.length > 1 ? folder : ''
  const sign = task.api === 'request' || task.api === 'page' ? undefined : task.api
  const mocked = task.by === 'mock' && !setting.shown.has('answeredBy')
  const text = (
    <>
      {sign && (
        <span className="list-name-sign" role="img" aria-label={setting.row.api[sign]}>
          {API_SIGNS[sign]}
        </span>
      )}
      {drawMark(setting.taskMarks.get(task.taskId), setting)}
      {setting.mockedHere.has(task.taskId) && (
        <span className="list-name-edited" role="img" aria-label={setting.mockedLabel} title={setting.mockedLabel}>
          ✎
        </span>
      )}
      <span className="list-name-main">{readable(clipText(name))}</span>
      {query !== '' && <span className="list-name-query">{readable(clipText(query))}</span>}
      {place !== '' && <span className="list-name-place">{clipText(place)}</span>}
    </>
  )
  if (!mocked) return text
  return (
    <>
      <span className="list-name">{text}</span>
      <span className="list-name-mocked" role="img" aria-label={setting.row.mockedBy(task.ruleName ?? '')} title={task.ruleName}>
        ◆
      </span>
    </>
  )
}

function drawMark(mark: TaskMark | undefined, { marks }: CellSetting): ReactNode {
  return (
    mark && (
      <>
        {mark.color && <span className="list-mark-color" role="img" aria-label={marks.colors[mark.color]} data-color={mark.color} />}
        {mark.pinned && (
          <span className="list-mark-pin" role="img" aria-label={marks.pinned} title={marks.pinned}>
            <Pin size={12} />
          </span>
        )}
        {mark.note !== undefined && (
          <span className="list-mark-note" title={mark.note}>
            {clipText(mark.note)}
          </span>
        )}
      </>
    )
  )
}

/** Status, or how it failed, or how far it has come, and all else that is wrong: in words, so that nothing hangs on colour. */
export function drawStatus(task: TaskSnapshot, setting: CellSetting, atCursor: boolean): ReactNode {
  const tone = toneOf(task)
  const sign = (
    <span className="list-status-sign" aria-hidden="true">
      {heldAt(task) ? <Pause size={10} fill="currentColor" /> : TONE_SIGNS[tone]}
    </span>
  )
  const text = drawStatusText(task, setting)
  const refused = setting.shown.has('answeredBy') ? undefined : refusedCheck(task)
  if (tone !== 'pending' && !refused && !isMoving(task)) {
    return (
      <>
        {sign}
        {text}
      </>
    )
  }
  return (
    <span className="list-status">
      {sign}
      <span className="list-status-text">{text}</span>
      {isMoving(task) && <TransferBar key={`${task.taskId} bar`} task={task} />}
      {tone === 'pending' && <AbortButton key={task.taskId} task={task} atCursor={atCursor} />}
      {refused && <AllowButton key={`${task.taskId} fix`} check={refused} atCursor={atCursor} />}
    </span>
  )
}

function drawStatusText(task: TaskSnapshot, setting: CellSetting): ReactNode {
  const [reported] = reportedChecks(task)
  const parts = statusParts(task, setting)
  // Most rows: a text alone costs the least.
  if (parts.length === 1 && !reported) return parts[0]?.text
  return (
    <>
      {parts.map(({ text, look }, place) => (
        <Fragment key={text}>
          {place > 0 && <span className="list-dim"> · </span>}
          {look === 'main' ? text : <span className={look === 'wrong' ? 'list-wrong' : 'list-dim'}>{text}</span>}
        </Fragment>
      ))}
      {reported && (
        <span className="list-reported" title={reportText(reported, setting.failures)}>
          <span className="list-dim"> · </span>
          {setting.failures.wouldRefuseShort}
        </span>
      )}
    </>
  )
}

/** The check that refused a call. */
function refusedCheck({ check }: TaskSnapshot): TaskSnapshot['check'] {
  return check?.verdict === 'refused' && !check.reported ? check : undefined
}

/** The rule, the network, or, for a refused call, what would let it pass. */
export function drawAnsweredBy(task: TaskSnapshot, { words, tasks }: CellSetting, atCursor: boolean): ReactNode {
  const refused = refusedCheck(task)
  if (refused) return <AllowButton key={task.taskId} check={refused} atCursor={atCursor} />
  if (task.by === 'mock') return task.ruleName || tasks.by.mock
  return task.by === undefined ? words.nobody : tasks.by[task.by]
}

export function drawTime(task: TaskSnapshot): ReactNode {
  const took = durationOf(task)
  return took === undefined ? <LiveTime since={task.marks.created} /> : formatDuration(took)
}

export function drawStarted(task: TaskSnapshot, { startedAt }: CellSetting): ReactNode {
  return formatMoment(startedAt + task.marks.created)
}

export function drawYesNo(value: boolean | undefined, { words }: CellSetting): string {
  return value === undefined ? '' : value ? words.yes : words.no
}

/** Its picture is drawn over the cell, on the one canvas of all rows. */
export function drawTimeline(task: TaskSnapshot, { words }: CellSetting): ReactNode {
  return <span className="timeline" role="img" aria-label={timelineText(task, words)} />
}
