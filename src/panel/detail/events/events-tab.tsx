import { useContext, useEffect, useState } from 'react'
import type { PanelSource } from '../../../contract/panel-source.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { FoundContext, FoundScope } from '../../parts/found/found-context.tsx'
import { NamedSwitch } from '../../parts/switch.tsx'
import { VirtualRows } from '../../parts/virtual-rows.tsx'
import { InspectorContext } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { eventWords } from '../../words/event-words.ts'
import { useWords } from '../../words/words.ts'
import { LateEventRules } from '../rules/lazy-rules.tsx'
import { isPending } from '../task/outcome.ts'
import { placeOfEvent } from '../task/place-of-event.ts'
import { useTaskEvents } from '../task/use-task-events.ts'
import { EventItem } from './event-item.tsx'
import styles from './events.css?inline'

addStyles(styles)

interface EventsTabProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  /** The `seq` of an event to begin at: it is open, in sight and has the focus. */
  readonly pointed?: number | undefined
}

/** What happened to a task, in order, with the time between the steps. */
export function EventsTab({ source, snapshot, pointed }: EventsTabProps) {
  const words = useWords(eventWords)
  const events = useTaskEvents(source, snapshot)
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set(pointed === undefined ? [] : [pointed]))
  // Where it stood when it was asked for: the list does not move under the reader when older ones are condensed.
  const [pointedPlace] = useState(() => (pointed === undefined ? undefined : placeOfEvent(events, pointed)))
  useEffect(() => {
    if (pointed === undefined || !scroller) return
    // Of very many events only those in sight are there; then the list has to do.
    const line = scroller.querySelector<HTMLElement>(`[data-index="${pointedPlace}"] button`)
    ;(line ?? scroller).focus()
  }, [pointed, pointedPlace, scroller])
  const [explained, setExplained] = useExplained()
  const found = useContext(FoundContext)
  const foundPlace = found?.scope === 'events' ? placeOfEvent(events, found.item) : undefined
  const toggle = (seq: number) => {
    const next = new Set(open)
    if (!next.delete(seq)) next.add(seq)
    setOpen(next)
  }
  return (
    <div className="detail-events">
      <div className="detail-event-bar">
        <NamedSwitch label={words.explainAll} checked={explained} onChange={setExplained} />
      </div>
      <div className="detail-event-head" aria-hidden="true">
        <span />
        <span className="detail-end">{words.number}</span>
        <span>{words.event}</span>
        <span className="detail-end">{words.at}</span>
        <span className="detail-end">{words.between}</span>
        <span>{words.detail}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: the rows stand in wrappers of the window over them, which a real list forbids */}
      <div ref={setScroller} className="detail-event-list" role="list" aria-label={words.list} tabIndex={0}>
        <VirtualRows
          count={events.length}
          rowHeight={26}
          scroller={scroller}
          active={foundPlace ?? pointedPlace}
          renderRow={(index) => {
            const event = events[index]
            return (
              event && (
                <FoundScope scope="events" item={event.seq}>
                  <EventItem
                    event={event}
                    created={snapshot.marks.created}
                    before={events[index - 1]?.at}
                    open={open.has(event.seq)}
                    socket={snapshot.api === 'connectSocket'}
                    explained={explained}
                    rules={<LateEventRules source={source} snapshot={snapshot} seq={event.seq} />}
                    onToggle={() => toggle(event.seq)}
                  />
                </FoundScope>
              )
            )
          }}
        />
        {isPending(snapshot) && (
          <p className="detail-running">
            <span className="detail-pulse" aria-hidden="true" />
            {words.running}
          </p>
        )}
      </div>
    </div>
  )
}

/** Whether all events are explained: as it was chosen last. */
function useExplained(): readonly [boolean, (explained: boolean) => void] {
  const store = useContext(InspectorContext)?.store
  const [explained, setExplained] = useState(store?.getState().preferences.explained ?? false)
  const choose = (next: boolean) => {
    setExplained(next)
    store?.actions.setPreferences({ explained: next })
  }
  return [explained, choose]
}
