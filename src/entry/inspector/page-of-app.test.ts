import { afterEach, expect, it } from 'vitest'
import { createInspector } from '../inspector.ts'
import { pageOfApp } from './page-of-app.ts'

const location = { pathname: '/shop/', hash: '' }

it.each([
  [
    'the last of its pages',
    { getCurrentPages: () => [{ route: 'pages/home/index' }, { route: 'pages/tea/index?id=1' }], location },
    'pages/tea/index',
  ],
  [
    'the route in the hash, where there are no pages',
    { getCurrentPages: () => [], location: { ...location, hash: '#/pages/cart/index?a=1' } },
    'pages/cart/index',
  ],
  ['the path of the address, where its hash is no route', { location: { ...location, hash: '#top' } }, '/shop/'],
  ['nothing outside of a page', {}, undefined],
  [
    'nothing where asking fails',
    {
      getCurrentPages: () => {
        throw new Error('not yet')
      },
      location,
    },
    undefined,
  ],
])('tells of the page of an app %s', (_what, scope, page) => {
  expect(pageOfApp(scope)).toBe(page)
})

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'getCurrentPages')
})

it('records the page in which a call was made', async () => {
  const inspector = createInspector({ settings: { urlCheck: false, unmatched: 'fail' }, serviceWorker: false })
  Object.assign(globalThis, { getCurrentPages: () => [{ route: 'pages/home/index' }] })
  inspector.wx.request({ url: 'https://api.example.com/v1/teas' })
  Object.assign(globalThis, { getCurrentPages: () => [{ route: 'pages/tea/index' }] })
  inspector.wx.request({ url: 'https://api.example.com/v1/teas' })
  expect(inspector.tasks().map(({ page }) => page)).toEqual(['pages/home/index', 'pages/tea/index'])
  await inspector.dispose()
})
