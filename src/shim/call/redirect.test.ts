import { describe, expect, it } from 'vitest'
import { API, eventOf, setUpShim, typesOf } from '../../testing/set-up-shim.ts'
import { redirectTiming } from './extra-timing.ts'

describe('redirects', () => {
  const B = 'https://b.example.com/y'

  it('are followed, and the last answer is the result (REDIR-3)', async () => {
    const { events, run, transport } = setUpShim({
      script: (_, nth) => (nth === 0 ? { status: 302, header: { location: '/y?z' } } : { body: '{"r":1}' }),
    })
    expect((await run()).success).toMatchObject({ data: { r: 1 }, statusCode: 200 })
    expect(transport.sent.map(({ url }) => url)).toEqual([API, 'https://api.example.com/y?z'])
    expect(eventOf(events, 'headers-received').redirects).toEqual([{ url: 'https://api.example.com/y?z', statusCode: 302, at: 0 }])
    expect(typesOf(events).filter((type) => type === 'routed' || type === 'headers-received')).toHaveLength(2)
  })

  it('are shown as they are with manual: the listener hears, then success with the 3xx (REDIR-1)', async () => {
    const { call, clock, transport } = setUpShim({ script: { status: 302, header: { Location: B } } })
    const made = call({ url: API, redirect: 'manual' })
    let location: string | undefined
    made.task?.onHeadersReceived(({ header }) => {
      location = header['Location']
    })
    await clock.tick(0)
    expect([location, transport.sent.length, made.success?.statusCode]).toEqual([B, 1, 302])
    expect(transport.sent[0]?.url).toBe(API)
  })

  it('are each held against the domain list (DOM-9)', async () => {
    const settings = { urlCheck: true, domains: { request: ['https://api.example.com'] } }
    const { run, transport } = setUpShim({ settings, script: { status: 301, header: { Location: B } } })
    expect((await run()).fail).toEqual({ errMsg: 'request:fail url not in domain list', errno: 600002 })
    expect(transport.sent).toHaveLength(1)
  })

  it('are held against the list afterwards where the transport followed them unseen (DOM-9)', async () => {
    const settings = { urlCheck: true, domains: { request: ['https://api.example.com'] } }
    expect((await setUpShim({ settings, script: { finalUrl: B } }).run()).fail?.errno).toBe(600002)
    expect((await setUpShim({ settings, script: { finalUrl: 'https://api.example.com/z' } }).run()).success?.statusCode).toBe(200)
  })

  it('are marked in the profile only where every one of them stayed on the host (PROF-2)', () => {
    const timing = (...urls: string[]) =>
      redirectTiming(
        API,
        3,
        urls.map((url, nth) => ({ url, statusCode: 302, at: 10 + nth })),
      )
    expect(timing('https://api.example.com/1', 'https://api.example.com/2')?.marks).toEqual({ redirectStart: 3, redirectEnd: 11 })
    expect(timing('https://api.example.com/1', B)).toBeUndefined()
    expect(timing(B, 'https://api.example.com/2')).toBeUndefined()
    expect(timing()).toBeUndefined()
  })

  it('end after twenty (REDIR-4)', async () => {
    const { events, run, transport } = setUpShim({ script: { status: 302, header: { Location: '/again' } } })
    expect((await run()).fail?.errno).toBe(600008)
    expect(transport.sent).toHaveLength(21)
    expect(eventOf(events, 'failed').error).toMatchObject({ kind: 'too-many-redirects', limit: 20 })
  })

  it('turn a POST into a GET without its body on 301 to 303, and leave it on 307 and 308', async () => {
    for (const [status, method] of [
      [301, 'GET'],
      [302, 'GET'],
      [303, 'GET'],
      [307, 'POST'],
      [308, 'POST'],
    ] as const) {
      const { run, transport } = setUpShim({ script: (_, nth) => (nth === 0 ? { status, header: { Location: '/y' } } : { body: '{}' }) })
      await run({ url: API, method: 'POST', data: { a: 1 } })
      const [, second] = transport.sent
      const names = second?.header.map(([name]) => name)
      expect([second?.method, second?.body !== undefined, names?.includes('content-type')], String(status)).toEqual([
        method,
        method === 'POST',
        method === 'POST',
      ])
    }
  })

  it('lose the Authorization when they leave the origin, and only then', async () => {
    for (const [location, kept] of [
      ['/y', true],
      [B, false],
    ] as const) {
      const { run, transport } = setUpShim({ script: (_, nth) => (nth === 0 ? { status: 302, header: { Location: location } } : {}) })
      await run({ url: API, header: { authorization: 'Bearer t', 'X-A': '1' } })
      const names = transport.sent[1]?.header.map(([name]) => name)
      expect([names?.includes('authorization'), names?.includes('X-A')]).toEqual([kept, true])
    }
  })

  it('fail where they lead nowhere', async () => {
    for (const location of ['javascript:alert(1)', 'https://']) {
      const { run } = setUpShim({ script: { status: 302, header: { Location: location } } })
      expect((await run()).fail?.errMsg).toBe('request:fail -311:net::ERR_UNSAFE_REDIRECT')
    }
    expect((await setUpShim({ script: { status: 302, header: {} } }).run()).success?.statusCode).toBe(302)
  })

  it('have stamps in the profile while they stay on one host (PROF-2)', async () => {
    const settings = { platform: 'ios' as const }
    const to = (Location: string) =>
      setUpShim({ settings, script: (_, nth) => (nth === 0 ? { status: 302, header: { Location }, delay: 7 } : { body: '{}' }) })
    const same = to('/y')
    const { success } = await same.run({ url: API }, 10)
    expect(success?.profile).toMatchObject({ redirectStart: same.clock.startedAt, redirectEnd: same.clock.startedAt + 7 })
    expect((await to(B).run({ url: API }, 10)).success?.profile).toMatchObject({ redirectStart: 0, redirectEnd: 0 })
  })
})
