import { describe, expect, it } from 'vitest'
import type { FrameworkCall, FrameworkOutcome } from '../contract/framework-call.ts'
import { createFakeClock } from '../testing/fake-clock.ts'
import { type AdapterContext, adaptFramework, isUni } from './adapt-framework.ts'
import { PendingCalls } from './pending-calls.ts'

function setUp() {
  const clock = createFakeClock()
  const unseen: { call: FrameworkCall; outcome: FrameworkOutcome }[] = []
  const pending = new PendingCalls(clock.now)
  const context: AdapterContext = { pending, now: clock.now, calls: { unseen: (call, outcome) => unseen.push({ call, outcome }) } }
  return { clock, pending, unseen, adapt: (framework: object) => adaptFramework(framework, context) }
}

type Options = { url?: string; success?: (result: object) => void; fail?: (result: object) => void; complete?: (result: object) => void }

describe('adapt', () => {
  it('gives the app what the framework returns, and takes the request that is made meanwhile', () => {
    const { adapt, pending } = setUp()
    const task = { abort() {} }
    let taken: FrameworkCall | undefined
    const uni = {
      request: (_options: Options) => {
        taken = pending.take('request', '/goods')
        return task
      },
    }
    adapt(uni)
    const success = () => {}
    expect(uni.request({ url: '/goods', success })).toBe(task)
    expect(taken).toMatchObject({ framework: 'uni', api: 'request', given: { url: '/goods', success }, timeout: 60_000 })
  })

  it('hands on promises with all that hangs on them', async () => {
    const { adapt } = setUp()
    const abort = () => {}
    const Taro = { getEnv: () => 'WEB', request: () => Object.assign(Promise.resolve({ statusCode: 200 }), { abort }) }
    adapt(Taro)
    const asked = Taro.request()
    expect(asked.abort).toBe(abort)
    expect(await asked).toEqual({ statusCode: 200 })
  })

  it('tells which callbacks ran, when, and what they threw, and lets the error through', () => {
    const { adapt, pending } = setUp()
    const received: unknown[] = []
    const uni = {
      request(options: Options) {
        pending.take('request', '/a')?.follow({
          delivered: ({ callback, threw }) => received.push([callback, threw]),
          settled: ({ failed, result }) => received.push([failed, result]),
        })
        options.success?.({ errMsg: 'request:ok' })
        options.complete?.({ errMsg: 'request:ok' })
      },
    }
    adapt(uni)
    const success = () => {
      throw new Error('of the app')
    }
    expect(() => uni.request({ url: '/a', success })).toThrow('of the app')
    expect(received).toEqual([
      [false, { errMsg: 'request:ok' }],
      ['success', 'Error: of the app'],
    ])
  })

  it('learns how a call ended from callbacks that the app did not give', () => {
    const { adapt, unseen } = setUp()
    const uni = { request: (options: Options) => options.fail?.({ errMsg: 'request:fail parameter error' }) ?? {} }
    adapt(uni)
    uni.request({ success() {} })
    expect(unseen.map(({ outcome }) => outcome)).toEqual([
      { failed: true, atOnce: true, result: { errMsg: 'request:fail parameter error' } },
    ])
  })

  it('tells of a call that ended without a request, and not of one whose request was seen', async () => {
    const { adapt, pending, unseen } = setUp()
    let see = false
    const Taro = {
      getEnv: () => 'WEB',
      async request(_options: Options) {
        if (see) pending.take('request', 'https://api.example.com/a')
        return { statusCode: 299 }
      },
    }
    adapt(Taro)
    await Taro.request({ url: '/a' })
    see = true
    await Taro.request({ url: '/a' })
    expect(unseen.map(({ call, outcome }) => [call.framework, call.api, outcome])).toEqual([
      ['Taro', 'request', { failed: false, atOnce: false, result: { statusCode: 299 } }],
    ])
  })

  it('leaves an unhandled rejection unhandled, once', async () => {
    const { adapt } = setUp()
    const uni = { request: () => Promise.reject(new Error('nobody there')) }
    adapt(uni)
    await expect(uni.request()).rejects.toThrow('nobody there')
  })

  it('lets what the framework throws through', () => {
    const { adapt, unseen } = setUp()
    const uni = {
      request() {
        throw new SyntaxError('no url')
      },
    }
    adapt(uni)
    expect(() => uni.request()).toThrow('no url')
    expect(unseen).toHaveLength(1)
  })

  it('gives back the functions of the framework, and one that was kept does what it did', () => {
    const { adapt, pending, unseen } = setUp()
    const request = (_options: Options) => pending.take('request', '/a')
    const uni = { request }
    const { undo } = adapt(uni)
    const kept = uni.request
    undo()
    expect(uni.request).toBe(request)
    expect(kept({ url: '/a' })).toBeUndefined()
    expect(unseen).toEqual([])
  })

  it('leaves alone what was put over it since', () => {
    const { adapt } = setUp()
    const uni = { request: (_options: Options) => ({}) }
    const { bypassed, undo } = adapt(uni)
    expect(bypassed()).toEqual([])
    const own = () => ({})
    uni.request = own
    expect(bypassed()).toEqual(['uni.request'])
    undo()
    expect(uni.request).toBe(own)
  })

  it.each([{}, { login() {} }, Object.freeze({ request() {} })])('refuses what it cannot adapt, and says what to do', (framework) => {
    const { adapt } = setUp()
    expect(() => adapt(framework)).toThrow(expect.objectContaining({ name: 'InspectorError', code: 'bad-option' }))
  })

  it('knows uni by what only uni has', () => {
    expect(isUni({ addInterceptor() {}, upx2px() {} })).toBe(true)
    expect(isUni({ addInterceptor() {}, getEnv() {} })).toBe(false)
  })
})
