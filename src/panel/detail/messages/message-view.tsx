import { X } from 'lucide-react'
import { clipText, formatCount } from '../../parts/format.ts'
import { FoundScope } from '../../parts/found/found-context.tsx'
import { detailWords } from '../../words/detail-words.ts'
import { socketWords } from '../../words/socket-words.ts'
import { useWords } from '../../words/words.ts'
import { contentOf } from '../body/body-content.ts'
import { BodyView } from '../body/body-view.tsx'
import { OmittedBody } from '../body/omitted-body.tsx'
import type { Message } from './message-index.ts'

interface MessageViewProps {
  readonly message: Message
  readonly number: number
  readonly onClose: () => void
}

/** What is in one message: as JSON, text or bytes. */
export function MessageView({ message, number, onClose }: MessageViewProps) {
  const words = useWords(socketWords)
  const { size } = useWords(detailWords).response
  const { body } = message
  const content = contentOf(body)
  const threw = message.type === 'message-received' ? message.listeners.filter((call) => call.threw !== undefined) : []
  return (
    <section className="messages-view" aria-label={words.message(formatCount(number))}>
      <button
        type="button"
        className="part-icon-button messages-view-close"
        aria-label={words.closeMessage}
        title={words.closeMessage}
        onClick={onClose}
      >
        <X size={14} aria-hidden="true" />
      </button>
      {message.type === 'message-refused' && (
        <p className="part-note">
          {words.refused} <code>{clipText(message.errMsg)}</code>
        </p>
      )}
      {message.type === 'message-sent' && message.by === 'panel' && <p className="part-note">{words.byPanel}</p>}
      {threw.map((call, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a call is its place in the order of calls, of which two may come in one moment
        <p key={index} className="detail-listener" data-threw="true">
          {words.listenerThrew(call.listener, clipText(call.threw ?? ''))}
        </p>
      ))}
      {content && (
        <FoundScope scope="messages" item={message.seq}>
          <BodyView content={content} mime="" fileName={`message-${number}`} />
        </FoundScope>
      )}
      {body.kind === 'omitted' && <OmittedBody body={body} />}
      {body.kind === 'none' && (
        <p className="part-note">
          {words.emptyText} · {size}: 0
        </p>
      )}
    </section>
  )
}
