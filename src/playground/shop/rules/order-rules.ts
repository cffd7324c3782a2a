import type { Json } from '../../../contract/event/json.ts'
import { API_ORIGIN } from '../client/shop-origins.ts'
import { feedChunks } from '../data/feed-chunks.ts'
import { answerTemplate, type ShopRule } from './shop-rule.ts'

const payment = (status: 'waiting' | 'confirming' | 'paid'): Json => ({ id: '{{params.id}}', payment: status })

/** Ordering: the cart line goes as a form, the order as JSON, the payment is polled, the delivery is streamed. */
export const orderRules: readonly ShopRule[] = [
  {
    id: 'cart-line',
    name: { zh: '购物车 · 改数量', en: 'Cart · set quantity' },
    when: { method: 'POST', url: `${API_ORIGIN}/v1/cart/items` },
    respond: answerTemplate({ sku: '{{body.sku}}', quantity: '{{body.quantity | number}}' }, 80),
  },
  {
    id: 'order-create',
    name: { zh: '提交订单', en: 'Place an order' },
    when: { method: 'POST', url: `${API_ORIGIN}/v1/orders` },
    respond: answerTemplate(
      { id: 'HS-1122', receiver: '{{body.receiver}}', total: '{{body.total | number}}', gift: "{{body.gift | default 'none'}}" },
      360,
      { status: 201, headers: { Location: '/v1/orders/HS-1122' } },
    ),
  },
  {
    id: 'order-payment',
    name: { zh: '订单 · 查支付结果', en: 'Order · poll the payment' },
    when: { method: 'GET', url: `${API_ORIGIN}/v1/orders/:id` },
    respond: {
      mode: 'cycle',
      answers: [answerTemplate(payment('waiting'), 90), answerTemplate(payment('confirming'), 90), answerTemplate(payment('paid'), 90)],
    },
  },
  {
    id: 'order-feed',
    name: { zh: '订单 · 实时动态', en: 'Order · live feed' },
    when: { method: 'GET', url: `${API_ORIGIN}/v1/orders/:id/feed` },
    respond: {
      kind: 'response',
      headers: { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' },
      delay: 120,
      chunks: feedChunks,
    },
  },
]
