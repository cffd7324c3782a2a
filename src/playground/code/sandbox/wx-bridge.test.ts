import { describe, expect, it } from 'vitest'
import type { Wx } from '../../../contract/wx/wx.ts'
import type { Invocation, ToProgram } from './messages.ts'
import { readMessage } from './read-message.ts'
import { type Callback, createWxBridge } from './wx-bridge.ts'

/** A bridge to a `wx` that notes what is called on it. */
function bridgeTo(wx: Record<string, unknown>) {
  const sent: ToProgram[] = []
  const callbacks: Callback[] = []
  const bridge = createWxBridge({
    wx: wx as unknown as Wx,
    post: (message) => sent.push(message),
    onInvoke: (_invocation, make) => make(),
    onCallback: (callback) => callbacks.push(callback),
  })
  return { bridge, callbacks, sent }
}

const invocation = (given: Partial<Invocation>): Invocation => ({
  type: 'invoke',
  id: 1,
  target: 0,
  method: 'request',
  given: [],
  functions: [],
  ...given,
})

describe('the bridge to wx', () => {
  it('calls with the functions of the program in their places, and only those', () => {
    let got: Record<string, unknown> = {}
    const { bridge, callbacks, sent } = bridgeTo({ request: (option: Record<string, unknown>) => (got = option) })
    bridge.invoke(invocation({ given: [{ url: 'u' }], functions: [{ id: 9, argument: 0, option: 'success' }] }))
    expect(Object.keys(got)).toEqual(['url', 'success'])
    ;(got['success'] as (result: object) => void)({ statusCode: 200 })
    expect(callbacks[0]).toMatchObject({ name: 'success', isOption: true })
    expect(sent).toEqual([{ type: 'call', call: 1, functionId: 9, given: [{ statusCode: 200 }] }])
    expect(bridge.unanswered).toBe(1)
    bridge.ran(1)
    expect(bridge.unanswered).toBe(0)
  })

  it('calls the tasks that a call has returned, and hands the same function to off as to on', () => {
    const listeners = new Set<unknown>()
    const task = {
      abort() {},
      onHeadersReceived: (each: unknown) => listeners.add(each),
      offHeadersReceived: (each: unknown) => listeners.delete(each),
    }
    const { bridge } = bridgeTo({ request: () => task })
    bridge.invoke(invocation({}))
    const functions = [{ id: 9, argument: 0 }]
    bridge.invoke(invocation({ id: 2, target: 1, method: 'onHeadersReceived', given: [null], functions }))
    expect(listeners.size).toBe(1)
    bridge.invoke(invocation({ id: 3, target: 1, method: 'offHeadersReceived', given: [null], functions }))
    expect(listeners.size).toBe(0)
  })

  it('calls nothing that a program does not have, whatever it asks for', () => {
    const called: string[] = []
    const wx = Object.fromEntries(
      ['request', 'chooseImage', 'constructor', 'setStorageSync'].map((name) => [name, () => void called.push(name)]),
    )
    const { bridge } = bridgeTo(wx)
    for (const method of ['chooseImage', 'constructor', 'setStorageSync', '__proto__', 'hasOwnProperty'])
      bridge.invoke(invocation({ method }))
    bridge.invoke(invocation({ target: 77 }))
    expect(called).toEqual([])
  })

  it('aborts at the end what was started, and calls nothing after it', () => {
    let aborted = 0
    let success: (() => void) | undefined
    const request = (option: { readonly success: () => void }) => {
      success = option.success
      return { abort: () => (aborted += 1) }
    }
    const { bridge, sent } = bridgeTo({ request })
    bridge.invoke(invocation({ given: [{}], functions: [{ id: 9, argument: 0, option: 'success' }] }))
    bridge.end()
    success?.()
    bridge.invoke(invocation({ id: 2 }))
    expect(aborted).toBe(1)
    expect(sent).toEqual([])
  })

  it('settles the Promise of a call that is given no callback', async () => {
    const { bridge, sent } = bridgeTo({
      getNetworkType: async () => ({ networkType: 'wifi' }),
      getStorage: () => Promise.reject(new Error('none')),
    })
    bridge.invoke(invocation({ method: 'getNetworkType' }))
    bridge.invoke(invocation({ id: 2, method: 'getStorage' }))
    expect(bridge.unanswered).toBe(2)
    await Promise.resolve()
    await Promise.resolve()
    expect(sent).toEqual([
      { type: 'settled', call: 1, id: 1, failed: false, value: { networkType: 'wifi' } },
      { type: 'settled', call: 2, id: 2, failed: true, value: { errMsg: 'none' } },
    ])
  })
})

describe('a message of a program', () => {
  it('is read where it is one, and dropped where it is not', () => {
    const print = { type: 'print', level: 'log', values: [{ kind: 'text', text: 'a' }] }
    expect(readMessage(print)).toEqual(print)
    expect(readMessage(invocation({}))).toEqual(invocation({}))
    let deep: object = { kind: 'object', text: '' }
    for (let depth = 0; depth < 100_000; depth += 1) deep = { kind: 'object', text: '', entries: [['a', deep]] }
    const refused = [
      null,
      'print',
      { type: 'print', level: 'log', values: [null] },
      { ...print, level: 'loud' },
      { ...print, values: [deep] },
      { ...invocation({}), target: -1 },
      { ...invocation({}), given: Array.from({ length: 9 }) },
      { type: 'killed', why: 'me' },
    ]
    for (const message of refused) expect(readMessage(message)).toBeUndefined()
  })
})
