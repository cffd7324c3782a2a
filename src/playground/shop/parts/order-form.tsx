import { useState } from 'react'
import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { formatPrice } from '../client/cart.ts'
import { useShop } from '../client/shop-context.ts'

/** Where to, and how much. Posts the order as JSON and goes on to its page. */
export function OrderForm({ goods, shipping }: { goods: number; shipping: number }) {
  const words = useWords(shopWords)
  const { client, cart, go, tell, emptyCart } = useShop()
  const [receiver, setReceiver] = useState(words.cart.receiverValue)
  const [address, setAddress] = useState(words.cart.addressValue)
  const [gift, setGift] = useState(true)
  const [busy, setBusy] = useState(false)

  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    setBusy(true)
    client.call<{ id: string }>(
      '/v1/orders',
      {
        method: 'POST',
        data: {
          receiver,
          address,
          ...(gift ? { gift: 'kraft' } : {}),
          total: goods + shipping,
          items: cart.map((line) => ({ sku: line.card.id, quantity: line.quantity })),
        },
      },
      {
        success: (order) => {
          setBusy(false)
          emptyCart()
          go({ to: 'page', page: { page: 'order', id: order.id, fresh: true } })
        },
        fail: (problem) => {
          setBusy(false)
          tell(problem.errMsg)
        },
      },
    )
  }

  return (
    <form className="card order-form" onSubmit={submit}>
      <h3>{words.cart.delivery}</h3>
      <label className="field">
        <span>{words.cart.receiver}</span>
        <input required value={receiver} autoComplete="off" onChange={(event) => setReceiver(event.target.value)} />
      </label>
      <label className="field">
        <span>{words.cart.address}</span>
        <input required value={address} autoComplete="off" onChange={(event) => setAddress(event.target.value)} />
      </label>
      <label className="check">
        <input type="checkbox" checked={gift} onChange={(event) => setGift(event.target.checked)} />
        <span>{words.cart.gift}</span>
      </label>
      <dl className="sums">
        <dt>{words.cart.goods}</dt>
        <dd>{formatPrice(goods)}</dd>
        <dt>{words.cart.shipping}</dt>
        <dd>{shipping === 0 ? words.cart.free : formatPrice(shipping)}</dd>
        <dt className="is-total">{words.cart.total}</dt>
        <dd className="is-total">{formatPrice(goods + shipping)}</dd>
      </dl>
      <button type="submit" className="button is-wide" disabled={busy}>
        {busy ? words.cart.submitting : words.cart.submit}
      </button>
    </form>
  )
}
