// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { showElement } from '../../testing/show-element.tsx'
import { CopyButton } from './copy-button.tsx'

const clipboard = Object.getOwnPropertyDescriptor(navigator, 'clipboard')
afterEach(() => {
  if (clipboard) Object.defineProperty(navigator, 'clipboard', clipboard)
  else Reflect.deleteProperty(navigator, 'clipboard')
})

function withClipboard(writeText: (text: string) => Promise<void>) {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
}

it('copies the text that is made when it is asked for, and says so', async () => {
  const written: string[] = []
  withClipboard(async (text) => void written.push(text))
  const { click, one } = await showElement(<CopyButton text={() => 'https://api.example.com'} label="copy url" />)
  await click('copy url')
  expect(written).toEqual(['https://api.example.com'])
  expect(one('[role="status"]').textContent).toBe('已复制')
})

it('says when nothing could be copied', async () => {
  withClipboard(() => Promise.reject(new Error('denied')))
  document.execCommand = () => false
  const { click, one, place } = await showElement(<CopyButton text="x" />)
  await click('复制')
  expect(one('[role="status"]').textContent).toContain('复制失败')
  expect((place.getRootNode() as ShadowRoot).querySelector('textarea')).toBeNull()
})
