// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { showElement } from '../../../testing/show-element.tsx'
import { documentOf } from './document-of.ts'
import { type JsonDocument, readJson } from './json-document.ts'
import { JsonView } from './json-view.tsx'

const VALUE = { code: 0, data: { list: [{ id: 1 }, { id: 2 }] } }

async function setUp() {
  const shown = await showElement(<JsonView json={documentOf(VALUE)} label="body" />)
  const tree = shown.one('[role="tree"]')
  const active = () => shown.place.querySelector(`[id="${tree.getAttribute('aria-activedescendant')}"]`)
  return { ...shown, tree, active, path: () => shown.one('.part-json-path').textContent }
}

it('moves through the lines with the arrows and says which line is meant', async () => {
  const { tree, press, active, path } = await setUp()
  await press(tree, 'ArrowDown')
  await press(tree, 'ArrowDown')
  expect(path()).toBe('$.data')
  expect(active()?.getAttribute('aria-selected')).toBe('true')
  expect(active()?.getAttribute('aria-level')).toBe('2')
  await press(tree, 'End')
  expect(path()).toBe('$.data.list[1]')
  await press(tree, 'Home')
  expect(path()).toBe('$')
})

it('opens with the right arrow, folds with the left one, and goes from a child to its parent', async () => {
  const { tree, press, active, path } = await setUp()
  await press(tree, 'End')
  expect(active()?.getAttribute('aria-expanded')).toBe('false')
  await press(tree, 'ArrowRight')
  expect(active()?.getAttribute('aria-expanded')).toBe('true')
  await press(tree, 'ArrowRight')
  expect(path()).toBe('$.data.list[1].id')
  await press(tree, 'ArrowLeft')
  expect(path()).toBe('$.data.list[1]')
  await press(tree, 'ArrowLeft')
  expect(active()?.getAttribute('aria-expanded')).toBe('false')
})

it('unfolds and folds everything by a button', async () => {
  const { click, place, has } = await setUp()
  expect(has('全部展开')).toBe(true)
  await click('全部展开')
  expect(place.querySelectorAll('[role="treeitem"]')).toHaveLength(8)
  await click('全部折叠')
  expect(place.querySelectorAll('[role="treeitem"]')).toHaveLength(3)
})

it('shows markup in a string as text', async () => {
  const { place } = await showElement(<JsonView json={documentOf({ note: '<img src=x onerror=alert(1)>' })} />)
  expect(place.querySelector('img')).toBeNull()
  expect(place.textContent).toContain('<img src=x onerror=alert(1)>')
})

it('shows digits, repeated keys and escapes as they came, and beside an escape what it says', async () => {
  const text = '{"id":9007199254740993,"price":1.10,"10":1E5,"9":-0,"id":"\\u6c34\\/"}'
  const { place } = await showElement(<JsonView json={readJson(text) as JsonDocument} />)
  const lines = [...place.querySelectorAll('[role="treeitem"]')].map((line) => line.textContent)
  expect(lines.slice(1)).toEqual(['id: 9007199254740993', 'price: 1.10', '10: 1E5', '9: -0', 'id: "\\u6c34\\/"水/'])
})

it('says that a value has no path whose key comes once more', async () => {
  const { one, press, has } = await showElement(<JsonView json={readJson('{"a":1,"a":2}') as JsonDocument} />)
  await press(one('[role="tree"]'), 'ArrowDown')
  expect(one('.part-json-path').textContent).toMatch(/^后面有同名的键/)
  expect(has('复制路径')).toBe(false)
  await press(one('[role="tree"]'), 'ArrowDown')
  expect(one('.part-json-path').textContent).toBe('$.a')
  expect(has('复制路径')).toBe(true)
})
