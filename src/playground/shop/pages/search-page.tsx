import { useEffect, useRef, useState } from 'react'
import type { RequestTask } from '../../../contract/wx/wx.ts'
import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import type { CallProblem } from '../client/shop-client.ts'
import { useShop } from '../client/shop-context.ts'
import { cardsIn, type TeaCard } from '../data/tea.ts'
import { EmptyNote } from '../parts/empty-note.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { TeaCardBones, TeaCardView } from '../parts/tea-card-view.tsx'

interface Found {
  readonly query: string
  readonly items: readonly TeaCard[]
}

/** Search as you type: every key sends a call and aborts the one before it, so that answers cannot overtake each other. */
export function SearchPage() {
  const words = useWords(shopWords)
  const { client } = useShop()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found>()
  const [problem, setProblem] = useState<CallProblem>()
  const [aborted, setAborted] = useState(0)
  const running = useRef<RequestTask>(undefined)

  const look = (text: string) => {
    setQuery(text)
    setProblem(undefined)
    if (running.current) {
      const old = running.current
      running.current = undefined
      old.abort()
      setAborted((count) => count + 1)
    }
    const wanted = text.trim().toLowerCase()
    if (wanted === '') return setFound(undefined)
    const task = client.call<{ items: readonly TeaCard[] }>(
      '/v1/search',
      { data: { q: wanted } },
      {
        success: (answer) => {
          running.current = undefined
          setFound({ query: text.trim(), items: cardsIn(answer) })
        },
        fail: (why) => {
          if (running.current !== task) return
          running.current = undefined
          setProblem(why)
        },
      },
    )
    running.current = task
  }

  useEffect(() => () => running.current?.abort(), [])

  const waiting = query.trim() !== '' && found?.query !== query.trim() && !problem
  return (
    <div className="search">
      <div className="search-box">
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path
            d="M8.5 3a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11zM12.8 12.8L17 17"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </svg>
        <input
          type="text"
          value={query}
          aria-label={words.search.label}
          placeholder={words.search.placeholder}
          enterKeyHint="search"
          onChange={(event) => look(event.target.value)}
        />
        {query !== '' && (
          <button type="button" aria-label={words.search.clear} onClick={() => look('')}>
            <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
              <path d="M6 6l8 8M14 6l-8 8" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
            </svg>
          </button>
        )}
      </div>
      <p className="search-note">{words.search.note}</p>
      {query.trim() === '' && (
        <>
          <h3 className="section-title">{words.search.ideas}</h3>
          <div className="ideas">
            {words.search.ideaList.map((idea) => (
              <button key={idea} type="button" className="family" onClick={() => look(idea)}>
                {idea}
              </button>
            ))}
          </div>
        </>
      )}
      {query.trim() !== '' && (
        <p className="search-count" role="status">
          <span>{found && !waiting ? words.search.found(found.items.length) : words.loading}</span>
          {aborted > 0 && <span>{words.search.aborted(aborted)}</span>}
        </p>
      )}
      {problem && <ProblemNote problem={problem} onRetry={() => look(query)} />}
      {waiting && !found && <TeaCardBones count={2} />}
      {found && !waiting && found.items.length === 0 && query.trim() !== '' && (
        <EmptyNote title={words.search.nothing(found.query)} line={words.search.nothingSub} />
      )}
      {found && found.items.length > 0 && query.trim() !== '' && (
        <ul className={waiting ? 'tea-grid is-stale' : 'tea-grid'}>
          {found.items.map((card) => (
            <TeaCardView key={card.id} card={card} />
          ))}
        </ul>
      )}
    </div>
  )
}
