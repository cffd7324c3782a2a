import { HttpResponse, http } from 'msw'
import { afterEach, expect, it } from 'vitest'
import type { Command } from '../contract/command.ts'
import { InspectorError } from '../contract/inspector-error.ts'
import type { RequestFail, RequestOption, RequestSuccess } from '../contract/wx/wx.ts'
import { catchUncaught } from '../testing/catch-uncaught.ts'
import type { InspectorOptions, WxInspector } from './inspector/inspector-types.ts'
import { createInspector } from './inspector.ts'

const API = 'https://api.example.com'
let inspector: WxInspector

function start(options: InspectorOptions = {}): WxInspector {
  inspector = createInspector({ serviceWorker: false, settings: { urlCheck: false, unmatched: 'fail' }, ...options })
  return inspector
}

function call(option: RequestOption): Promise<RequestSuccess | RequestFail> {
  return new Promise((resolve) => inspector.wx.request({ ...option, complete: resolve }))
}

afterEach(() => inspector.dispose())

it('answers a call from a rule before anyone waited for ready', async () => {
  start({
    rules: [{ id: 'a', name: 'A', enabled: true, when: { url: `${API}/a` }, respond: { kind: 'response', body: { json: { a: 1 } } } }],
  })
  expect(await call({ url: `${API}/a` })).toMatchObject({ data: { a: 1 }, statusCode: 200, errMsg: 'request:ok' })
})

it('asks ready-made handlers after the rules', async () => {
  start({
    rules: [{ id: 'a', name: 'A', enabled: true, when: { url: `${API}/a` }, respond: { kind: 'response', body: { text: 'rule' } } }],
    handlers: [http.get(`${API}/:name`, ({ params }) => HttpResponse.text(`handler ${params.name}`))],
  })
  expect(await call({ url: `${API}/a` })).toMatchObject({ data: 'rule' })
  expect(await call({ url: `${API}/b` })).toMatchObject({ data: 'handler b' })
})

it('tells of a handler that throws, and keeps what was recorded before', async () => {
  start({
    handlers: [
      http.get(`${API}/fine`, () => HttpResponse.json({})),
      http.get(`${API}/broken`, () => {
        throw new Error('the handler broke')
      }),
    ],
  })
  await call({ url: `${API}/fine` })
  expect(await call({ url: `${API}/broken` })).toMatchObject({ errno: 600001 })
  const [fine, broken] = inspector.tasks()
  expect(fine).toMatchObject({ state: 'succeeded', statusCode: 200 })
  expect(broken?.error).toMatchObject({ kind: 'network', hint: 'handler-threw' })
})

it('tells a call that nobody answers apart from one that the network lost', async () => {
  start()
  await call({ url: `${API}/nobody` })
  expect(inspector.tasks()[0]?.error).toMatchObject({ kind: 'network', hint: 'no-rule' })
})

it('changes nothing when one of several rules is wrong, and names the place', () => {
  start()
  const good = { id: 'a', name: 'A', enabled: true, when: { url: '*' }, respond: { kind: 'hang' } } as const
  expect(() => inspector.setRules([good, { ...good, id: 'b', respond: { kind: 'response', status: 99 } }])).toThrow(
    /\[1\]\.respond\.status/,
  )
  expect(inspector.rules).toEqual([])
})

it('changes nothing when one of several settings is wrong, and names the place', () => {
  start()
  const before = inspector.settings
  expect(() => inspector.configure({ platform: 'ios', networkTimeout: { request: -1 } })).toThrow(/networkTimeout\.request/)
  expect(inspector.settings).toBe(before)
})

it('aborts by the id of a task, and the app gets the platform text', async () => {
  start({ rules: [{ id: 'h', name: 'hang', enabled: true, when: { url: '*' }, respond: { kind: 'hang' } }] })
  const ended = call({ url: `${API}/slow` })
  const [task] = inspector.tasks()
  inspector.abort(task?.taskId ?? '')
  expect(await ended).toMatchObject({ errMsg: 'request:fail abort' })
  expect(inspector.tasks()[0]?.error).toMatchObject({ kind: 'aborted', by: 'panel' })
})

it('clears the record and brings it back on restore', async () => {
  start({ rules: [{ id: 'a', name: 'A', enabled: true, when: { url: '*' }, respond: { kind: 'response' } }] })
  await call({ url: `${API}/a` })
  inspector.clear()
  expect(inspector.tasks()).toEqual([])
  expect(inspector.state?.().canRestore).toBe(true)
  inspector.send?.({ type: 'restore' })
  expect(inspector.tasks()).toHaveLength(1)
})

it('hands every event to a subscriber, whole tasks in their order', async () => {
  start({ rules: [{ id: 'a', name: 'A', enabled: true, when: { url: '*' }, respond: { kind: 'response', body: { json: 1 } } }] })
  const types: string[] = []
  inspector.subscribe((event) => types.push(event.type))
  await call({ url: `${API}/a` })
  await Promise.resolve()
  expect(types).toEqual(['created', 'checked', 'started', 'routed', 'headers-received', 'chunk-received', 'succeeded', 'delivered'])
  expect(inspector.events().map((event) => event.type)).toEqual(types)
})

it('goes on when one who listens to its state throws, and one function that subscribed twice leaves once', async () => {
  start()
  await inspector.ready
  let received = 0
  const listener = () => {
    received += 1
  }
  inspector.subscribeState?.(() => {
    throw new Error('of a listener')
  })
  const stop = inspector.subscribeState?.(listener)
  inspector.subscribeState?.(listener)
  expect(await catchUncaught(() => inspector.configure({ lib: '3.0.0' }))).toEqual([new Error('of a listener')])
  expect(received).toBe(2)
  stop?.()
  await catchUncaught(() => inspector.configure({ lib: '3.0.1' }))
  expect(received).toBe(3)
})

it('ends once, however often it is disposed of, and says so from every method', async () => {
  start({ rules: [{ id: 'h', name: 'hang', enabled: true, when: { url: '*' }, respond: { kind: 'hang' } }] })
  const running = call({ url: `${API}/slow` })
  const disposed = inspector.dispose()
  expect(await running).toMatchObject({ errMsg: 'request:fail abort' })
  await Promise.all([disposed, inspector.dispose()])
  const { dispose, ...methods } = inspector
  for (const [name, method] of Object.entries(methods)) {
    if (typeof method !== 'function') continue
    // Whether it throws or rejects, whoever awaits it sees the same.
    const said = await Promise.resolve()
      .then(() => (method as () => unknown)())
      .catch((thrown: unknown) => thrown)
    expect([name, (said as InspectorError)?.code]).toEqual([name, 'disposed'])
  }
  await dispose()
})

it('answers no call any more once it was disposed of, and fails it as WeChat would', async () => {
  start({
    settings: { urlCheck: false },
    rules: [{ id: 'a', name: 'A', enabled: true, when: { url: '*' }, respond: { kind: 'response' } }],
  })
  await inspector.dispose()
  expect(await call({ url: `${API}/a` })).toMatchObject({ errMsg: 'request:fail interrupted', errno: 600003 })
})

it('only reports what the domain check refuses, unless it is told to enforce', async () => {
  const rules = [{ id: 'a', name: 'A', enabled: true, when: { url: `${API}/a` }, respond: { kind: 'response' } }] as const
  start({ rules, settings: {} })
  expect(await call({ url: `${API}/a` })).toMatchObject({ statusCode: 200 })
  expect(inspector.tasks()[0]?.check).toMatchObject({ verdict: 'refused', reported: true })
  await inspector.dispose()
  start({ rules, settings: { domainCheck: 'enforce' } })
  expect(await call({ url: `${API}/a` })).toMatchObject({ errno: 600002 })
})

it('refuses to show a place that is not there at once, before any panel is loaded', async () => {
  start()
  for (const [target, path] of [
    [{ view: 'nowhere' }, 'view'],
    [{ taskId: 'not-recorded' }, 'taskId'],
  ] as const) {
    expect(() => inspector.show(target as object)).toThrow(
      expect.objectContaining({ code: 'bad-option', issues: [expect.objectContaining({ path })] }),
    )
  }
})

it('answers a command with what is wrong with it, and then nothing has changed', async () => {
  start()
  const before = inspector.settings
  expect(await inspector.send?.({ type: 'configure', patch: { lib: 'new' } })).toEqual({
    ok: false,
    issues: [{ path: 'lib', message: 'must be three numbers, such as 3.17.0' }],
  })
  expect(inspector.settings).toBe(before)
  expect(await inspector.send?.({ type: 'abort', taskId: 'nobody' })).toEqual({
    ok: false,
    issues: [{ path: 'taskId', message: 'is not a running task' }],
  })
  expect(await inspector.send?.({ type: 'dance' } as unknown as Command)).toMatchObject({ ok: false, issues: [{ path: 'type' }] })
  expect(await inspector.send?.({ type: 'configure', patch: { lib: '3.0.0' } })).toEqual({ ok: true })
  expect(inspector.state?.().chosen).toEqual(['lib'])
  expect(await inspector.send?.({ type: 'reset-settings' })).toEqual({ ok: true })
  expect([inspector.settings.lib, inspector.state?.().chosen]).toEqual([before.lib, []])
})

it('counts how often each rule answered, without a new state for each', async () => {
  start({ rules: [{ id: 'a', name: 'A', enabled: true, when: { url: '*' }, respond: { kind: 'response' } }] })
  await inspector.ready
  const state = inspector.state?.()
  await call({ url: `${API}/1` })
  await call({ url: `${API}/2` })
  expect(inspector.ruleHits()).toEqual({ a: { hits: 2, lastTaskId: inspector.tasks()[1]?.taskId } })
  expect(inspector.state?.()).toBe(state)
  expect(state?.ruleHits).toBe(inspector.ruleHits())
})

it.each([
  ['setAppHidden', 'yes', 'hidden: must be true or false'],
  ['setLanguage', 'fr', 'language: must be zh, en or auto'],
  ['setTheme', 'blue', 'theme: must be light, dark or auto'],
  ['install', 7, 'target: must be the object that gets wx'],
  ['subscribe', {}, 'listener: must be a function'],
  ['subscribeState', undefined, 'listener: must be a function'],
  ['abort', 7, 'taskId: must be the id of a task'],
  ['events', 7, 'taskId: must be the id of a task'],
] as const)('%s refuses %j, and says what it takes', (method, given, expected) => {
  const inspector = createInspector({ serviceWorker: false })
  const call = () => (inspector[method] as (argument: unknown) => unknown)(given)
  expect(call).toThrow(InspectorError)
  expect(call).toThrow(`${method}() cannot use what it was given.`)
  expect(call).toThrow(expected)
  return inspector.dispose()
})

it('gives its rules and scenarios as a file, takes one in switched off, and says why a call was taken', async () => {
  start({
    rules: [{ id: 'a', name: 'A', enabled: true, when: { url: `${API}/a` }, respond: { kind: 'response', body: { json: 1 } } }],
    scenarios: [{ id: 'none', name: 'None', picks: { a: 'off' } }],
  })
  const file = JSON.stringify(inspector.exportRules())
  expect(await inspector.importRules(file)).toEqual({ added: 1, skipped: [] })
  expect(inspector.rules.map(({ id, enabled }) => [id, enabled])).toEqual([
    ['a-2', false],
    ['a', true],
  ])
  expect(inspector.scenarios.map(({ id }) => id)).toEqual(['none', 'none-2'])
  await expect(inspector.importRules('{}')).rejects.toMatchObject({ code: 'bad-rules', issues: [{ path: 'file' }] })
  expect(inspector.toHandlers()).toContain(`http.all("${API}/a"`)

  await call({ url: `${API}/a` })
  const [task] = inspector.tasks()
  expect(inspector.explainMatch(task?.taskId ?? '').map(({ ruleId, taken }) => [ruleId, taken])).toEqual([
    ['a-2', false],
    ['a', true],
  ])
  expect(() => inspector.explainMatch('none')).toThrow(InspectorError)

  inspector.useScenario('none')
  expect(inspector.scenario).toBe('none')
  expect(inspector.rules.find(({ id }) => id === 'a')?.enabled).toBe(false)
  expect(() => inspector.useScenario('other')).toThrow('useScenario')
})

it('reads HAR files one after the other, and none once it has ended', async () => {
  const inspector = start()
  await call({ url: `${API}/a` })
  const file = inspector.toHar()
  const two = await Promise.all([inspector.fromHar(file), inspector.fromHar(file)])
  expect(two).toEqual([
    { added: 1, skipped: [] },
    { added: 1, skipped: [] },
  ])
  expect(new Set(inspector.tasks().map(({ taskId }) => taskId)).size).toBe(3)
  const late = inspector.fromHar(file)
  const ended = inspector.dispose()
  await expect(late).rejects.toMatchObject({ code: 'disposed' })
  await ended
})

it('makes a recorded call again, and tells of which it is the repetition', async () => {
  start({ rules: [{ id: 'a', name: 'A', enabled: true, when: { url: `${API}/a` }, respond: { kind: 'response', body: { json: 1 } } }] })
  await call({ url: `${API}/a`, data: { q: 1 }, header: { 'X-A': 'b' } })
  const [first] = inspector.tasks()
  const id = await inspector.resend(first?.taskId ?? '', { data: { q: 2 } })
  expect(inspector.tasks().at(-1)).toMatchObject({ taskId: id, resentFrom: first?.taskId, url: `${API}/a?q=2` })
  await expect(inspector.resend('nobody')).rejects.toMatchObject({ code: 'bad-option', issues: [{ path: 'taskId' }] })
  await expect(inspector.resend(id, [] as object)).rejects.toMatchObject({ issues: [{ path: 'change' }] })
})

it('writes its calls as HAR without secrets, and reads them back', async () => {
  start()
  await call({ url: `${API}/a?access_token=planted` })
  const har = inspector.toHar()
  expect(JSON.stringify(har)).not.toContain('planted')
  const [events, tasks] = [inspector.events(), inspector.tasks()]
  const whole = inspector.toHar({ redact: false })
  inspector.clear()
  expect(await inspector.fromHar(whole)).toEqual({ added: 1, skipped: [] })
  expect([inspector.events(), inspector.tasks()]).toEqual([events, tasks])
  expect(await inspector.fromHar(JSON.stringify(whole))).toEqual({ added: 1, skipped: [] })
  expect(new Set(inspector.tasks().map(({ taskId }) => taskId)).size).toBe(2)
  const [one] = inspector.tasks()
  expect(inspector.toHar({ taskIds: [one?.taskId ?? ''] }).log.entries).toHaveLength(1)
  expect(() => inspector.toHar({ taskIds: ['nobody'] })).toThrow(/options\.taskIds/)
  await expect(inspector.fromHar('no HAR')).rejects.toMatchObject({ code: 'bad-har' })
  expect(() => inspector.copyAs('nobody', 'curl')).toThrow(/copyAs/)
})
