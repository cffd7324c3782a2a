import { expect, it } from 'vitest'
import { takePlaceInPage } from './place-in-page.ts'

it('numbers the inspectors of a page, and gives a released place to the next one', () => {
  const page = {}
  const first = takePlaceInPage(page)
  const second = takePlaceInPage(page)
  expect([first.name, second.name]).toEqual(['', '/1'])
  first.release()
  expect(takePlaceInPage(page).name).toBe('')
  expect(takePlaceInPage(page).name).toBe('/2')
})

it('tells frames of one tab apart by their path', () => {
  const frame = (pathname: string) => {
    const page = { location: { pathname }, parent: {} }
    return takePlaceInPage({ ...page, self: page }).name
  }
  const top = { location: { pathname: '/' } }
  expect(takePlaceInPage(Object.assign(top, { self: top, parent: top })).name).toBe('')
  expect([frame('/a'), frame('/b')]).toEqual([' in /a', ' in /b'])
})
