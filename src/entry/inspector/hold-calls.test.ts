import { afterEach, expect, it } from 'vitest'
import type { RequestFail, RequestSuccess } from '../../contract/wx/wx.ts'
import { createInspector } from '../inspector.ts'
import type { WxInspector } from './inspector-types.ts'

const API = 'https://api.example.com'
let inspector: WxInspector

/** An inspector that a panel looks at. */
function start(): WxInspector {
  inspector = createInspector({
    serviceWorker: false,
    settings: { unmatched: 'fail' },
    rules: [{ id: 'a', name: 'A', enabled: true, when: { url: '*' }, respond: { kind: 'response', body: { json: { a: 1 } } } }],
  })
  return inspector
}

function call(url: string): Promise<RequestSuccess | RequestFail> {
  return new Promise((resolve) => inspector.wx.request({ url, complete: resolve }))
}

/** Resolves once so many calls are held. */
async function whenHeld(count: number): Promise<string[]> {
  while (inspector.held().length !== count) await new Promise<void>((resolve) => inspector.subscribe(() => resolve()))
  return inspector.held().map(({ taskId }) => taskId)
}

afterEach(() => inspector.dispose())

it('holds what matches, finds it as a rule does, and gives the app what was changed', async () => {
  start().watch?.()
  inspector.hold({ match: { url: '/\\/v[12]$/' }, at: ['headers'] })
  const [other, held] = [call(`${API}/v3`), call(`${API}/v1`)]
  expect(await other).toMatchObject({ statusCode: 200 })
  const [taskId = ''] = await whenHeld(1)
  expect(inspector.tasks().find((task) => task.taskId === taskId)?.holds).toMatchObject([{ gate: 'headers', timeout: 'frozen' }])
  expect(() => inspector.resume(taskId, { statusCode: 1 })).toThrow(/change.statusCode/)
  inspector.resume(taskId, { statusCode: 418, data: { b: 2 } })
  expect(await held).toMatchObject({ statusCode: 418, data: { b: 2 } })
  expect(inspector.tasks().find((task) => task.taskId === taskId)?.holds).toMatchObject([
    { gate: 'headers', by: 'person', changed: ['statusCode', 'data'] },
  ])
})

it('holds the call that is made right after it was asked to', async () => {
  start().watch?.()
  inspector.hold('next')
  const held = call(`${API}/x`)
  const [taskId = ''] = await whenHeld(1)
  expect(inspector.state?.().hold).toMatchObject({ choice: 'off', calls: [{ taskId, gate: 'send' }] })
  inspector.step(taskId)
  await whenHeld(0)
  await whenHeld(1)
  expect(inspector.held()[0]?.gate).toBe('headers')
  inspector.hold('off')
  expect(await held).toMatchObject({ statusCode: 200 })
})

it('holds nothing without a panel, lets go of it when the last one is closed, and when the log is cleared', async () => {
  const away = [start().watch?.(), inspector.watch?.()]
  inspector.hold({ match: { url: '*' }, at: ['send'] })
  const first = call(`${API}/1`)
  await whenHeld(1)
  away[0]?.()
  expect(inspector.held()).toHaveLength(1)
  inspector.clear()
  expect(await first).toMatchObject({ statusCode: 200 })
  const second = call(`${API}/2`)
  await whenHeld(1)
  away[1]?.()
  expect(await second).toMatchObject({ statusCode: 200 })
  expect(await call(`${API}/3`)).toMatchObject({ statusCode: 200 })
})

it('ends held calls when it is disposed of', async () => {
  start().watch?.()
  inspector.hold('next')
  const held = call(`${API}/x`)
  await whenHeld(1)
  await inspector.dispose()
  expect(await held).toMatchObject({ errMsg: expect.stringContaining('fail') })
})

it('throws for a call that is not held', () => {
  start()
  for (const act of [() => inspector.step('none'), () => inspector.resume('none')]) expect(act).toThrow(/taskId: is not a call/)
  expect(inspector.held()).toEqual([])
})

it('takes the same as commands of a panel', async () => {
  start().watch?.()
  expect(await inspector.send?.({ type: 'hold', what: { match: { url: '' }, at: [] } })).toMatchObject({ ok: false })
  expect(await inspector.send?.({ type: 'hold', what: 'next' })).toEqual({ ok: true })
  const held = call(`${API}/x`)
  const [taskId = ''] = await whenHeld(1)
  expect(await inspector.send?.({ type: 'step', taskId })).toEqual({ ok: true })
  await whenHeld(0)
  await whenHeld(1)
  expect(await inspector.send?.({ type: 'hold-task', taskId })).toEqual({ ok: true })
  expect(await inspector.send?.({ type: 'hold-task', taskId: 'none' })).toMatchObject({ ok: false })
  expect(await inspector.send?.({ type: 'resume', taskId, change: { fail: 'ERR_FAILED' } })).toEqual({ ok: true })
  expect(await held).toMatchObject({ errMsg: expect.stringContaining('ERR_FAILED') })
})
