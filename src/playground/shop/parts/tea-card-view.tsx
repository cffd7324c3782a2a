import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { TeaArt } from '../art/tea-art.tsx'
import { formatPrice } from '../client/cart.ts'
import { useShop } from '../client/shop-context.ts'
import type { TeaCard } from '../data/tea.ts'

/** A product in a list: the whole card opens it, the round button puts it into the cart. */
export function TeaCardView({ card }: { card: TeaCard }) {
  const words = useWords(shopWords)
  const { say, go, changeQuantity, tell } = useShop()
  const name = say(card.name)
  return (
    <li className="tea-card">
      <button type="button" className="tea-card-open" onClick={() => go({ to: 'page', page: { page: 'tea', id: card.id } })}>
        <TeaArt id={card.id} />
        <span className="tea-card-name">{name}</span>
        <span className="tea-card-taste">{say(card.taste)}</span>
        <span className="tea-card-price">
          <b>{formatPrice(card.price)}</b> <small>{say(card.unit)}</small>
        </span>
      </button>
      <button
        type="button"
        className="tea-card-add"
        aria-label={words.add(name)}
        onClick={() => {
          changeQuantity(card, 1)
          tell(words.added(name))
        }}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M8 2.5v11M2.5 8h11" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      </button>
    </li>
  )
}

/** Grey shapes where cards will be, so that nothing moves when they come. */
export function TeaCardBones({ count }: { count: number }) {
  const words = useWords(shopWords)
  return (
    <div className="tea-grid" role="status" aria-label={words.loading}>
      {Array.from({ length: count }, (_, index) => `bones-${index}`).map((key) => (
        <div key={key} className="tea-card is-bones" aria-hidden="true">
          <span className="bone is-picture" />
          <span className="bone" />
          <span className="bone is-short" />
        </div>
      ))}
    </div>
  )
}
