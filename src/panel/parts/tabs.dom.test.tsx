// @vitest-environment happy-dom
import { useState } from 'react'
import { expect, it } from 'vitest'
import { showElement } from '../../testing/show-element.tsx'
import { Tabs } from './tabs.tsx'

const ITEMS = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B', note: '12' },
  { id: 'c', label: 'C' },
] as const

function Example() {
  const [selected, setSelected] = useState<'a' | 'b' | 'c'>('a')
  return (
    <Tabs label="Letters" items={ITEMS} selected={selected} onSelect={setSelected}>
      {`content of ${selected}`}
    </Tabs>
  )
}

async function setUp() {
  const shown = await showElement(<Example />)
  const root = shown.place.getRootNode() as ShadowRoot
  return { ...shown, focused: () => root.activeElement?.textContent, list: shown.one('[role="tablist"]') }
}

it('moves the focus with the arrows, round the ends, inside a shadow root', async () => {
  const { focus, list, press, focused } = await setUp()
  await focus('A')
  await press(list, 'ArrowRight')
  expect(focused()).toBe('B12')
  await press(list, 'End')
  expect(focused()).toBe('C')
  await press(list, 'ArrowRight')
  expect(focused()).toBe('A')
  await press(list, 'ArrowLeft')
  expect(focused()).toBe('C')
  await press(list, 'Home')
  expect(focused()).toBe('A')
})

it('opens a tab only when it is asked to', async () => {
  const { control, focus, list, press, text, click, one } = await setUp()
  await focus('A')
  await press(list, 'ArrowRight')
  expect(text()).toContain('content of a')
  await click('B')
  expect(text()).toContain('content of b')
  expect(control('B').getAttribute('aria-selected')).toBe('true')
  expect(one('[role="tabpanel"]').getAttribute('aria-labelledby')).toBe(control('B').id)
  expect(control('B').getAttribute('aria-controls')).toBe(one('[role="tabpanel"]').id)
})

it('is one stop of the tab key', async () => {
  const { place } = await setUp()
  expect([...place.querySelectorAll('[role="tab"]')].map((tab) => tab.getAttribute('tabindex'))).toEqual(['0', '-1', '-1'])
})
