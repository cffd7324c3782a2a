import type { TeaCard } from '../data/tea.ts'

export interface CartLine {
  readonly card: TeaCard
  readonly quantity: number
}

export type Cart = readonly CartLine[]

/** Adds to a line or takes from it; a new product goes to the end, a line at nothing goes away. */
export function changeCart(cart: Cart, { card, by }: { readonly card: TeaCard; readonly by: number }): Cart {
  const known = cart.some((line) => line.card.id === card.id)
  const lines = known ? cart : [...cart, { card, quantity: 0 }]
  return lines
    .map((line) => (line.card.id === card.id ? { ...line, quantity: Math.max(0, line.quantity + by) } : line))
    .filter((line) => line.quantity > 0)
}

export function quantityOf(cart: Cart, id: string): number {
  return cart.find((line) => line.card.id === id)?.quantity ?? 0
}

export function countOf(cart: Cart): number {
  return cart.reduce((count, line) => count + line.quantity, 0)
}

/** In fen. */
export function priceOf(cart: Cart): number {
  return cart.reduce((sum, line) => sum + line.card.price * line.quantity, 0)
}

/** In fen: nothing above the limit of free shipping, and nothing for nothing. */
export function shippingFor(price: number, terms: { readonly shipping: number; readonly freeFrom: number }): number {
  return price === 0 || price >= terms.freeFrom ? 0 : terms.shipping
}

const yuan = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
const yuanAndFen = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** `¥168`, `¥12.80` or `¥9,999,999`, as shop windows write it. What is no number, as a mock may answer, is `¥–`. */
export function formatPrice(fen: number): string {
  if (!Number.isFinite(fen)) return '¥–'
  return `¥${(fen % 100 === 0 ? yuan : yuanAndFen).format(fen / 100)}`
}
