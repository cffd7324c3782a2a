import { useEffect, useState } from 'react'
import { useShop } from './shop-context.ts'

/** ms between two questions. */
const PAUSE = 500

/** `asking`, then `paid`; or, when a question failed, what `fail` said. An old order was paid long ago. */
export function usePayment(id: string, fresh: boolean): 'asking' | 'paid' | (string & {}) {
  const { client } = useShop()
  const [payment, setPayment] = useState<string>(fresh ? 'asking' : 'paid')

  useEffect(() => {
    if (!fresh) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let closed = false
    const ask = () =>
      client.call<{ payment: string }>(
        `/v1/orders/${id}`,
        {},
        {
          success: (order) => {
            if (closed) return
            if (order.payment === 'paid') setPayment('paid')
            else timer = setTimeout(() => (running = ask()), PAUSE)
          },
          fail: (problem) => !closed && setPayment(problem.errMsg),
        },
      )
    let running = ask()
    return () => {
      closed = true
      clearTimeout(timer)
      running?.abort()
    }
  }, [client, id, fresh])

  return payment
}
