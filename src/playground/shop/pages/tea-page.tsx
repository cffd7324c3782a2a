import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { groundOf, TeaArt } from '../art/tea-art.tsx'
import { formatPrice } from '../client/cart.ts'
import { useShop } from '../client/shop-context.ts'
import { useCall } from '../client/use-call.ts'
import { cardOf, type Tea } from '../data/tea.ts'
import { OriginPicture } from '../parts/origin-picture.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'

type TeaAnswer = Tea & { readonly picture: string }

/** One product: its picture, its story, how to brew it, where it comes from. */
export function TeaPage({ id }: { id: string }) {
  const words = useWords(shopWords)
  const { client, say, changeQuantity, tell, go } = useShop()
  const { state, retry } = useCall<TeaAnswer>(id, (listeners) => client.call(`/v1/teas/${id}`, {}, listeners))

  if (state.status === 'failed') return <ProblemNote problem={state.problem} onRetry={retry} />
  const tea = state.status === 'done' ? state.data : undefined

  return (
    <>
      <div className="tea-stage" style={{ backgroundColor: groundOf(id) }}>
        <TeaArt id={id} />
      </div>
      {tea ? (
        <article className="tea-body">
          <header className="tea-head">
            <h3>{say(tea.name)}</h3>
            <p className="tea-taste">{say(tea.taste)}</p>
            <p className="tea-price">
              <b>{formatPrice(tea.price)}</b> <small>{say(tea.unit)}</small>
            </p>
          </header>
          <h4>{words.tea.story}</h4>
          <p className="tea-story">{say(tea.story)}</p>
          {tea.brew && (
            <>
              <h4>{words.tea.brew}</h4>
              <dl className="brew">
                <div>
                  <dt>{words.tea.grams}</dt>
                  <dd>{tea.brew.grams} g</dd>
                </div>
                <div>
                  <dt>{words.tea.water}</dt>
                  <dd>{tea.brew.celsius} ℃</dd>
                </div>
                <div>
                  <dt>{words.tea.steep}</dt>
                  <dd>{words.tea.seconds(tea.brew.seconds)}</dd>
                </div>
              </dl>
            </>
          )}
          <h4>{words.tea.origin}</h4>
          <OriginPicture url={tea.picture} alt={words.tea.picture(say(tea.origin))} caption={say(tea.origin)} />
        </article>
      ) : (
        <div className="tea-body" role="status" aria-label={words.loading}>
          <span className="bone is-title" />
          <span className="bone is-short" />
          <span className="bone" />
          <span className="bone" />
          <span className="bone is-picture" />
        </div>
      )}
      <div className="buy-bar">
        <button
          type="button"
          className="button is-quiet"
          disabled={!tea}
          onClick={() => {
            if (!tea) return
            changeQuantity(cardOf(tea), 1)
            tell(words.added(say(tea.name)))
          }}
        >
          {words.tea.addToCart}
        </button>
        <button
          type="button"
          className="button"
          disabled={!tea}
          onClick={() => {
            if (!tea) return
            changeQuantity(cardOf(tea), 1)
            go({ to: 'tab', tab: 'cart' })
          }}
        >
          {words.tea.buy}
        </button>
      </div>
    </>
  )
}
