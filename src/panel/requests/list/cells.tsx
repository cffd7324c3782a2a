import type { ReactNode } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { clipText, formatDuration, formatExactMoment, formatMoment } from '../../parts/format.ts'
import { TONE_SIGNS } from '../../parts/tone.ts'
import { durationOf } from '../../rows/column-values.ts'
import { reportedChecks, reportText } from '../../rows/refusal-text.ts'
import { isMoving, type StatusWords, statusText } from '../../rows/status-text.ts'
import { toneOf } from '../../rows/task-tone.ts'
import { readable, splitUrl } from '../../rows/url-parts.ts'
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
  /** The host of most calls, which rows need not name. */
  readonly majorityHost: string
  /** Epoch ms of zero on the session clock. */
  readonly startedAt: number
}

/** The last segment first, the query dimmed; the host only where it is not the one of most calls. */
export function drawName(task: TaskSnapshot, { majorityHost }: CellSetting): ReactNode {
  const { name, query, host, path } = splitUrl(task.url)
  const folder = path.slice(0, path.length - name.length)
  const foreign = host !== majorityHost && host !== ''
  const place = foreign ? host : folder.length > 1 ? folder : ''
  return (
    <span className="list-name" data-foreign={foreign || undefined}>
      <span className="list-name-main">{readable(clipText(name))}</span>
      <span className="list-name-query">{readable(clipText(query))}</span>
      <span className="list-name-place">{clipText(place)}</span>
    </span>
  )
}

/** Status, or how it failed, or how far it has come: sign, number and word, so that nothing hangs on colour. */
export function drawStatus(task: TaskSnapshot, setting: CellSetting): ReactNode {
  const tone = toneOf(task)
  const moves = isMoving(task)
  const [reported] = reportedChecks(task)
  return (
    <span className="list-status" data-tone={tone}>
      <span className="list-status-sign" aria-hidden="true">
        {TONE_SIGNS[tone]}
      </span>
      <span className="list-status-text">{statusText(task, setting)}</span>
      {reported && (
        <span className="list-reported" title={reportText(reported, setting.failures)}>
          {setting.failures.wouldRefuseShort}
        </span>
      )}
      {moves && <TransferBar key={`${task.taskId} bar`} task={task} />}
      {tone === 'pending' && <AbortButton key={task.taskId} task={task} />}
    </span>
  )
}

/** The rule, the network, or, for a refused call, what would let it pass. */
export function drawAnsweredBy(task: TaskSnapshot, { words, tasks }: CellSetting): ReactNode {
  if (task.check?.verdict === 'refused' && !task.check.reported) return <AllowButton key={task.taskId} check={task.check} />
  if (task.by === 'mock') return <span className="list-rule">{task.ruleName || tasks.by.mock}</span>
  return task.by === undefined ? words.nobody : tasks.by[task.by]
}

export function drawTime(task: TaskSnapshot): ReactNode {
  const took = durationOf(task)
  return took === undefined ? <LiveTime since={task.marks.created} /> : formatDuration(took)
}

export function drawStarted(task: TaskSnapshot, { startedAt }: CellSetting): ReactNode {
  const epoch = startedAt + task.marks.created
  return <span title={formatExactMoment(epoch)}>{formatMoment(epoch)}</span>
}

export function drawYesNo(value: boolean | undefined, { words }: CellSetting): string {
  return value === undefined ? '' : value ? words.yes : words.no
}

/** Its picture is drawn over the cell, on the one canvas of all rows. */
export function drawTimeline(task: TaskSnapshot, { words }: CellSetting): ReactNode {
  const text = timelineText(task, words)
  return <span className="timeline" role="img" aria-label={text} title={text} />
}
