import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import { VirtualRows } from '../../parts/virtual-rows.tsx'
import { socketWords } from '../../words/socket-words.ts'
import { useWords } from '../../words/words.ts'
import type { Message } from './message-index.ts'
import { MessageRow } from './message-row.tsx'

const ROW_HEIGHT = 26
/** Rows that Page Up and Page Down move by. */
const PAGE = 10
/** px from the end within which the list counts as being there. */
const NEAR_THE_END = 4

interface MessageListProps {
  readonly events: readonly TaskEvent[]
  /** Which of the events are shown. */
  readonly places: readonly number[]
  readonly chosen: number | undefined
  readonly onChoose: (place: number) => void
  readonly startedAt: number
}

/** The messages as a list to choose from. It follows what comes while it stands at its end, and keeps its place otherwise. */
export function MessageList({ events, places, chosen, onChoose, startedAt }: MessageListProps) {
  const words = useWords(socketWords)
  const prefix = useId()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const atEnd = useRef(true)
  const active = chosen === undefined ? -1 : places.indexOf(chosen)
  // Lists of messages grow at their end, and only there.
  const count = places.length

  useLayoutEffect(() => {
    if (count > 0 && atEnd.current && scroller) scroller.scrollTop = scroller.scrollHeight
  }, [count, scroller])

  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + PAGE, PageUp: active - PAGE, Home: 0, End: count - 1 }[
      event.key
    ]
    if (next === undefined) return
    event.preventDefault()
    const row = Math.min(Math.max(next, 0), count - 1)
    const place = places[row]
    if (place !== undefined) onChoose(place)
  }

  return (
    <div
      ref={setScroller}
      className="messages-list"
      role="listbox"
      aria-label={words.list}
      aria-activedescendant={active < 0 ? undefined : `${prefix}${active}`}
      tabIndex={0}
      onKeyDown={press}
      onScroll={({ currentTarget: { clientHeight, scrollHeight, scrollTop } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight <= NEAR_THE_END
      }}
    >
      <VirtualRows
        count={count}
        rowHeight={ROW_HEIGHT}
        uniform
        scroller={scroller}
        active={active < 0 ? undefined : active}
        renderRow={(row) => {
          const place = places[row]
          const message = place === undefined ? undefined : (events[place] as Message | undefined)
          return (
            place !== undefined &&
            message && (
              <MessageRow
                id={`${prefix}${row}`}
                message={message}
                position={row + 1}
                count={count}
                selected={row === active}
                startedAt={startedAt}
                onChoose={() => onChoose(place)}
              />
            )
          )
        }}
      />
    </div>
  )
}
