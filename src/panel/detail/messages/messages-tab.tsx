import { useContext, useDeferredValue, useEffect, useId, useState } from 'react'
import type { PanelSource } from '../../../contract/panel-source.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { formatCount } from '../../parts/format.ts'
import { FoundContext } from '../../parts/found/found-context.tsx'
import { Segments } from '../../parts/segments.tsx'
import { addStyles } from '../../styles/style-sheets.ts'
import { socketWords } from '../../words/socket-words.ts'
import { useWords } from '../../words/words.ts'
import { isPending } from '../task/outcome.ts'
import { placeOfEvent } from '../task/place-of-event.ts'
import { useTaskEvents } from '../task/use-task-events.ts'
import { isMessage, type MessageDirection, MessageIndex } from './message-index.ts'
import { MessageList } from './message-list.tsx'
import { MessageView } from './message-view.tsx'
import styles from './messages.css?inline'
import { SendMessageForm } from './send-message-form.tsx'

addStyles(styles)

const DIRECTIONS: readonly MessageDirection[] = ['all', 'sent', 'received']

/** What went over a socket, in both directions; while it is open, a message can be sent by hand. */
export function MessagesTab({ source, snapshot }: { readonly source: PanelSource; readonly snapshot: TaskSnapshot }) {
  const words = useWords(socketWords)
  const events = useTaskEvents(source, snapshot)
  const [index] = useState(() => new MessageIndex())
  const [text, setText] = useState('')
  const [direction, setDirection] = useState<MessageDirection>('all')
  // By its seq: it stays the same one when older ones go.
  const [chosen, setChosen] = useState<number>()
  const status = useId()
  const sought = useContext(FoundContext)
  useEffect(() => {
    if (sought?.scope !== 'messages') return
    setChosen(sought.item)
    setText('')
    setDirection('all')
  }, [sought])
  // Typing stays quick, however many messages have to be looked through.
  const wanted = useDeferredValue(text)
  const { places, condensed, released, total } = index.show(events, { text: wanted, direction })
  const place = chosen === undefined ? undefined : placeOfEvent(events, chosen)
  const found = place === undefined ? undefined : events[place]
  const message = found && isMessage(found) ? found : undefined
  return (
    <div className="messages">
      <div className="messages-bar">
        <Segments
          label={words.directions}
          items={DIRECTIONS.map((id) => ({ id, label: words.direction[id] }))}
          selected={direction}
          onSelect={setDirection}
        />
        <input
          type="text"
          className="part-input part-mono messages-filter"
          value={text}
          placeholder={words.filterHint}
          aria-label={words.filter}
          aria-describedby={status}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        <span id={status} className="messages-count">
          {words.count(formatCount(places.length), formatCount(total))}
          {released > 0 && ` · ${words.released(formatCount(released))}`}
          {condensed > 0 && ` · ${words.condensed(formatCount(condensed))}`}
        </span>
      </div>
      {places.length === 0 ? (
        <p className="part-note messages-none">{total > 0 ? words.noneFits : isPending(snapshot) ? words.noneYet : words.noneEver}</p>
      ) : (
        <MessageList
          events={events}
          places={places}
          chosen={message && place}
          onChoose={(row) => setChosen(events[row]?.seq)}
          startedAt={source.startedAt}
        />
      )}
      {message && <MessageView key={message.seq} message={message} number={message.seq} onClose={() => setChosen(undefined)} />}
      <SendMessageForm source={source} snapshot={snapshot} />
    </div>
  )
}
