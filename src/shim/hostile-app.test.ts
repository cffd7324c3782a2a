import { describe, expect, it } from 'vitest'
import { isEnd } from '../contract/event/event-traits.ts'
import type { TaskEvent } from '../contract/event/task-event.ts'
import { API, FILE, setUpShim, streamFaults } from '../testing/set-up-shim.ts'
import { setUpSockets, WS } from '../testing/set-up-sockets.ts'

const no = (): never => {
  throw new Error('a trap of the app')
}
const TRAPS = Object.fromEntries(Reflect.ownKeys(Reflect).map((name) => [name, no])) as ProxyHandler<never>
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

/** Values that throw at whoever looks at them. */
const HOSTILE: Readonly<Record<string, () => unknown>> = {
  'a proxy with throwing traps': () => new Proxy({}, TRAPS),
  'a proxy of a list with throwing traps': () => new Proxy([], TRAPS),
  'a proxy of a function with throwing traps': () => new Proxy(() => {}, TRAPS),
  'a revoked proxy': revoked,
  'an object with a throwing getter': () => Object.defineProperty({}, 'a', { enumerable: true, get: no }),
  'an object without words': () => ({ toString: no, valueOf: no, [Symbol.toPrimitive]: no }),
  'an object without a type': () => Object.defineProperty({}, Symbol.toStringTag, { get: no }),
  'an object with a throwing toJSON': () => ({ toJSON: no }),
  'a list with a throwing iterator': () => Object.assign([1], { [Symbol.iterator]: no }),
}
const hostile = Object.entries(HOSTILE)

/** What else may be thrown than an Error. */
const THROWN: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(hostile.map(([name, make]) => [name, make()])),
  'an object without a prototype': Object.create(null),
  'a symbol': Symbol('thrown'),
  nothing: undefined,
  'an error whose message throws': Object.defineProperty(new Error('x'), 'message', { get: no }),
}

const APIS = {
  request: { url: API, data: {}, header: {}, method: 'POST', timeout: 1, dataType: 'json', responseType: 'text', enableChunked: false },
  uploadFile: { url: API, filePath: FILE, name: 'file', formData: {}, header: {}, timeout: 1 },
  downloadFile: { url: API, filePath: 'wxfile://usr/a', header: {}, timeout: 1 },
  connectSocket: { url: WS, header: {}, protocols: [], timeout: 1, perMessageDeflate: false },
} as const
type Api = keyof typeof APIS

/** Makes one call with options that may throw, and gives what came of it. */
async function callWith(api: Api, option: unknown, callbacks: Readonly<Record<string, unknown>> = {}) {
  const { clock, events, shim, thrown } = api === 'connectSocket' ? setUpSockets() : setUpShim()
  const received: string[] = []
  for (const name of ['success', 'fail', 'complete']) {
    const callback = name in callbacks ? callbacks[name] : (result: { errMsg: string }) => received.push(`${name} ${result.errMsg}`)
    try {
      Object.assign(option as object, { [name]: callback })
    } catch {
      // Then it has none.
    }
  }
  ;(shim.wx[api] as (option: unknown) => unknown)(option)
  await clock.tick(2)
  await clock.tick(60_000)
  return { events, received, thrown }
}

function expectWhole(events: readonly TaskEvent[]): void {
  expect(streamFaults(events)).toEqual([])
  expect(events.map(({ type }) => type)[0]).toBe('created')
  expect(events.filter(isEnd)).toHaveLength(1)
  expect(JSON.parse(JSON.stringify(events))).toEqual(events)
}

describe.each(Object.keys(APIS) as Api[])('wx.%s', (api) => {
  const options = APIS[api]

  it.each(hostile)('records %s in the place of its options, and throws nothing', async (_, make) => {
    const { events } = await callWith(api, make())
    expectWhole(events)
  })

  it.each(hostile)('ends a call that has %s as one of its options, and calls back as ever', async (_, make) => {
    for (const name of Object.keys(options)) {
      const { events, received } = await callWith(api, { ...options, [name]: make() })
      expectWhole(events)
      expect([name, received.map((line) => line.split(' ')[0])]).toEqual([name, [expect.stringMatching(/^(success|fail)$/), 'complete']])
    }
  })

  it('ends a call with an option whose getter throws: fail says why', async () => {
    for (const name of Object.keys(options)) {
      const option = Object.defineProperty({ ...options }, name, { get: no, enumerable: true })
      const { events, received } = await callWith(api, option)
      expectWhole(events)
      expect([name, received[0]]).toEqual([name, expect.stringMatching(/^(fail|success) .*(trap of the app|:ok)/)])
    }
  })

  it.each(hostile)('ends a call with %s in its header', async (_, make) => {
    const { events, received } = await callWith(api, { ...options, header: { 'X-A': make() } })
    expectWhole(events)
    expect(received).toHaveLength(2)
  })

  it.each(Object.entries(THROWN))('goes on to complete when success or fail throws %s, and records it', async (_, value) => {
    for (const url of [options.url, 'nothing']) {
      const callbacks = {
        success() {
          throw value
        },
        fail() {
          throw value
        },
        complete() {
          throw value
        },
      }
      const { events, thrown } = await callWith(api, { ...options, url }, callbacks)
      expectWhole(events)
      const delivered = events.filter((event) => event.type === 'delivered')
      expect(delivered.map(({ callback }) => callback)).toEqual([expect.stringMatching(/success|fail/), 'complete'])
      for (const { threw } of delivered) expect(threw).toEqual(expect.any(String))
      expect(thrown).toHaveLength(2)
    }
  })

  it('takes what is no function for no callback, even a proxy', async () => {
    for (const [, make] of hostile)
      expectWhole((await callWith(api, { ...options }, { success: make(), fail: make(), complete: make() })).events)
  })
})

describe('data that cannot be read', () => {
  it.each(['GET', 'POST'])('fails the call as data that cannot be serialised does, after %s has returned (CONV-20)', async (method) => {
    const { clock, call } = setUpShim()
    const made = call({ url: API, method, data: new Proxy({}, TRAPS) })
    expect([made.task === undefined, made.atOnce]).toEqual([false, []])
    await clock.tick(0)
    expect(made.callbacks).toEqual(['fail', 'complete'])
    expect(made.fail?.errMsg).toMatch(/^request:fail /)
  })
})

describe('an open socket', () => {
  it.each(hostile)('takes %s for a message, a code or options, and goes on', async (_, make) => {
    const { opened, wx } = setUpSockets()
    const { task, received } = await opened()
    const outcomes: string[] = []
    const complete = ({ errMsg }: { errMsg: string }) => void outcomes.push(errMsg)
    for (const call of [task.send, wx.sendSocketMessage] as ((option: unknown) => unknown)[]) {
      call({ data: make(), complete })
      void Promise.resolve(call(make())).catch(() => {})
    }
    for (const call of [wx.closeSocket, task.close] as ((option: unknown) => unknown)[]) {
      call(Object.defineProperty({ complete }, 'code', { get: no }))
      call(Object.defineProperty({ complete }, 'reason', { get: no }))
    }
    await Promise.resolve()
    await Promise.resolve()
    expect(outcomes).toHaveLength(6)
    for (const errMsg of outcomes) expect(errMsg).toMatch(/^\w+(\.\w+)?:fail /)
    expect([task.readyState, received.at(-1)]).toEqual([1, 'open'])
  })
})
