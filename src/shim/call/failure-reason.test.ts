import { describe, expect, it } from 'vitest'
import { TransportFailure } from '../../contract/transport.ts'
import { API, eventOf, setUpShim, typesOf } from '../../testing/set-up-shim.ts'
import { failureReason } from './failure-reason.ts'

it('an error of the app that looks like ours is no failure of the network', () => {
  const environment = { platform: 'android', lib: '3.17.0' } as const
  const named = Object.assign(new Error('by name'), { name: 'TransportFailure' })
  expect(failureReason(named, environment)).toEqual({ kind: 'internal', detail: 'TransportFailure: by name' })
  expect(failureReason({ name: 'TransportFailure', failure: 'ERR_FAILED' }, environment).kind).toBe('internal')
  expect(failureReason(Object.assign(new Error('x'), { failure: 'ERR_FAILED' }), environment).kind).toBe('internal')
})

describe('failures of the transport', () => {
  const failing = async (fails: string, option: object = {}, settings = {}) =>
    (await setUpShim({ settings, script: { fails } }).run({ url: API, ...option })).fail

  it('carry the name and the hint in the event, and the words of the platform to the app (ERR-7)', async () => {
    const { events, run } = setUpShim({ script: { fails: 'ERR_CERT_DATE_INVALID', hint: 'mocked' } })
    expect((await run()).fail).toEqual({ errMsg: 'request:fail -201:net::ERR_CERT_DATE_INVALID', errno: 600001 })
    expect(eventOf(events, 'failed').error).toMatchObject({ kind: 'network', name: 'ERR_CERT_DATE_INVALID', hint: 'mocked' })
  })

  it('keep the words of the cause where it says more than the hint, and only there', () => {
    const reasonOf = (hint: 'handler-threw' | 'cors-or-network', cause?: string) =>
      failureReason(new TransportFailure('ERR_FAILED', hint, { cause }), { platform: 'android', lib: '3.17.0' })
    expect(reasonOf('handler-threw', 'boom')).toEqual({ kind: 'network', name: 'ERR_FAILED', hint: 'handler-threw', detail: 'boom' })
    expect(reasonOf('handler-threw')).toEqual({ kind: 'network', name: 'ERR_FAILED', hint: 'handler-threw' })
    expect(reasonOf('cors-or-network', 'boom')).toEqual({ kind: 'network', name: 'ERR_FAILED', hint: 'cors-or-network' })
  })

  it('are a refused handshake by HTTP_ and a number alone', () => {
    const reasonOf = (failure: string) => failureReason(new TransportFailure(failure as never), { platform: 'android', lib: '3.17.0' })
    expect(reasonOf('HTTP_403')).toEqual({ kind: 'handshake-refused', statusCode: 403 })
    for (const other of ['ERR_HTTP_403', 'HTTP_403_X']) expect(reasonOf(other)).toEqual({ kind: 'network', name: other })
  })

  it('may come in the middle of the body', async () => {
    const { events, run } = setUpShim({ script: { chunks: ['{'], breaksOff: 'ERR_CONNECTION_CLOSED' } })
    expect((await run()).fail?.errMsg).toBe('request:fail -100:net::ERR_CONNECTION_CLOSED')
    expect(typesOf(events).slice(4, 7)).toEqual(['headers-received', 'chunk-received', 'failed'])
  })

  it('name an old TLS in the tool (ERR-10)', async () => {
    expect((await failing('TLS_1_1', {}, { platform: 'devtools' }))?.errMsg).toBe('request:fail 小程序要求的 TLS 版本必须大于等于 1.2')
    expect((await failing('TLS_1_1'))?.errMsg).toBe('request:fail -113:net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH')
  })

  it('tell that there is no mobile data (ERR-9, REQ-18)', async () => {
    const expected = { errMsg: 'request:fail cellular network is unavailable', errno: 600006 }
    expect(await failing('NO_CELLULAR', { forceCellularNetwork: true })).toEqual(expected)
    const { run, transport } = setUpShim({ settings: { conditions: { preset: 'offline' } } })
    expect((await run({ url: API, forceCellularNetwork: true })).fail).toEqual(expected)
    expect(transport.sent).toHaveLength(0)
  })

  it('are internal errors where something here is broken, and the app still hears of it', async () => {
    const { events, run } = setUpShim({ script: { breaks: new RangeError('bug') } })
    expect((await run()).fail).toEqual({ errMsg: 'request:fail internal error', errno: 4 })
    expect(eventOf(events, 'failed').error).toMatchObject({ kind: 'internal', detail: 'RangeError: bug' })
  })

  it('say so when nobody took the call', async () => {
    const { events, run } = setUpShim({ script: { declines: true } })
    expect((await run()).callbacks).toEqual(['fail', 'complete'])
    expect(eventOf(events, 'failed').error).toMatchObject({ kind: 'network', hint: 'no-rule' })
  })
})

describe('the timeout', () => {
  it('fails the call in the words of the platform (ERR-6)', async () => {
    const { events, run, transport } = setUpShim({ settings: { platform: 'devtools' }, script: { hang: true } })
    const received = await run({ url: API, timeout: 100 }, 100)
    expect([received.fail, received.callbacks]).toEqual([{ errMsg: 'request:fail timeout' }, ['fail', 'complete']])
    expect(eventOf(events, 'failed')).toMatchObject({ at: 100, error: { kind: 'timed-out', after: 100 } })
    expect(transport.jobs[0]?.signal.aborted).toBe(true)
  })

  it('counts from when the call is sent, not while it waits in line (LIM-10)', async () => {
    const { call, clock, events } = setUpShim({ slots: 1, script: { hang: true } })
    call({ url: API, timeout: 50 })
    const second = call({ url: API, timeout: 50 })
    await clock.tick(99)
    expect(second.callbacks).toEqual([])
    await clock.tick(1)
    expect(second.callbacks).toEqual(['fail', 'complete'])
    expect(events.filter((event) => event.type === 'failed').map(({ at }) => at)).toEqual([50, 100])
  })

  it('also ends a body that does not', async () => {
    const { run } = setUpShim({ script: { chunkDelay: 200, chunks: ['a', 'b'] } })
    expect((await run({ url: API, timeout: 300 }, 1000)).fail).toEqual({ errMsg: 'request:fail fail:time out', errno: 5 })
  })
})
