import { describe, expect, it } from 'vitest'
import { cardOf } from '../data/tea.ts'
import { teas } from '../data/teas.ts'
import { changeCart, countOf, formatPrice, priceOf, quantityOf, shippingFor } from './cart.ts'

const [first, second] = teas.map(cardOf) as [ReturnType<typeof cardOf>, ReturnType<typeof cardOf>]

describe('the cart', () => {
  it('adds to a line that is there and puts a new product last', () => {
    const cart = [first, second, first].reduce((lines, card) => changeCart(lines, { card, by: 1 }), changeCart([], { card: first, by: 0 }))
    expect(cart.map((line) => [line.card.id, line.quantity])).toEqual([
      [first.id, 2],
      [second.id, 1],
    ])
    expect(countOf(cart)).toBe(3)
    expect(priceOf(cart)).toBe(first.price * 2 + second.price)
  })

  it('drops a line at nothing and never goes below', () => {
    const cart = changeCart([{ card: first, quantity: 1 }], { card: first, by: -3 })
    expect(cart).toEqual([])
    expect(quantityOf(cart, first.id)).toBe(0)
  })

  it('ships free from the limit on, and for an empty cart', () => {
    const terms = { shipping: 1200, freeFrom: 19900 }
    expect([0, 19899, 19900].map((price) => shippingFor(price, terms))).toEqual([0, 1200, 0])
  })

  it('writes whole prices without decimals, and groups thousands', () => {
    expect([16800, 1280, 5, 999999900, 123456789].map(formatPrice)).toEqual(['¥168', '¥12.80', '¥0.05', '¥9,999,999', '¥1,234,567.89'])
  })

  it('writes a dash for a price that is no number', () => {
    expect([Number.NaN, undefined as unknown as number, null as unknown as number].map(formatPrice)).toEqual(['¥–', '¥–', '¥–'])
  })
})
