import { summariseEvent } from '../detail/events/event-summary.ts'
import { nameOfEvent } from '../detail/task/name-of-event.ts'
import { clipText, formatDuration, formatExactMoment } from '../parts/format.ts'
import { useInspector } from '../store/inspector-context.ts'
import type { ReplayControls } from '../store/replay-controls.ts'
import { eventWords } from '../words/event-words.ts'
import { replayWords } from '../words/sessions/replay-words.ts'
import { useWords } from '../words/words.ts'
import { CallLink } from './call-link.tsx'

/** Characters of what an event says. */
const LONGEST_SUMMARY = 200

interface EventLineProps {
  readonly controls: ReplayControls
  readonly position: number
  readonly playing: boolean
}

/** The event that has just happened. It is said aloud, but not while one event follows another by itself. */
export function EventLine({ controls: { cursor }, position, playing }: EventLineProps) {
  const words = useWords(replayWords)
  const names = useWords(eventWords)
  const { source } = useInspector()
  const { ats, events } = cursor.timeline
  const event = events[position - 1]
  const at = ats[position - 1] ?? 0
  return (
    <p className="replay-event" role="status" aria-live={playing ? 'off' : 'polite'}>
      {event ? (
        <>
          <time className="replay-time" title={formatExactMoment(source.startedAt + at)}>
            {formatDuration(at - (ats[0] ?? 0))}
          </time>
          <CallLink cursor={cursor} taskId={event.taskId} tab="events" />
          <strong>{nameOfEvent(event, names)}</strong>
          <span className="replay-summary">{clipText(summariseEvent(event, names), LONGEST_SUMMARY)}</span>
        </>
      ) : (
        words.nothing
      )}
    </p>
  )
}
