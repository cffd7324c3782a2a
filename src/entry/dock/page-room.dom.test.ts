// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { createPageRoom } from './page-room.ts'

it('a docked panel has its room at one side of the page, beside what the page keeps there itself, and gives it back', () => {
  const page = document.createElement('div')
  page.style.setProperty('padding-bottom', '10px')
  document.body.append(page)
  const before = page.getAttribute('style')
  const room = createPageRoom(page)
  room.take('bottom', 300)
  room.take('bottom', 320)
  expect([page.style.paddingBottom, page.style.getPropertyPriority('padding-bottom')]).toEqual(['330px', 'important'])
  room.take('right', 400)
  expect([page.style.paddingBottom, page.style.paddingRight]).toEqual(['10px', '400px'])
  room.giveBack()
  room.giveBack()
  expect(page.getAttribute('style')).toBe(before)
})

it('a page without a style attribute has none afterwards', () => {
  const page = document.createElement('div')
  document.body.append(page)
  const room = createPageRoom(page)
  room.take('left', 300)
  room.giveBack()
  expect(page.hasAttribute('style')).toBe(false)
})
