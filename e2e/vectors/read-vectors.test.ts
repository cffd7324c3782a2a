import { describe, expect, it } from 'vitest'
import { readVectors } from './read-vectors.ts'
import { runVector } from './run-vector.ts'

const OFF = { platform: 'devtools', urlCheck: false }
const URL = 'https://api.example.com/x'
const SOCKET = { api: 'connectSocket', env: OFF, options: { url: 'wss://ws.example.com' } }

async function problemsOf(entry: object): Promise<readonly string[]> {
  const outcomes = await Promise.all(readVectors(entry, 0).map(runVector))
  return outcomes.flatMap(({ problems }) => problems)
}

describe('a vector as others may write it', () => {
  it('is one vector for each platform that it names', async () => {
    const refused = { urlCheck: true, domains: { request: [] } }
    const entry = { id: 'X', api: 'request', options: { url: URL }, server: null, expect: { errno: 600002, sent: false } }
    expect(readVectors({ ...entry, env: { ...refused, platform: ['ios', 'pc'] } }, 0).map(({ env }) => env['platform'])).toEqual([
      'ios',
      'pc',
    ])
    expect(await problemsOf({ ...entry, env: { ...refused, platforms: ['ios', 'android'] } })).toEqual([])
  })

  it('may leave out what is empty: options, the server that says yes, its environment', async () => {
    expect(await problemsOf({ api: 'wx.request', env: OFF, options: { url: URL }, expect: { statusCode: 200 } })).toEqual([])
    expect(await problemsOf({ api: 'request', expect: { errMsgMatches: 'parameter.url should be String' } })).toEqual([])
    expect(readVectors({ api: 'request' }, 4)[0]).toMatchObject({ id: '[4]', env: {}, options: {} })
  })

  it('may list what the server answers one after another, and write a body as an object', async () => {
    const entry = {
      api: 'request',
      env: OFF,
      options: { url: URL },
      server: [
        { status: 302, headers: { Location: '/y' } },
        { status: 200, body: { n: [1] } },
      ],
      expect: { data: { n: [1] }, requestCount: 2 },
    }
    expect(await problemsOf(entry)).toEqual([])
  })

  it('may have the server say one message, or a list under another name', async () => {
    expect(await problemsOf({ ...SOCKET, server: { ws: 'accept', send: 'hi' }, expect: { messages: ['hi'] } })).toEqual([])
    const bytes = { $arraybuffer: '01' }
    expect(
      await problemsOf({ ...SOCKET, server: { ws: 'accept', push: ['a', { $hex: '01' }] }, expect: { messages: ['a', bytes] } }),
    ).toEqual([])
    expect(await problemsOf({ ...SOCKET, server: { ws: 'accept', speed: [5] }, expect: {} })).toHaveLength(1)
  })

  it('may find its own word for the fate of the sixth socket', async () => {
    const six = { ...SOCKET, options: { ...SOCKET.options, repeat: 6 }, server: { ws: 'accept' } }
    expect(await problemsOf({ ...six, expect: { sixthFailed: true, sixthEvents: ['error'], sixthWaits: false } })).toEqual([])
    expect(await problemsOf({ ...six, expect: { sixthSocketOpens: true, sixthFate: 'unclear' } })).toHaveLength(2)
  })

  it('may look at the callbacks of a global call', async () => {
    const expected = { callbacks: ['fail', 'complete'], events: ['fail', 'complete'], callbackErrMsgMatches: 'not connected' }
    expect(await problemsOf({ api: 'sendSocketMessage', env: OFF, options: { data: 'x' }, server: null, expect: expected })).toEqual([])
  })

  it('may upload from a path that leads nowhere, and name settings as WeChat does', async () => {
    const upload = { url: URL, filePath: 'wxfile://usr/../x', name: 'f' }
    expect(await problemsOf({ api: 'uploadFile', env: OFF, options: upload, expect: { sent: false } })).toEqual([])
    const debugged = { platform: 'android', envVersion: 'trial', vConsole: true }
    expect(await problemsOf({ api: 'request', env: debugged, options: { url: URL }, expect: { errMsg: 'request:ok' } })).toEqual([])
  })
})
