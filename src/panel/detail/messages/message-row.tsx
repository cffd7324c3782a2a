import { memo } from 'react'
import { formatExactMoment, formatExactSize, formatMoment, formatSize } from '../../parts/format.ts'
import { detailWords } from '../../words/detail-words.ts'
import { socketWords } from '../../words/socket-words.ts'
import { useWords } from '../../words/words.ts'
import type { Message } from './message-index.ts'

/** Characters of a text that a row has room for. */
const PREVIEW = 240

const ARROWS: Readonly<Record<Message['type'], string>> = { 'message-sent': '↑', 'message-received': '↓', 'message-refused': '✕' }

interface MessageRowProps {
  readonly id: string
  readonly message: Message
  /** From 1, among those that are shown. */
  readonly position: number
  readonly count: number
  readonly selected: boolean
  /** Wall time at 0 on the clock of the events. */
  readonly startedAt: number
  readonly onChoose: () => void
}

/** One message on one line. */
export const MessageRow = memo(
  function MessageRow({ id, message, position, count, selected, startedAt, onChoose }: MessageRowProps) {
    const words = useWords(socketWords)
    const moment = startedAt + message.at
    const threw = message.type === 'message-received' && message.listeners.some((call) => call.threw !== undefined)
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the list, which has the focus
      // biome-ignore lint/a11y/useFocusableInteractive: the list points at its row by aria-activedescendant
      <div
        id={id}
        role="option"
        className="message"
        aria-selected={selected}
        aria-posinset={position}
        aria-setsize={count}
        data-way={message.type}
        data-threw={threw || undefined}
        onClick={onChoose}
      >
        <span className="message-arrow" role="img" aria-label={words.way[message.type]} title={words.way[message.type]}>
          {ARROWS[message.type]}
        </span>
        <span className="message-time" title={formatExactMoment(moment)}>
          {formatMoment(moment)}
        </span>
        <span className="message-size" title={formatExactSize(message.body.size)}>
          {formatSize(message.body.size)}
        </span>
        <span className="message-content" data-form={message.form}>
          <Preview message={message} />
        </span>
      </div>
    )
  },
  (before, after) =>
    before.message === after.message &&
    before.selected === after.selected &&
    before.position === after.position &&
    before.id === after.id &&
    before.startedAt === after.startedAt,
)

function Preview({ message: { body, form } }: { readonly message: Message }) {
  const words = useWords(socketWords)
  const { omission } = useWords(detailWords).response
  switch (body.kind) {
    case 'text':
      return body.text.slice(0, PREVIEW)
    case 'base64':
      return `${words.binary} · ${hexOf(body.base64)}`
    case 'none':
      return <em>{form === 'text' ? words.emptyText : words.binary}</em>
    case 'omitted':
      return <em>{omission[body.why]}</em>
  }
}

/** The first bytes, as much as a line holds. */
function hexOf(base64: string): string {
  const start = base64.slice(0, 32)
  return (
    Array.from(atob(start), (character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join(' ') +
    (base64.length > 32 ? ' …' : '')
  )
}
