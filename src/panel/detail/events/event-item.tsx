import type { ReactNode } from 'react'
import type { ListenerCall } from '../../../contract/event/event-stamp.ts'
import { wasCutShort } from '../../../contract/event/task-error.ts'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import { toJson } from '../../../contract/to-json.ts'
import { listenerCallsOf } from '../../../recorder/tasks/listener-calls.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { clipText, formatDuration, formatExactDuration, formatSize } from '../../parts/format.ts'
import { useFound } from '../../parts/found/found-context.tsx'
import { HexView } from '../../parts/text/hex-view.tsx'
import { TextView } from '../../parts/text/text-view.tsx'
import { toneOfStatus } from '../../rows/task-tone.ts'
import { eventWords } from '../../words/event-words.ts'
import { useWords } from '../../words/words.ts'
import { contentOf } from '../body/body-content.ts'
import { ExplanationLine } from '../rules/explanation-line.tsx'
import { nameOfEvent } from '../task/name-of-event.ts'
import { rawEvent, summariseEvent } from './event-summary.ts'

interface EventItemProps {
  readonly event: TaskEvent
  /** When the task was created, ms on the session clock. */
  readonly created: number
  /** When the event before came; undefined for the first. */
  readonly before: number | undefined
  readonly open: boolean
  /** Whether it is one of a socket, where some events mean something else. */
  readonly socket: boolean
  /** Says what it means while it is closed too. */
  readonly explained: boolean
  /** What stands of its rules in the open event. */
  readonly rules: ReactNode
  readonly onToggle: () => void
}

/** One event: a line, and on request everything in it. */
export function EventItem({ event, created, before, open, socket, explained, rules, onToggle }: EventItemProps) {
  const words = useWords(eventWords)
  const name = nameOfEvent(event, words)
  const found = useFound()
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the list
    <div role="listitem" className="detail-event" data-tone={toneOfEvent(event)} data-whole={found !== undefined}>
      <button type="button" className="detail-event-line" aria-expanded={open} onClick={onToggle}>
        <span className="detail-event-twisty" data-open={open} aria-hidden="true" />
        <span className="detail-end detail-dim">{event.seq}</span>
        <span className="detail-event-type" data-callback={event.type === 'delivered'} data-at={0}>
          {name}
        </span>
        <span className="detail-end" title={formatExactDuration(event.at - created)}>
          {formatDuration(event.at - created)}
        </span>
        <span className="detail-end detail-dim" title={before === undefined ? undefined : formatExactDuration(event.at - before)}>
          {before === undefined ? '–' : `+${formatDuration(event.at - before)}`}
        </span>
        <span className="detail-event-says" data-at={name.length + 1}>
          {summariseEvent(event, words)}
        </span>
      </button>
      {(explained || open) && (
        <div className="detail-event-means">
          <Meaning event={event} socket={socket} />
        </div>
      )}
      {open && <EventDetail event={event} created={created} rules={rules} />}
    </div>
  )
}

/** What an event means, each callback for itself. */
function Meaning({ event, socket }: Pick<EventItemProps, 'event' | 'socket'>) {
  if (socket && (event.type === 'started' || event.type === 'delivered' || event.type === 'failed')) {
    return <ExplanationLine kind="socket-event" name={event.type} />
  }
  if (event.type === 'delivered') return <ExplanationLine kind="callback" name={event.callback} />
  if (event.type === 'failed') return <ExplanationLine kind="error" name={event.error.kind} />
  return <ExplanationLine kind="event" name={event.type} />
}

function EventDetail({ event, created, rules }: Pick<EventItemProps, 'event' | 'created' | 'rules'>) {
  const words = useWords(eventWords)
  const raw = rawEvent(event)
  return (
    <div className="detail-event-detail">
      {rules}
      {listenerCallsOf(event).map((call, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a call is its place in the order of calls, of which two may come in one moment
        <ListenerLine key={index} call={call} created={created} name={call.name} />
      ))}
      {event.type === 'chunk-received' && event.body && <ChunkBody body={event.body} />}
      <div className="detail-raw-head">
        <span>{words.raw}</span>
        <CopyButton text={() => toJson(event, { indent: 2 })} label={words.copyEvent} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <pre className="detail-raw" tabIndex={0}>
        {raw}
      </pre>
    </div>
  )
}

function ListenerLine({ call, created, name }: { readonly call: ListenerCall; readonly created: number; readonly name: string }) {
  const words = useWords(eventWords)
  return (
    <p className="detail-listener" data-threw={call.threw !== undefined}>
      <code>{name}()</code> {formatDuration(call.at - created)} · {words.took(formatDuration(call.took))}
      {call.threw !== undefined && ` · ${words.threw(clipText(call.threw))}`}
    </p>
  )
}

/** A piece as text where it is one by itself; a piece may end within a character (CHUNK-4), then it is shown as bytes. */
function ChunkBody({ body }: { readonly body: NonNullable<Extract<TaskEvent, { type: 'chunk-received' }>['body']> }) {
  const words = useWords(eventWords)
  const content = contentOf(body)
  if (!content) return null
  return (
    <div>
      <span className="detail-dim">
        {words.chunkText}
        {content.size < content.whole && ` · ${words.shortened(formatSize(content.size), formatSize(content.whole))}`}
      </span>
      <div className="detail-viewer">{content.isUtf8() ? <TextView text={content.text()} /> : <HexView bytes={content.bytes()} />}</div>
    </div>
  )
}

function toneOfEvent(event: TaskEvent): string | undefined {
  if (listenerCallsOf(event).some(({ threw }) => threw !== undefined)) return 'failed'
  if (event.type === 'failed') return wasCutShort(event.error) ? 'aborted' : 'failed'
  if (event.type === 'delivered' && event.threw !== undefined) return 'failed'
  if (event.type === 'checked' && event.check.verdict === 'refused') return event.check.reported ? 'client-error' : 'failed'
  if (event.type === 'message-refused') return 'failed'
  if (event.type === 'closed') return event.by === 'network' ? 'failed' : event.by === 'page' ? 'aborted' : 'ok'
  if (event.type === 'headers-received') return toneOfStatus(event.statusCode)
  return event.type === 'succeeded' || event.type === 'opened' ? 'ok' : undefined
}
