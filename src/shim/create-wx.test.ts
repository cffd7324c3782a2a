import { describe, expect, it } from 'vitest'
import { API, eventOf, setUpShim, typesOf } from '../testing/set-up-shim.ts'

describe('the wx object', () => {
  it('has methods that are its own, can be seen and changed, and work unbound', async () => {
    const { clock, shim } = setUpShim()
    expect(Object.getOwnPropertyDescriptor(shim.wx, 'request')).toMatchObject({ enumerable: true, configurable: true, writable: true })
    const { request } = shim.wx
    let data: unknown
    request({
      url: API,
      success: (result) => {
        data = result.data
      },
    })
    await clock.tick(0)
    expect(data).toEqual({})
  })
})

describe('ten calls at once', () => {
  it('are sent, and the eleventh waits until a slot is free (LIM-1)', async () => {
    const { call, clock, events, transport } = setUpShim({ script: { delay: 100, body: '{}' } })
    const received = Array.from({ length: 11 }, () => call())
    await clock.tick(99)
    expect(transport.sent).toHaveLength(10)
    expect(eventOf(events, 'queued').ahead).toBe(0)
    await clock.tick(1)
    expect(transport.sent).toHaveLength(11)
    await clock.tick(100)
    expect(received.every(({ success }) => success)).toBe(true)
  })

  it('make room when one is aborted (LIM-2)', async () => {
    const { call, clock, transport } = setUpShim({ script: { hang: true } })
    const [first] = Array.from({ length: 11 }, () => call())
    first?.task?.abort()
    await clock.tick(0)
    expect(transport.sent).toHaveLength(11)
  })

  it('are let in by order of call, and a slot is free before the callbacks run', async () => {
    const { call, clock, transport } = setUpShim({ slots: 1, script: { delay: 10, body: '{}' } })
    call({ url: `${API}?1`, success: () => void call({ url: `${API}?4` }) })
    call({ url: `${API}?2` })
    call({ url: `${API}?3` })
    await clock.tick(100)
    expect(transport.sent.map(({ url }) => url.slice(-1))).toEqual(['1', '2', '3', '4'])
  })
})

describe('the end of a call', () => {
  it('has a task of its own with its callbacks, however it ends and however many end at once', async () => {
    const line: (() => void)[] = []
    const { call, clock, download, upload } = setUpShim({
      nextTask: () => new Promise((resolve) => line.push(resolve)),
      script: ({ url }) => ({ body: '{}', ...(url.endsWith('broken') && { fails: 'ERR_CONNECTION_RESET' }), hang: url.endsWith('hangs') }),
    })
    const aborted = call({ url: `${API}/hangs` })
    const received = [call(), call({ url: `${API}/broken` }), upload(), download(), call(), aborted]
    aborted.task?.abort()
    const ended = () => received.filter(({ callbacks }) => callbacks.length === 2).length
    await clock.tick(0)
    expect([ended(), line.length]).toEqual([0, received.length])
    for (let tasks = 1; tasks <= received.length; tasks++) {
      line.shift()?.()
      await clock.tick(0)
      expect(ended()).toBe(tasks)
    }
  })

  it('can still be an abort while it waits for that task', async () => {
    const line: (() => void)[] = []
    const { call, clock } = setUpShim({ nextTask: () => new Promise((resolve) => line.push(resolve)) })
    const received = call()
    await clock.tick(0)
    received.task?.abort()
    for (const resolve of line) resolve()
    await clock.tick(0)
    expect([received.callbacks, received.fail?.errMsg]).toEqual([['fail', 'complete'], 'request:fail abort'])
  })
})

describe('a hidden app', () => {
  it('lets calls end within five seconds, and interrupts the rest (BG-1)', async () => {
    const { call, clock, environment, events } = setUpShim({
      script: ({ url }) => ({ delay: url.endsWith('slow') ? 6000 : 3000, body: '{}' }),
    })
    const quick = call({ url: `${API}?quick` })
    const slow = call({ url: `${API}?slow` })
    environment.setAppHidden(true)
    await clock.tick(5000)
    expect(quick.success?.statusCode).toBe(200)
    expect(slow.fail).toEqual({ errMsg: 'request:fail interrupted', errno: 600003 })
    expect(eventOf(events, 'failed')).toMatchObject({ at: 5000, error: { kind: 'interrupted', when: 'stayed-hidden' } })
  })

  it('cannot begin a call until it is shown again (BG-1)', async () => {
    const { environment, events, run, transport } = setUpShim()
    environment.setAppHidden(true)
    const received = await run()
    expect([received.atOnce, received.fail, transport.sent.length]).toEqual([[], { errMsg: 'request:fail interrupted', errno: 600003 }, 0])
    expect(typesOf(events)).toEqual(['created', 'checked', 'failed', 'delivered', 'delivered'])
    environment.setAppHidden(false)
    expect((await run()).success?.statusCode).toBe(200)
  })

  it('that comes back in time loses nothing, and five seconds count anew', async () => {
    const { call, clock, environment } = setUpShim({ script: { delay: 12_000, body: '{}' } })
    const received = call()
    environment.setAppHidden(true)
    await clock.tick(4000)
    environment.setAppHidden(false)
    await clock.tick(2000)
    environment.setAppHidden(true)
    await clock.tick(4000)
    environment.setAppHidden(false)
    await clock.tick(2000)
    expect(received.success?.statusCode).toBe(200)
  })
})

describe('the panel', () => {
  it('aborts one task or all, and the event tells who it was', async () => {
    const { call, clock, events, shim } = setUpShim({ slots: 1, script: { hang: true } })
    const received = [call(), call(), call()]
    shim.abort(events[0]?.taskId ?? '')
    await clock.tick(0)
    expect(received.map(({ callbacks }) => callbacks.length)).toEqual([2, 0, 0])
    expect(eventOf(events, 'failed').error).toEqual({ kind: 'aborted', by: 'panel', errMsg: 'request:fail abort' })
    shim.abortAll()
    await clock.tick(0)
    expect(received.map(({ callbacks }) => callbacks.length)).toEqual([2, 2, 2])
    shim.abort('unknown')
  })

  it('may abort from the very first event', async () => {
    const { clock, events, shim, transport } = setUpShim()
    const push = events.push.bind(events)
    events.push = (event) => {
      const length = push(event)
      if (event.type === 'created') shim.abort(event.taskId)
      return length
    }
    const failed: unknown[] = []
    shim.wx.request({ url: API, fail: (result) => failed.push(result) })
    await clock.tick(0)
    expect(typesOf(events)).toEqual(['created', 'failed', 'delivered'])
    expect([failed.length, transport.sent.length]).toEqual([1, 0])
  })
})

it('gives calls under the same settings one environment and one domain check', async () => {
  const { events, run } = setUpShim()
  await run()
  await run({ url: `${API}?other` })
  const [first, second] = events.filter((event) => event.type === 'created')
  const [one, other] = events.filter((event) => event.type === 'checked')
  expect(first?.environment).toBe(second?.environment)
  expect(one?.check).toBe(other?.check)
  expect(first?.taskId).not.toBe(second?.taskId)
})
