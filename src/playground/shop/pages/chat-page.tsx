import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { useShop } from '../client/shop-context.ts'
import { useChat } from '../client/use-chat.ts'
import { ShopSeal } from '../parts/shop-seal.tsx'

/** Questions to the keeper over a WebSocket. Each line is a message in the inspector; saying goodbye makes the server close. */
export function ChatPage() {
  const words = useWords(shopWords).chat
  const { say } = useShop()
  const chat = useChat('tea')
  const [text, setText] = useState('')
  const end = useRef<HTMLDivElement>(null)
  const open = chat.status === 'open'

  // biome-ignore lint/correctness/useExhaustiveDependencies: the end moves with every line.
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [chat.lines.length, chat.status])

  return (
    <div className="chat">
      <ol className="chat-lines" aria-live="polite" aria-label={words.lines}>
        {chat.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
          <li key={index} className={line.from === 'guest' ? 'chat-line is-guest' : 'chat-line'}>
            {line.from === 'keeper' && <ShopSeal size={32} />}
            <p>{typeof line.text === 'string' ? line.text : say(line.text)}</p>
          </li>
        ))}
      </ol>
      <p className="chat-status" role="status">
        {chat.status === 'closed' ? words.closed(chat.ending) : words[chat.status]}
      </p>
      <div className="chat-end" ref={end} />
      <div className="chat-bar">
        {open ? (
          <ul className="chat-ideas" aria-label={words.ideas}>
            {words.ideaList.map((idea) => (
              <li key={idea}>
                <button type="button" onClick={() => chat.send(idea)}>
                  {idea}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          chat.status === 'closed' && (
            <button type="button" className="button is-quiet is-wide" onClick={chat.again}>
              {words.again}
            </button>
          )
        )}
        <form
          className="chat-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() === '') return
            chat.send(text.trim())
            setText('')
          }}
        >
          <input
            aria-label={words.label}
            placeholder={words.placeholder}
            disabled={!open}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="button" disabled={!open}>
            {words.send}
          </button>
        </form>
      </div>
    </div>
  )
}
