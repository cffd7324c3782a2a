import { describe, expect, it } from 'vitest'
import { API, eventOf, setUpShim, streamFaults, typesOf } from '../../testing/set-up-shim.ts'

const JSON_HEADER = { 'Content-Type': 'application/json' }

it.each(['call', 'upload', 'download'] as const)(
  'can be aborted until the task in which a %s ends, and then only the abort is told',
  async (kind) => {
    const waiting: (() => void)[] = []
    const setUp = setUpShim({ nextTask: () => new Promise((resolve) => waiting.push(resolve)) })
    const received = setUp[kind]()
    await setUp.clock.tick(0)
    received.task?.abort()
    for (let turn = 0; turn < 3; turn += 1) {
      for (const begin of waiting.splice(0)) begin()
      await setUp.clock.tick(0)
    }
    expect(received.callbacks).toEqual(['fail', 'complete'])
    expect(streamFaults(setUp.events)).toEqual([])
  },
)

describe('listeners of a task', () => {
  it('hear the head before success, each of them (TASK-4, TASK-9, RES-14)', async () => {
    const { call, clock, events } = setUpShim({ script: { status: 201, cookies: ['a=1'], body: '1' } })
    const received: unknown[] = []
    const { task } = call({ url: API, success: () => received.push('success') })
    task?.onHeadersReceived((result) => received.push(result))
    task?.onHeadersReceived(() => received.push('second'))
    await clock.tick(0)
    expect(received).toEqual([{ header: JSON_HEADER, statusCode: 201, cookies: ['a=1'] }, 'second', 'success'])
    expect(eventOf(events, 'headers-received').listeners).toHaveLength(2)
  })

  it('do not learn the status in the tool (TASK-5)', async () => {
    const { call, clock } = setUpShim({ settings: { platform: 'devtools' } })
    let keys: string[] = []
    call().task?.onHeadersReceived((result) => {
      keys = Object.keys(result)
    })
    await clock.tick(0)
    expect(keys).toEqual(['header', 'cookies'])
  })

  it('can be taken away, one or all (TASK-6)', async () => {
    const { call, clock } = setUpShim()
    const received: string[] = []
    const one = () => received.push('one')
    const { task: some } = call()
    some?.onHeadersReceived(one)
    some?.onHeadersReceived(() => received.push('two'))
    some?.offHeadersReceived(one)
    const { task: none } = call()
    none?.onHeadersReceived(one)
    none?.onHeadersReceived(one)
    none?.offHeadersReceived()
    await clock.tick(0)
    expect(received).toEqual(['two'])
  })

  it('work unbound, and ignore what is no function', async () => {
    const { call, clock } = setUpShim()
    const { abort, onChunkReceived, onHeadersReceived } = call().task ?? {}
    let received = 0
    onHeadersReceived?.(() => received++)
    onHeadersReceived?.('no' as never)
    onChunkReceived?.(undefined as never)
    await clock.tick(0)
    abort?.()
    expect(received).toBe(1)
  })

  it('exist as far as the base library has them (TASK-8)', () => {
    const methods = (lib: string) => Object.keys(setUpShim({ settings: { lib } }).call().task ?? {})
    expect(methods('1.4.0')).toEqual(['abort'])
    expect(methods('2.1.0')).toEqual(['abort', 'onHeadersReceived', 'offHeadersReceived'])
  })

  it('are recorded with what they threw, and nobody else hears less for it', async () => {
    const { call, clock, events, thrown } = setUpShim()
    const received = call()
    received.task?.onHeadersReceived(() => {
      throw new Error('oops')
    })
    let second = false
    received.task?.onHeadersReceived(() => {
      second = true
    })
    await clock.tick(0)
    expect([second, received.callbacks]).toEqual([true, ['success', 'complete']])
    expect(eventOf(events, 'headers-received').listeners[0]).toEqual({ at: 0, took: 0, threw: 'Error: oops' })
    expect(thrown).toEqual([new Error('oops')])
  })
})

describe('abort', () => {
  it('fails the call in flight, and a later answer is ignored (TASK-1)', async () => {
    const { call, clock, events, transport } = setUpShim({ script: { delay: 100, body: '{}' } })
    const received = call()
    await clock.tick(40)
    received.task?.abort()
    expect(received.callbacks).toEqual([])
    await clock.tick(200)
    expect(received.fail).toEqual({ errMsg: 'request:fail abort' })
    expect(received.callbacks).toEqual(['fail', 'complete'])
    expect(eventOf(events, 'failed')).toMatchObject({ at: 40, error: { kind: 'aborted', by: 'app' } })
    expect(transport.jobs[0]?.signal.aborted).toBe(true)
  })

  it('takes a waiting call out of the line, and nothing is sent (TASK-2)', async () => {
    const { call, clock, events, transport } = setUpShim({ slots: 1, script: { delay: 10, body: '{}' } })
    call()
    const waiting = call()
    const last = call()
    waiting.task?.abort()
    await clock.tick(30)
    expect(waiting.fail?.errMsg).toBe('request:fail abort')
    expect([transport.sent.length, last.callbacks]).toEqual([2, ['success', 'complete']])
    expect(typesOf(events, events[3]?.taskId)).toContain('failed')
  })

  it('does nothing after the end, or a second time (TASK-3)', async () => {
    const { events, run } = setUpShim()
    const received = await run()
    received.task?.abort()
    received.task?.abort()
    expect(received.callbacks).toEqual(['success', 'complete'])
    expect(streamFaults(events)).toEqual([])
  })

  it('from within a listener takes effect after the event at hand', async () => {
    const { call, clock, events } = setUpShim()
    const received = call()
    received.task?.onHeadersReceived(() => received.task?.abort())
    await clock.tick(0)
    expect(typesOf(events).slice(-4)).toEqual(['headers-received', 'failed', 'delivered', 'delivered'])
    expect(received.callbacks).toEqual(['fail', 'complete'])
  })
})

describe('callbacks that throw', () => {
  it('are recorded and told to the page, and complete runs all the same', async () => {
    const { events, run, thrown } = setUpShim()
    const received = await run({
      url: API,
      success: () => {
        throw new TypeError('mine')
      },
    })
    expect(received.callbacks).toEqual(['success', 'complete'])
    expect(events.filter((event) => event.type === 'delivered').map(({ callback, threw }) => [callback, threw])).toEqual([
      ['success', 'TypeError: mine'],
      ['complete', undefined],
    ])
    expect(thrown).toEqual([new TypeError('mine')])
  })

  it('may throw anything', async () => {
    const { events, run } = setUpShim()
    await run({
      url: API,
      success: () => {
        throw Object.create(null)
      },
    })
    expect(eventOf(events, 'delivered').threw).toBe('[object Object]')
  })
})
