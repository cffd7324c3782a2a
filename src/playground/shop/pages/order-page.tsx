import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { useShop } from '../client/shop-context.ts'
import { useOrderFeed } from '../client/use-order-feed.ts'
import { usePayment } from '../client/use-payment.ts'

/** An order: the payment is asked for until it is there, then the delivery is told live, chunk by chunk. */
export function OrderPage({ id, fresh }: { id: string; fresh: boolean }) {
  const words = useWords(shopWords)
  const { say } = useShop()
  const payment = usePayment(id, fresh)
  const feed = useOrderFeed(id, payment === 'paid')

  return (
    <div className="order">
      <header className="card order-head">
        <p className="order-title">{fresh ? words.order.thanks : words.me.lastOrder}</p>
        <p className="order-number">{words.order.number(id)}</p>
        <p className={payment === 'paid' ? 'order-payment is-paid' : 'order-payment'} role="status">
          {payment === 'paid' ? words.order.payment.paid : payment === 'asking' ? words.order.payment.asking : payment}
        </p>
      </header>
      <section className="card feed" aria-label={words.order.feed}>
        <header className="feed-head">
          <h3>{words.order.feed}</h3>
          <span className={feed.status === 'running' ? 'feed-count is-live' : 'feed-count'}>{words.order.chunks(feed.chunks)}</span>
        </header>
        {feed.steps.length === 0 && feed.status === 'running' && <p className="feed-wait">{words.order.waiting}</p>}
        <ol className="feed-steps" aria-live="polite">
          {feed.steps.map((step) => (
            <li key={step.step}>{say(step.text)}</li>
          ))}
        </ol>
        {feed.status !== 'running' && feed.status !== 'waiting' && (
          <p className="feed-end">{feed.status === 'finished' ? words.order.finished : feed.status}</p>
        )}
        {feed.status === 'running' ? (
          <button type="button" className="button is-quiet is-wide" onClick={feed.stop}>
            {words.order.stop}
          </button>
        ) : (
          feed.status !== 'waiting' && (
            <button type="button" className="button is-quiet is-wide" onClick={feed.again}>
              {words.order.again}
            </button>
          )
        )}
      </section>
    </div>
  )
}
