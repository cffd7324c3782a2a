import { expect, it } from 'vitest'
import type { FrameworkApi } from '../contract/framework-call.ts'
import { PendingCall, PendingCalls } from './pending-calls.ts'

function setUp() {
  let now = 0
  const pending = new PendingCalls(() => now)
  const make = (api: FrameworkApi, url: string) => new PendingCall({ framework: 'uni', api, given: { url }, at: now, timeout: 60_000 })
  return {
    pending,
    make,
    /** A call whose function has returned without a request. */
    wait(api: FrameworkApi, url: string) {
      const call = make(api, url)
      pending.run(call, () => {})
      return call
    },
    pass(ms: number) {
      now += ms
    },
  }
}

it('knows a request that is made before the function returns, whatever an interceptor made of its address', () => {
  const { make, pending } = setUp()
  const call = make('request', '/goods')
  expect(pending.run(call, () => pending.take('request', 'https://gateway.example.com/?path=goods'))).toBe(call)
  expect(pending.take('request', '/goods')).toBeUndefined()
})

it.each([
  ['/goods', '/goods'],
  ['/goods', 'https://api.example.com/v2/goods'],
  ['goods?page=2', 'https://api.example.com/goods?page=2&token=x'],
  ['https://api.example.com/goods#top', 'https://api.example.com/goods'],
])('knows a request that comes later by its address: %s as %s', (asked, called) => {
  const { pending, wait } = setUp()
  const call = wait('request', asked)
  expect(pending.take('request', called)).toBe(call)
})

it('takes no request of the page itself for one of a framework', () => {
  const { pending, wait } = setUp()
  wait('request', '/goods')
  wait('request', '')
  expect(pending.take('request', 'https://api.example.com/other')).toBeUndefined()
  expect(pending.take('socket', '/goods')).toBeUndefined()
})

it('gives equal requests to their calls in the order in which they were made', () => {
  const { pending, wait } = setUp()
  const calls = [wait('uploadFile', '/up'), wait('uploadFile', '/up')]
  expect([pending.take('request', '/up'), pending.take('request', '/up')]).toEqual(calls)
})

it('does not look for the request of a call that was stopped long ago', () => {
  const { pass, pending, wait } = setUp()
  wait('request', '/goods')
  pass(10_001)
  const later = wait('request', '/goods')
  expect(pending.take('request', '/goods')).toBe(later)
})

it('tells a listener that comes late what there was to hear', () => {
  const { make } = setUp()
  const call = make('request', '/goods')
  const received: unknown[] = []
  call.delivered({ callback: 'success', at: 1, took: 0 })
  expect(call.settle({ failed: false, atOnce: false, result: 1 })).toBe(true)
  expect(call.settle({ failed: true, atOnce: false, result: 2 })).toBe(false)
  call.follow({ delivered: ({ callback }) => received.push(callback), settled: ({ result }) => received.push(result) })
  call.delivered({ callback: 'complete', at: 2, took: 0 })
  expect(received).toEqual(['success', 1, 'complete'])
})
