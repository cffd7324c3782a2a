// @vitest-environment happy-dom
import { createRoot } from 'react-dom/client'
import { beforeAll, describe, expect, it } from 'vitest'
import { nextTask } from '../contract/clock.ts'
import type { PanelSource } from '../contract/panel-source.ts'
import { EventLog } from '../recorder/log/event-log.ts'
import { offerTasks } from '../recorder/tasks/task-reader.ts'
import { exampleEvents } from '../testing/example-events.ts'
import { exampleSource } from '../testing/example-source.ts'
import { Inspector } from './inspector.ts'
import { mountPanel } from './mount.tsx'
import { fetchLateParts } from './parts/lazy-component.tsx'

beforeAll(fetchLateParts)

const source = exampleSource(exampleEvents({ taskId: 'a' }))

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** The panel draws in frames of its own; this lets them pass until what is looked for is there. */
async function until(look: () => boolean): Promise<void> {
  for (let frame = 0; frame < 200 && !look(); frame++) await nextFrame()
  expect(look()).toBe(true)
}

function shadowOf(element: Element): ShadowRoot | null | undefined {
  return element.firstElementChild?.shadowRoot
}

const says = (element: Element, text: string) => () => shadowOf(element)?.textContent?.includes(text) ?? false

/** A source that notes what is asked of it. */
function watchedSource(watched: PanelSource): { readonly source: PanelSource; asked: string[] } {
  const asked: string[] = []
  const watch = (target: PanelSource, name: string | symbol) => {
    const value: unknown = Reflect.get(target, name)
    if (typeof value !== 'function') return value
    return (...args: unknown[]) => {
      asked.push(String(name))
      return value.apply(target, args)
    }
  }
  return { source: new Proxy(watched, { get: watch }), asked }
}

describe('mountPanel', () => {
  it('asks nothing of its source once it is unmounted, at whatever moment of its drawing that happens', async () => {
    const running = exampleSource(exampleEvents({ taskId: 'a', upTo: 3 }))
    for (let moment = 0; moment < 12; moment++) {
      const { source: watched, asked } = watchedSource(running)
      const element = document.createElement('div')
      document.body.append(element)
      const panel = mountPanel(element, { source: watched })
      for (let passed = 0; passed < moment; passed++) await (passed % 2 === 1 ? nextFrame() : Promise.resolve())
      panel.unmount()
      expect(asked).toContain('now')
      asked.length = 0
      for (let passed = 0; passed < 3; passed++) await nextFrame()
      await nextTask()
      expect(asked).toEqual([])
    }
  })

  it('neither asks nor draws while it is not shown, and is then as it was left, with what came meanwhile', async () => {
    const log = new EventLog({ maxTasks: 5000, maxBodyBytes: 1e9 })
    const add = (taskId: string, upTo?: number) => {
      for (const event of exampleEvents({ taskId, ...(upTo !== undefined && { upTo }) })) log.append(event)
    }
    const { source: watched, asked } = watchedSource({
      ...exampleSource([]),
      events: (taskId) => log.events(taskId),
      subscribe: (listener) => log.subscribe(listener),
    })
    offerTasks(watched, log)
    const element = document.createElement('div')
    document.body.append(element)
    const panel = mountPanel(element, { source: watched, language: 'en' })
    const rowCount = () => shadowOf(element)?.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')
    // One that runs, open at the tab that moves with every frame.
    add('a', 3)
    panel.show({ taskId: 'a', tab: 'timing' })
    await until(() => rowCount() === '2' && shadowOf(element)?.querySelector('.details') !== null)
    const details = shadowOf(element)?.querySelector('.details')

    panel.setShown(false)
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => changes.push(...records))
    observer.observe(shadowOf(element) as Node, { subtree: true, childList: true, attributes: true, characterData: true })
    // React renders what it hides once more, when it has time.
    for (let [quiet, frame] = [0, 0]; quiet < 20 && frame < 5000; frame++) {
      await nextFrame()
      const hidden = shadowOf(element)?.querySelector<HTMLElement>('.look')?.style.display === 'none'
      quiet = hidden && asked.length + changes.length === 0 ? quiet + 1 : 0
      asked.length = 0
      changes.length = 0
    }
    expect(shadowOf(element)?.querySelector<HTMLElement>('.look')?.style.display).toBe('none')
    for (let task = 0; task < 50; task++) add(`b${task}`)
    for (let passed = 0; passed < 5; passed++) await nextFrame()
    observer.disconnect()
    expect([asked, changes]).toEqual([[], []])

    panel.setShown(true)
    await until(() => rowCount() === '52')
    expect(shadowOf(element)?.querySelector('.details')).toBe(details)
    panel.unmount()
  })

  it('fills an element from within a shadow root, and leaves nothing behind', async () => {
    const element = document.createElement('div')
    document.body.append(element)
    const panel = mountPanel(element, { source, language: 'en', theme: 'dark' })
    const rowCount = () => shadowOf(element)?.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')
    await until(() => rowCount() === '2')
    const shadow = shadowOf(element)
    expect(shadow?.querySelector('.look')?.getAttribute('data-theme')).toBe('dark')
    expect(shadow?.querySelector('style')).toBeNull()
    expect(shadow?.adoptedStyleSheets.length).toBeGreaterThan(0)
    expect(document.body.textContent).toBe('')
    panel.unmount()
    expect(element.childElementCount).toBe(0)
  })

  it('changes its language and theme while it runs', async () => {
    const element = document.createElement('div')
    document.body.append(element)
    const panel = mountPanel(element, { source, language: 'en', theme: 'light' })
    await until(says(element, 'Domain check'))
    panel.setLanguage('zh')
    panel.setTheme('dark')
    await until(says(element, '校验合法域名'))
    const look = shadowOf(element)?.querySelector('.look')
    expect([look?.getAttribute('lang'), look?.getAttribute('data-theme')]).toEqual(['zh-CN', 'dark'])
    panel.unmount()
  })

  it('can be led to a task, a tab and a view, and refuses a place that is not there', async () => {
    const element = document.createElement('div')
    document.body.append(element)
    const panel = mountPanel(element, { source, language: 'en' })
    const selectedTab = () => shadowOf(element)?.querySelector('.details [role="tab"][aria-selected="true"]')?.getAttribute('data-tab')
    panel.show({ taskId: 'a', tab: 'timing' })
    await until(() => selectedTab() === 'timing')
    expect(() => panel.show({ taskId: 'b' })).toThrow('taskId: must be the id of a recorded task')
    await import('./domains/domains-view.tsx')
    panel.show({ view: 'domains' })
    await until(() => shadowOf(element)?.querySelector('.domain-pane') !== null)
    expect(selectedTab()).toBeUndefined()
    panel.unmount()
  })
})

describe('Inspector', () => {
  it('follows its props without being mounted anew', async () => {
    const element = document.createElement('div')
    document.body.append(element)
    const root = createRoot(element)
    root.render(<Inspector source={source} language="en" theme="light" />)
    await until(() => element.firstElementChild !== null)
    const host = element.firstElementChild as HTMLElement
    await until(says(host, 'Domain check'))
    const panel = host.firstElementChild
    root.render(<Inspector source={source} language="zh" theme="light" />)
    await until(says(host, '校验合法域名'))
    expect(host.firstElementChild).toBe(panel)
    root.unmount()
  })
})
