import { describe, expect, it } from 'vitest'
import { moveTo, pathOf, START } from './navigation.ts'

describe('navigation in the shop', () => {
  it('keeps a tab alive once it was opened', () => {
    const place = ['cart', 'home', 'cart'].reduce((at, tab) => moveTo(at, { to: 'tab', tab: tab as 'cart' | 'home' }), START)
    expect(place).toMatchObject({ tab: 'cart', opened: ['home', 'cart'], stack: [] })
  })

  it('closes the pages above when a tab is chosen', () => {
    const over = moveTo(START, { to: 'page', page: { page: 'tea', id: 'longjing' } })
    expect(over.stack).toHaveLength(1)
    expect(moveTo(over, { to: 'tab', tab: 'me' }).stack).toEqual([])
  })

  it('replaces the page on top without growing the way back', () => {
    const over = moveTo(START, { to: 'page', page: { page: 'sign-in' } })
    const replaced = moveTo(over, { to: 'instead', page: { page: 'order', id: 'HS-1122', fresh: true } })
    expect(replaced.stack).toEqual([{ page: 'order', id: 'HS-1122', fresh: true }])
    expect(moveTo(replaced, { to: 'back' })).toEqual(START)
  })

  it('stays where it is when there is nothing to go back to', () => {
    expect(moveTo(START, { to: 'back' })).toEqual(START)
  })
})

it('loads what is open again, and nothing that was open before', () => {
  const cart = moveTo(START, { to: 'tab', tab: 'cart' })
  const tea = moveTo(cart, { to: 'page', page: { page: 'tea', id: 'longjing' } })
  expect(moveTo(tea, { to: 'anew' })).toEqual({ ...tea, opened: ['cart'], round: 1 })
})

it('names the page on top as a mini-program does', () => {
  expect(pathOf(START)).toBe('pages/home/index')
  expect(pathOf(moveTo(START, { to: 'page', page: { page: 'tea', id: 'longjing' } }))).toBe('pages/tea/index?id=longjing')
})
