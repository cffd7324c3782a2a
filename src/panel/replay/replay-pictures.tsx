import { useEffect, useMemo, useState } from 'react'
import { lookBackOf, pictureOf, type Slot } from '../../recorder/replay/picture-of.ts'
import type { ReplayCursor } from '../../recorder/replay/replay-cursor.ts'
import type { AppCall } from '../../recorder/replay/timeline.ts'
import { clipText, formatCount, formatDuration } from '../parts/format.ts'
import { viewOf } from '../parts/view-of.ts'
import { toneOf } from '../rows/task-tone.ts'
import { useInspector } from '../store/inspector-context.ts'
import type { ReplayControls } from '../store/replay-controls.ts'
import { replayWords } from '../words/sessions/replay-words.ts'
import { useWords } from '../words/words.ts'
import { CallLink } from './call-link.tsx'

/** Of the queue and of the callbacks. */
const LINES = 5

interface ReplayPicturesProps {
  readonly id: string
  readonly controls: ReplayControls
  readonly position: number
  readonly playing: boolean
}

/** The slots with what was in them a while ago, the calls that wait for one, and the callbacks that the app has got. */
export function ReplayPictures({ id, controls: { cursor }, position, playing }: ReplayPicturesProps) {
  const words = useWords(replayWords)
  const { timeline } = cursor
  const back = useMemo(() => lookBackOf(timeline), [timeline])
  const now = useCursorTime(cursor, playing)
  const picture = pictureOf(timeline, { position, now, back, mostCalls: LINES })
  const taken = picture.slots.filter(({ taskId }) => taskId !== undefined).length
  return (
    <div className="replay-pictures" id={id}>
      <section className="replay-slots" aria-label={words.slots}>
        <h2>
          {words.slots} <span className="replay-amount">{words.count(formatCount(taken), formatCount(picture.slots.length))}</span>
          <span className="replay-back">{words.lately(formatDuration(back))}</span>
        </h2>
        <ol>
          {picture.slots.map((slot, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a slot is known by its number
            <SlotLane key={number} number={number} slot={slot} cursor={cursor} now={now} back={back} />
          ))}
        </ol>
      </section>
      <section className="replay-queue" aria-label={words.queue}>
        <h2>
          {words.queue} <span className="replay-amount">{formatCount(picture.queue.length)}</span>
        </h2>
        {picture.queue.length === 0 && <p className="replay-none">{words.noQueue}</p>}
        <ol>
          {picture.queue.slice(0, picture.queue.length > LINES ? LINES - 1 : LINES).map((taskId) => (
            <li key={taskId}>
              <CallLink cursor={cursor} taskId={taskId} />
            </li>
          ))}
          {picture.queue.length > LINES && <li className="replay-none">{words.more(formatCount(picture.queue.length - LINES + 1))}</li>}
        </ol>
      </section>
      <section className="replay-calls" aria-label={words.calls}>
        <h2>
          {words.calls} <span className="replay-amount">{formatCount(picture.called)}</span>
        </h2>
        {picture.calls.length === 0 && <p className="replay-none">{words.noCalls}</p>}
        <ol>
          {picture.calls.map((call) => (
            <CalledLine key={call.nth} call={call} cursor={cursor} latest={call.place === position - 1} />
          ))}
        </ol>
      </section>
    </div>
  )
}

interface SlotLaneProps {
  readonly number: number
  readonly slot: Slot
  readonly cursor: ReplayCursor
  readonly now: number
  readonly back: number
}

function SlotLane({ number, slot: { spans, taskId }, cursor, now, back }: SlotLaneProps) {
  const words = useWords(replayWords)
  const share = (at: number) => Math.max(0, 1 - (now - at) / back) * 100
  return (
    <li className="replay-slot" data-free={taskId === undefined || undefined}>
      <span className="replay-slot-number">
        <span className="part-unseen">{words.slot} </span>
        {number + 1}
      </span>
      <span className="replay-lane">
        {spans.map(({ from, taskId: id, to }) => {
          const task = cursor.task(id)
          return (
            <span
              key={id}
              className="replay-span"
              data-tone={task ? toneOf(task) : undefined}
              style={{ insetInlineStart: `${share(from)}%`, width: `${share(to) - share(from)}%` }}
            />
          )
        })}
        {taskId === undefined ? <span className="part-unseen">{words.free}</span> : <CallLink cursor={cursor} taskId={taskId} />}
      </span>
    </li>
  )
}

interface CalledLineProps {
  readonly call: AppCall
  readonly cursor: ReplayCursor
  /** Whether it came with the event that has just happened. */
  readonly latest: boolean
}

function CalledLine({ call: { at, name, taskId, threw }, cursor, latest }: CalledLineProps) {
  const words = useWords(replayWords)
  const began = cursor.timeline.ats[0] ?? 0
  return (
    <li className="replay-called" data-latest={latest || undefined}>
      <span className="replay-time">{formatDuration(at - began)}</span>
      <code title={threw === undefined ? undefined : clipText(threw)}>{name}()</code>
      {threw !== undefined && <span className="replay-threw">✕ {words.threw}</span>}
      <CallLink cursor={cursor} taskId={taskId} />
    </li>
  )
}

/** The time of the cursor; moving with the frames of the screen while it plays. */
function useCursorTime(cursor: ReplayCursor, playing: boolean): number {
  const { frame } = useInspector()
  const [, setNow] = useState(cursor.now)
  useEffect(() => {
    const view = frame.current && viewOf(frame.current)
    if (!playing || !view) return undefined
    let next = 0
    const draw = () => {
      setNow(cursor.now)
      next = view.requestAnimationFrame(draw)
    }
    next = view.requestAnimationFrame(draw)
    return () => view.cancelAnimationFrame(next)
  }, [cursor, frame, playing])
  return cursor.now
}
