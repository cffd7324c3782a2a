// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { Settings } from '../../contract/settings.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { exampleSource } from '../../testing/example-source.ts'
import { fillStore } from '../../testing/fill-store.ts'
import { showElement } from '../../testing/show-element.tsx'
import { createFramePace } from '../store/frame-pace.ts'
import { InspectorContext } from '../store/inspector-context.ts'
import { createInspectorStore } from '../store/inspector-store.ts'
import { DomainPane } from './domain-pane.tsx'

const API = { origin: 'https://api.example.com', enabled: true }
const OLD = { origin: 'https://old.example.com:8443', enabled: false }

async function setUp(settings: Partial<Settings> = {}, events: readonly TaskEvent[] = []) {
  const source = exampleSource(events, { domains: { request: [API, OLD], socket: [], uploadFile: [], downloadFile: [] }, ...settings })
  const shown = await show(source)
  const field = () => shown.one('.domain-add input') as HTMLInputElement
  return { ...shown, source, field, request: () => source.settings().domains.request }
}

const CONTENT = {
  place: { lookMenu: false },
  pace: createFramePace(() => 0),
  layout: 'below' as const,
  frame: { current: null },
  setCovered() {},
  showKeys() {},
  announce() {},
}

function show(source: PanelSource) {
  const store = createInspectorStore()
  fillStore(store, source.events())
  return showElement(
    <InspectorContext value={{ ...CONTENT, source, store }}>
      <DomainPane source={source} />
    </InspectorContext>,
  )
}

describe('the pane of the domain lists', () => {
  it('says what becomes of a call to a domain that is not listed', async () => {
    expect((await setUp()).text()).toContain('和真机一样')
    expect((await setUp({ domainCheck: 'report' })).text()).toContain('但报告真机会拒绝哪些')
    expect((await setUp({ urlCheck: false })).text()).toContain('setting.urlCheck: false')
  })

  it('lists what has to be configured, list by list, and what cannot be', async () => {
    const events = [
      exampleEvents({ taskId: 'a', url: 'https://new.example.com/x' }),
      exampleEvents({ taskId: 'b', url: 'http://10.0.0.9/x' }),
    ].flat()
    const { one } = await setUp({ domainCheck: 'report' }, events)
    expect(one('[aria-label="需要配置的 request 合法域名"]').textContent).toBe('https://new.example.com')
    expect(one('[aria-label="不能加入合法域名的地址"]').textContent).toContain('http://10.0.0.9')
  })

  it('adds a domain', async () => {
    const { type, field, click, request } = await setUp()
    await type(field(), ' https://PAY.example.com ')
    await click('添加')
    expect(request()).toEqual([API, OLD, { origin: 'https://pay.example.com', enabled: true }])
    expect(field().value).toBe('')
  })

  it.each([
    ['http://api.example.com', 'https://'],
    ['https://10.0.0.1', 'IP'],
    ['https://localhost:8080', 'localhost'],
    ['https://*.example.com', '通配符'],
    ['https://api.example.com/v1', '路径'],
    ['https://api.weixin.qq.com', 'api.weixin.qq.com'],
    ['https://api.example.com', '已经有了'],
  ])('refuses %s while it is typed, says why, and adds nothing', async (text, why) => {
    const { type, field, click, request, one } = await setUp()
    await type(field(), text)
    expect(one('.domain-fault').textContent).toContain(why)
    expect(field().getAttribute('aria-invalid')).toBe('true')
    await click('添加')
    expect(request()).toEqual([API, OLD])
  })

  it('does not complain about a word that is not finished', async () => {
    const { type, field, one, click } = await setUp()
    await type(field(), 'http')
    expect(one('.domain-fault').textContent).toBe('')
    await click('添加')
    expect(one('.domain-fault').textContent).not.toBe('')
  })

  it('switches an entry off without losing it', async () => {
    const { click, request } = await setUp()
    await click('启用 https://api.example.com')
    expect(request()).toEqual([{ ...API, enabled: false }, OLD])
  })

  it('removes an entry and puts it back where it was', async () => {
    const { click, request, text } = await setUp()
    await click('移除 https://api.example.com')
    expect(request()).toEqual([OLD])
    expect(text()).toContain('已移除 https://api.example.com')
    await click('撤销')
    expect(request()).toEqual([API, OLD])
  })

  it('takes many at once and keeps those it refused for another try', async () => {
    const { click, type, one, request, text } = await setUp()
    await click('批量粘贴')
    const box = one('textarea') as HTMLTextAreaElement
    await type(box, 'https://a.com\nhttp://b.com\nhttps://c.com:444\nhttps://api.example.com')
    await click('全部添加')
    expect(request().map(({ origin }) => origin)).toEqual([API.origin, OLD.origin, 'https://a.com', 'https://c.com:444'])
    expect(text()).toContain('已添加 2 个，1 个不合格')
    expect(one('.domain-outcomes').textContent).toContain('第 2 行 http://b.com 必须以 https:// 开头')
    expect(box.value).toBe('http://b.com')
  })

  it('does not drown in a file that was pasted by mistake', async () => {
    const { click, one, request, type } = await setUp()
    await click('批量粘贴')
    const lines = ['x'.repeat(10_000), ...Array.from({ length: 2000 }, (_, line) => `https://h${line}.example`)]
    await type(one('textarea') as HTMLTextAreaElement, lines.join('\n'))
    await click('全部添加')
    expect(request()).toHaveLength(200)
    expect(one('.domain-outcomes').children).toHaveLength(201)
    expect(one('.domain-outcomes li:first-child code').textContent).toHaveLength(201)
    expect(one('.domain-outcomes li:last-child').textContent).toBe('还有 1801 行没有逐行列出。')
  })

  it('keeps the four lists apart', async () => {
    const { click, type, field, source, control } = await setUp()
    await click('socket')
    expect(control('socket').getAttribute('aria-selected')).toBe('true')
    await type(field(), 'wss://ws.example.com')
    await click('添加')
    expect(source.settings().domains.socket).toEqual([{ origin: 'wss://ws.example.com', enabled: true }])
    expect(source.commands).toEqual([
      { type: 'configure', patch: { domains: { socket: [{ origin: 'wss://ws.example.com', enabled: true }] } } },
    ])
  })

  it('explains what debugging does, and that a release is checked all the same (DOM-10)', async () => {
    expect((await setUp({ enableDebug: true })).text()).toContain('enableDebug')
    expect((await setUp({ enableDebug: true, envVersion: 'release' })).text()).toContain('正式版（release）仍然校验')
    expect((await setUp({ enableDebug: true, platform: 'devtools' })).text()).not.toContain('enableDebug')
  })

  it('can only be read where nothing can be sent', async () => {
    const { send: _, ...source } = exampleSource([], { domains: { request: [API], socket: [], uploadFile: [], downloadFile: [] } })
    const { control, place } = await show(source)
    expect(control('启用 https://api.example.com').hasAttribute('disabled')).toBe(true)
    expect(place.querySelector('input')).toBeNull()
  })

  it('says so where there is no state, such as for a file', async () => {
    const { state: _, ...source } = exampleSource([])
    expect((await show(source)).text()).toContain('来自别处')
  })
})
