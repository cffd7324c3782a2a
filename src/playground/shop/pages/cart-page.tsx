import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { priceOf, shippingFor } from '../client/cart.ts'
import { useShop } from '../client/shop-context.ts'
import { useCall } from '../client/use-call.ts'
import type { Bilingual } from '../data/tea.ts'
import { CartLineView } from '../parts/cart-line-view.tsx'
import { EmptyNote } from '../parts/empty-note.tsx'
import { OrderForm } from '../parts/order-form.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'

interface Terms {
  readonly shipping: number
  readonly freeFrom: number
  readonly note: Bilingual
}

/** The cart. Shipping is for members to see: a stranger's call is answered with 401, and the page says so. */
export function CartPage() {
  const words = useWords(shopWords)
  const { client, cart, go, say, signedIn } = useShop()
  const { state, retry } = useCall<Terms>(String(signedIn), (listeners) => client.call('/v1/cart', {}, listeners))

  if (cart.length === 0) {
    return (
      <EmptyNote title={words.cart.empty} line={words.cart.emptySub}>
        <button type="button" className="button" onClick={() => go({ to: 'tab', tab: 'home' })}>
          {words.cart.goHome}
        </button>
      </EmptyNote>
    )
  }

  const refused = state.status === 'failed' && state.problem.statusCode === 401
  return (
    <div className="cart">
      <ul className="cart-lines">
        {cart.map((line) => (
          <CartLineView key={line.card.id} line={line} />
        ))}
      </ul>
      {state.status === 'loading' && <span className="bone is-block" role="status" aria-label={words.loading} />}
      {refused && (
        <div className="card sign-in-first">
          <p>{words.cart.signInFirst}</p>
          <button type="button" className="button" onClick={() => go({ to: 'page', page: { page: 'sign-in' } })}>
            {words.me.signIn}
          </button>
        </div>
      )}
      {state.status === 'failed' && !refused && <ProblemNote problem={state.problem} onRetry={retry} />}
      {state.status === 'done' && (
        <>
          <p className="cart-note">{say(state.data.note)}</p>
          <OrderForm goods={priceOf(cart)} shipping={shippingFor(priceOf(cart), state.data)} />
        </>
      )}
    </div>
  )
}
