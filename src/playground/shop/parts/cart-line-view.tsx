import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { TeaArt } from '../art/tea-art.tsx'
import { type CartLine, formatPrice } from '../client/cart.ts'
import { useShop } from '../client/shop-context.ts'

/** One line of the cart. Each press on the stepper posts the new quantity as a form. */
export function CartLineView({ line: { card, quantity } }: { line: CartLine }) {
  const words = useWords(shopWords)
  const { say, changeQuantity } = useShop()
  const name = say(card.name)
  return (
    <li className="cart-line">
      <TeaArt id={card.id} />
      <div>
        <p className="cart-line-name">{name}</p>
        <p className="cart-line-unit">{say(card.unit)}</p>
        <p className="cart-line-price">{formatPrice(card.price)}</p>
      </div>
      <fieldset className="stepper" aria-label={words.cart.quantity(name, quantity)}>
        <button type="button" aria-label={words.cart.less(name)} onClick={() => changeQuantity(card, -1)}>
          −
        </button>
        <span aria-hidden="true">{quantity}</span>
        <button type="button" aria-label={words.cart.plus(name)} onClick={() => changeQuantity(card, 1)}>
          +
        </button>
      </fieldset>
    </li>
  )
}
