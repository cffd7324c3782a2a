import { describe, expect, it } from 'vitest'
import type { Gate, Held, Resumed } from '../../contract/event/hold-event.ts'
import type { HoldChoice } from '../../contract/hold.ts'
import { DEFAULT_SETTINGS } from '../../contract/settings.ts'
import { API, eventOf, setUpShim, streamFaults, typesOf } from '../../testing/set-up-shim.ts'
import type { ShimGates } from '../context/call-gates.ts'
import { createGates, type Gates } from './create-gates.ts'
import { createFreezableDeadlines, type FreezableDeadlines } from './freezable-deadlines.ts'

type Options = NonNullable<Parameters<typeof setUpShim>[0]>

/** A shim whose calls are held by what its url holds, with a panel on the screen. */
function setUpGates(options: Options = {}) {
  let gates: Gates | undefined
  const setUp = setUpShim({
    ...options,
    gates: (clock, environment) => {
      gates = createGates({
        clock,
        settings: environment.settings,
        isRecorded: () => true,
        fits: async ({ url }, taskId) => urlOf(taskId).includes(url),
        freeze: (taskId) => deadlines?.freeze(taskId),
        onChange: () => {},
      })
      let deadlines: FreezableDeadlines | undefined
      const freezable: ShimGates['freezable'] = (plain) => {
        deadlines = createFreezableDeadlines(plain, clock)
        return deadlines
      }
      return { calls: gates.calls, freezable }
    },
  })
  const urlOf = (taskId: string): string => {
    const created = setUp.events.find((event) => event.taskId === taskId)
    return created?.type === 'created' ? (created.sent?.url ?? '') : ''
  }
  gates!.setWatched(true)
  const hold = (...at: Gate[]) => gates!.choose({ match: { url: '' }, at })
  return { ...setUp, gates: gates as Gates, hold }
}

const body = '{"a":1}'

describe('a call', () => {
  it.each<[Gate, string]>([
    ['send', 'started'],
    ['headers', 'routed'],
    ['first-chunk', 'headers-received'],
    ['callbacks', 'chunk-received'],
  ])('is held at %s after it has %s, until somebody lets it go on', async (gate, after) => {
    const { call, clock, events, gates, hold } = setUpGates({ script: { body } })
    hold(gate)
    const received = call()
    await clock.tick(10)
    const [held] = gates.held()
    expect([held?.gate, held?.since]).toEqual([gate, 0])
    expect(typesOf(events).slice(-2)).toEqual([after, 'held'])
    expect(received.callbacks).toEqual([])
    gates.resume(held?.taskId ?? '')
    await clock.tick(0)
    expect(received.success?.data).toEqual({ a: 1 })
    expect(eventOf(events, 'resumed')).toMatchObject({ gate, by: 'person', at: 10 })
    expect([streamFaults(events), gates.held()]).toEqual([[], []])
  })

  it('is held at each piece when chunk is asked for, at the first one too', async () => {
    const { call, clock, events, gates, hold } = setUpGates({ script: { chunks: ['a', '', 'b'] } })
    hold('chunk')
    call()
    for (let nth = 0; nth < 2; nth++) {
      await clock.tick(0)
      gates.resume(gates.held()[0]?.taskId ?? '')
    }
    await clock.tick(0)
    const held = events.filter((event): event is Held => event.type === 'held')
    expect(held.map(({ gate, body: piece }) => [gate, piece])).toEqual([
      ['first-chunk', { kind: 'text', text: 'a', size: 1 }],
      ['chunk', { kind: 'text', text: 'b', size: 1 }],
    ])
  })

  it('goes gate by gate when it is stepped', async () => {
    const { call, clock, events, gates } = setUpGates({ script: { chunks: ['{}'] } })
    gates.choose('next')
    const first = call()
    const second = call()
    await clock.tick(0)
    expect([gates.held().length, gates.choice, second.callbacks]).toEqual([1, 'off', ['success', 'complete']])
    const passed: (Gate | undefined)[] = []
    for (let [held] = gates.held(); held; [held] = gates.held()) {
      passed.push(held.gate)
      gates.resume(held.taskId, { step: true })
      await clock.tick(0)
    }
    expect(passed).toEqual(['send', 'headers', 'first-chunk', 'callbacks'])
    expect([first.callbacks, streamFaults(events)]).toEqual([['success', 'complete'], []])
  })

  it('that is running is held at its next gate when a person asks for it', async () => {
    const { call, clock, gates } = setUpGates({ script: { delay: 5, body } })
    call()
    await clock.tick(1)
    gates.holdNext(`${clock.startedAt.toString(36)}-1`)
    await clock.tick(5)
    expect(gates.held().map(({ gate }) => gate)).toEqual(['headers'])
  })

  it('goes on by itself after a time', async () => {
    const { call, clock, events, hold } = setUpGates({ settings: { hold: { ...DEFAULT_SETTINGS.hold, continueAfter: 500 } } })
    hold('headers')
    const received = call()
    await clock.tick(499)
    expect(received.callbacks).toEqual([])
    await clock.tick(1)
    expect(received.callbacks).toEqual(['success', 'complete'])
    expect(eventOf(events, 'held').continueAfter).toBe(500)
    expect(eventOf(events, 'resumed').by).toBe('time')
  })

  it('ends at once when the app aborts it, or the panel', async () => {
    for (const by of ['app', 'panel'] as const) {
      const { call, clock, events, gates, hold, shim } = setUpGates()
      hold('headers')
      const received = call()
      await clock.tick(0)
      if (by === 'app') received.task?.abort()
      else shim.abort(gates.held()[0]?.taskId ?? '')
      await clock.tick(0)
      expect(received.fail?.errMsg).toBe('request:fail abort')
      expect(typesOf(events).slice(-4)).toEqual(['held', 'failed', 'delivered', 'delivered'])
      expect(gates.held()).toEqual([])
    }
  })

  it('is not held without a panel, and goes on when the last one is closed', async () => {
    const { call, clock, events, gates, hold } = setUpGates()
    hold('send')
    call()
    await clock.tick(0)
    gates.setWatched(false)
    await clock.tick(0)
    expect(eventOf(events, 'resumed').by).toBe('no-panel')
    const second = call()
    await clock.tick(0)
    expect([gates.held(), second.callbacks]).toEqual([[], ['success', 'complete']])
  })

  it('goes on when holding is turned off', async () => {
    const { call, clock, gates, hold } = setUpGates()
    hold('send')
    const all = Array.from({ length: 5 }, () => call())
    await clock.tick(0)
    expect(gates.held()).toHaveLength(5)
    gates.choose('off')
    await clock.tick(0)
    expect(all.every(({ success }) => success)).toBe(true)
  })
})

describe('the timeout of a held call', () => {
  it('stands still, and the record says so', async () => {
    const { call, clock, events, gates, hold } = setUpGates({ script: { delay: 5, hang: false, body } })
    hold('send')
    const received = call({ url: API, timeout: 100 })
    await clock.tick(5000)
    expect(eventOf(events, 'held').timeout).toBe('frozen')
    expect(received.callbacks).toEqual([])
    gates.resume(gates.held()[0]?.taskId ?? '')
    await clock.tick(5)
    expect(received.success?.data).toEqual({ a: 1 })
  })

  it('goes on with what was left', async () => {
    const { call, clock, gates, hold } = setUpGates({ script: { hang: true } })
    hold('send')
    const received = call({ url: API, timeout: 100 })
    await clock.tick(1000)
    gates.resume(gates.held()[0]?.taskId ?? '')
    await clock.tick(99)
    expect(received.callbacks).toEqual([])
    await clock.tick(1)
    expect(received.fail?.errMsg).toContain('time out')
  })

  it('runs when that is chosen, and ends the call', async () => {
    const { call, clock, events, gates, hold } = setUpGates({ settings: { hold: { ...DEFAULT_SETTINGS.hold, freezeTimeout: false } } })
    hold('send')
    const received = call({ url: API, timeout: 100 })
    await clock.tick(100)
    expect(received.fail?.errMsg).toContain('time out')
    expect([eventOf(events, 'held').timeout, gates.held()]).toEqual(['runs', []])
  })
})

describe('what is changed of a held call', () => {
  const changed = async (gate: Gate, change: object, option: object = {}, options: Options = { script: { body } }) => {
    const setUp = setUpGates(options)
    setUp.hold(gate)
    const received = setUp.call({ url: API, ...option })
    const heads: unknown[] = []
    received.task?.onHeadersReceived?.((head) => heads.push(head))
    await setUp.clock.tick(0)
    setUp.gates.resume(setUp.gates.held()[0]?.taskId ?? '', { change })
    await setUp.clock.tick(0)
    const resumed = setUp.events.find((event): event is Resumed => event.type === 'resumed')
    return { ...setUp, received, heads, resumed }
  }

  it('is sent in its place', async () => {
    const change = { url: 'https://other.example.com/y', method: 'PUT', header: { 'X-A': '1' }, data: { b: 2 } }
    const { events, received, resumed, transport } = await changed('send', change)
    expect(transport.sent[0]).toMatchObject({ url: change.url, method: 'PUT', header: [['X-A', '1']] })
    expect(new TextDecoder().decode(transport.sent[0]?.body as Uint8Array)).toBe('{"b":2}')
    expect(resumed?.change).toEqual({ url: change.url, method: 'PUT', header: { 'X-A': '1' } })
    expect(resumed?.body).toEqual({ kind: 'text', text: '{"b":2}', size: 7 })
    expect([received.callbacks, streamFaults(events)]).toEqual([['success', 'complete'], []])
  })

  it('is what the listeners and the callbacks get, at the headers', async () => {
    const { events, heads, received } = await changed('headers', { statusCode: 503, header: { 'X-A': '1' }, data: 'down' })
    expect(heads).toEqual([{ statusCode: 503, header: { 'X-A': '1' }, cookies: [] }])
    expect(received.success).toMatchObject({ statusCode: 503, header: { 'X-A': '1' }, data: 'down' })
    expect(eventOf(events, 'headers-received').statusCode).toBe(503)
    expect(eventOf(events, 'succeeded').body).toEqual({ kind: 'text', text: 'down', size: 4 })
  })

  it('is a piece', async () => {
    const { received } = await changed('first-chunk', { data: '[9' }, {}, { script: { chunks: ['[1', ']'] } })
    expect(received.success?.data).toEqual([9])
  })

  it('is the result, before the callbacks', async () => {
    const { received } = await changed('callbacks', { statusCode: 201, data: { b: 2 } })
    expect(received.success).toMatchObject({ statusCode: 201, data: { b: 2 } })
  })

  it.each<Gate>(['send', 'headers', 'first-chunk', 'callbacks'])('is that it fails, at %s', async (gate) => {
    const { events, received, resumed } = await changed(gate, { fail: 'ERR_CONNECTION_RESET' })
    expect(received.fail?.errMsg).toContain('ERR_CONNECTION_RESET')
    expect(eventOf(events, 'failed').error).toMatchObject({ kind: 'network', name: 'ERR_CONNECTION_RESET' })
    expect([resumed?.change, streamFaults(events)]).toEqual([{ fail: 'ERR_CONNECTION_RESET' }, []])
  })
})

it('holds uploads and downloads at the same gates', async () => {
  for (const api of ['upload', 'download'] as const) {
    const setUp = setUpGates({ script: { chunks: ['ab'] } })
    setUp.hold('send', 'headers', 'first-chunk', 'callbacks')
    const received = setUp[api]()
    const passed: Gate[] = []
    for (let turn = 0; turn < 6; turn++) {
      await setUp.clock.tick(0)
      const [held] = setUp.gates.held()
      if (!held) continue
      passed.push(held.gate)
      setUp.gates.resume(held.taskId)
    }
    expect(passed, api).toEqual(['send', 'headers', 'first-chunk', 'callbacks'])
    expect([received.callbacks, streamFaults(setUp.events)]).toEqual([['success', 'complete'], []])
  }
})

it('asks again when what is to be held has changed', async () => {
  const { call, clock, gates } = setUpGates()
  const choices: HoldChoice[] = [
    { match: { url: 'nowhere' }, at: ['send'] },
    { match: { url: 'api' }, at: ['headers'] },
  ]
  gates.choose(choices[0]!)
  const first = call()
  await clock.tick(0)
  expect(first.success).toBeDefined()
  gates.choose(choices[1]!)
  call()
  await clock.tick(0)
  expect(gates.held().map(({ gate }) => gate)).toEqual(['headers'])
})
