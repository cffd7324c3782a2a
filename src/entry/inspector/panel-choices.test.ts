import { expect, it } from 'vitest'
import { Notices } from './notices.ts'
import { createPanelChoices } from './panel-choices.ts'

function createStorage() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

it('keeps how a person left the drawer of a project over visits', () => {
  const storage = createStorage()
  const visit = (appid: string) =>
    createPanelChoices(
      () => storage,
      () => appid,
    )
  expect([visit('a').open, visit('a').dock]).toEqual([undefined, {}])
  visit('a').choose({ open: false })
  visit('a').choose({ height: 300 })
  visit('a').choose({ place: 'window', home: 'right' })
  visit('a').choose({ box: { left: 1, top: 2, width: 400, height: 300 } })
  expect([visit('a').open, visit('a').dock]).toEqual([
    false,
    { place: 'window', home: 'right', height: 300, box: { left: 1, top: 2, width: 400, height: 300 } },
  ])
  expect([visit('b').open, visit('b').dock]).toEqual([undefined, {}])
})

it('takes no notice of what it has not written itself', () => {
  const storage = createStorage()
  storage.setItem(
    'wx-request-inspector/panel/a',
    '{"version":2,"choices":{"open":"maybe","height":-1,"width":"wide","place":"ceiling","home":"window","box":{"left":"x"},"putAway":7}}',
  )
  const choices = createPanelChoices(
    () => storage,
    () => 'a',
  )
  expect([choices.open, choices.dock, choices.isPutAway({ code: 'no-service-worker' })]).toEqual([undefined, {}, false])
})

it('keeps away on the next visit what is so on every visit, and says again what is news', () => {
  const storage = createStorage()
  const visit = () =>
    new Notices(
      () => {},
      createPanelChoices(
        () => storage,
        () => 'a',
      ),
    )
  const first = visit()
  first.add({ code: 'no-service-worker' })
  first.add({ code: 'tasks-dropped' })
  first.add({ code: 'other-service-worker', detail: '/one.js' })
  for (const { code } of first.shown) first.dismiss(code)
  const next = visit()
  next.add({ code: 'no-service-worker' })
  next.add({ code: 'tasks-dropped' })
  next.add({ code: 'other-service-worker', detail: '/two.js' })
  expect(next.shown).toEqual([{ code: 'tasks-dropped' }, { code: 'other-service-worker', detail: '/two.js' }])
})
