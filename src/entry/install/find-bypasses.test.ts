import { expect, it } from 'vitest'
import { createWx } from '../shim.ts'
import { findBypasses } from './find-bypasses.ts'
import { installOn } from './install-on.ts'

const wx = createWx({ keepFiles: false })
type Page = { wx?: object; fetch?: unknown; XMLHttpRequest?: unknown }

/** The page does something before the inspector is installed, and something after. */
function look(before: (page: Page) => void, after: (page: Page) => void = () => {}) {
  const page: Page = { fetch: globalThis.fetch.bind(undefined) }
  before(page)
  const installation = installOn(page, { wx, handle: {}, replacing: ['request', 'uploadFile'] })
  after(page)
  return findBypasses({ installation, page, serviceWorker: 'active', activeSince: 0 }).map(({ code, detail }) => [code, detail])
}
const nothing = () => {}
const theirs = () => ({ request() {}, login() {} })

it('finds nothing on a page that replaces nothing, or assigns an object of its own', () => {
  expect(look(nothing)).toEqual([])
  for (const assign of [
    (page: Page) => void Object.assign(page, { wx: theirs() }),
    (page: Page) => void Reflect.set(page, 'wx', theirs()),
  ]) {
    expect([look(assign), look(nothing, assign), look(assign, assign)]).toEqual([[], [], []])
  }
})

it('names calls of wx that were replaced', () => {
  const replace = (page: Page) => void Object.assign(page.wx as object, theirs())
  expect(look(nothing, replace)).toEqual([['wx-replaced', 'wx.request']])
  expect(look(nothing, (page) => void Object.assign(page, { wx: Object.freeze(theirs()) }))).toEqual([
    ['wx-replaced', 'wx.request, wx.uploadFile'],
  ])
})

it('tells of fetch and XMLHttpRequest that are not those of the browser, before and after', () => {
  const assign = (page: Page) => void Object.assign(page, { fetch: async () => new Response(), XMLHttpRequest: class {} })
  const received = [['page-fetch-replaced', 'fetch, XMLHttpRequest']]
  expect([look(assign), look(nothing, assign)]).toEqual([received, received])
})
