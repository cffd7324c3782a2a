import { useCallback, useEffect, useRef, useState } from 'react'
import type { RequestTask } from '../../../contract/wx/wx.ts'
import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { placePictures } from '../art/places.ts'
import type { CallProblem } from '../client/shop-client.ts'
import { useShop } from '../client/shop-context.ts'
import { CATEGORIES, type Category, cardsIn, type TeaCard } from '../data/tea.ts'
import { EmptyNote } from '../parts/empty-note.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { TeaCardBones, TeaCardView } from '../parts/tea-card-view.tsx'

interface ListAnswer {
  readonly pages: number
  readonly items: readonly TeaCard[]
}

const HERO = `data:image/svg+xml,${encodeURIComponent(placePictures.lakeside)}`

/** The counter: a banner, the kinds of tea, and a list that comes page by page. */
export function HomePage() {
  const words = useWords(shopWords)
  const { go } = useShop()
  const [family, setFamily] = useState<Category | 'all'>('all')
  const list = useTeaList(family)

  return (
    <>
      <button type="button" className="hero" onClick={() => go({ to: 'page', page: { page: 'tea', id: 'longjing' } })}>
        <img src={HERO} alt="" />
        <span className="hero-text">
          <span className="hero-sub">{words.hero.sub}</span>
          <strong className="hero-line">{words.hero.line}</strong>
          <span className="hero-action">{words.hero.action}</span>
        </span>
      </button>
      <fieldset className="families" aria-label={words.familyBar}>
        {(['all', ...CATEGORIES] as const).map((each) => (
          <button key={each} type="button" className="family" aria-pressed={each === family} onClick={() => setFamily(each)}>
            {words.families[each]}
          </button>
        ))}
      </fieldset>
      <h3 className="section-title">{words.list}</h3>
      {list.items.length > 0 && (
        <ul className="tea-grid">
          {list.items.map((card) => (
            <TeaCardView key={card.id} card={card} />
          ))}
        </ul>
      )}
      {list.loading && list.items.length === 0 && <TeaCardBones count={4} />}
      {list.problem && <ProblemNote problem={list.problem} onRetry={list.load} />}
      {!list.loading && !list.problem && list.items.length === 0 && (
        <EmptyNote title={words.listEmpty} line={words.listEmptySub}>
          <button type="button" className="button is-quiet" onClick={() => (family === 'all' ? list.load() : setFamily('all'))}>
            {family === 'all' ? words.lookAgain : words.seeAll}
          </button>
        </EmptyNote>
      )}
      {!list.problem && list.items.length > 0 && (
        <div className="list-foot">
          {list.ended ? (
            <p>{words.end}</p>
          ) : (
            <button type="button" className="button is-quiet" disabled={list.loading} onClick={list.load}>
              {list.loading ? words.loadingMore : words.more}
            </button>
          )}
        </div>
      )}
    </>
  )
}

/** The list as far as it was fetched. `load` gets the next page, or the one that failed. */
function useTeaList(family: Category | 'all') {
  const { client } = useShop()
  const [items, setItems] = useState<readonly TeaCard[]>([])
  const [loading, setLoading] = useState(true)
  const [ended, setEnded] = useState(false)
  const [problem, setProblem] = useState<CallProblem>()
  const page = useRef(0)
  const running = useRef<RequestTask>(undefined)

  const load = useCallback(() => {
    setLoading(true)
    setProblem(undefined)
    const task = client.call<ListAnswer>(
      '/v1/teas',
      { data: family === 'all' ? { page: page.current + 1, size: 6 } : { category: family } },
      {
        success: (answer) => {
          const came = cardsIn(answer)
          const asked = page.current + 1
          // An empty first page is asked for again by the same button.
          if (came.length > 0) page.current = asked
          setItems((before) => (asked === 1 ? came : [...before, ...came]))
          setEnded(came.length === 0 || !(asked < answer.pages))
          setLoading(false)
        },
        fail: (why) => {
          // Aborted by the effect below: another list is on its way, and this one has no say any more.
          if (running.current !== task) return
          setProblem(why)
          setLoading(false)
        },
      },
    )
    running.current = task
  }, [client, family])

  useEffect(() => {
    page.current = 0
    setItems([])
    setEnded(false)
    load()
    return () => {
      const task = running.current
      running.current = undefined
      task?.abort()
    }
  }, [load])

  return { items, loading, ended, problem, load }
}
