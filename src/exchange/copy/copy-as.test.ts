import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { API, setUpShim } from '../../testing/set-up-shim.ts'
import { toHar } from '../har/to-har.ts'
import { COPY_FORMS, copyCall, copyCalls } from './copy-as.ts'
import { copyParts } from './copy-parts.ts'
import { jsLiteral } from './js-literal.ts'

const copy = (events: readonly TaskEvent[], form: (typeof COPY_FORMS)[number]) => copyCall(events, form, { startedAt: 0 })?.text ?? ''

/** Calls as apps write them. */
const options = fc.record(
  {
    url: fc.webPath().map((path) => `https://api.example.com${path}`),
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'post'),
    data: fc.oneof(
      fc.string({ unit: 'binary' }).filter((text) => !/\p{Cs}/u.test(text)),
      fc.dictionary(
        fc.string({ minLength: 1 }),
        fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 })),
        { maxKeys: 4 },
      ),
      fc.uint8Array({ maxLength: 20 }).map(({ buffer }) => buffer),
    ),
    header: fc.dictionary(
      fc.stringMatching(/^[A-Za-z][\w-]{0,9}$/),
      fc.stringMatching(/^[ -~]{1,12}$/).map((text) => text.trim()),
      { maxKeys: 3 },
    ),
    dataType: fc.constantFrom('json', '其他'),
    timeout: fc.integer({ min: 1, max: 60_000 }),
  },
  { requiredKeys: ['url'] },
)

describe('a copy of a call', () => {
  it('as wx.request makes the same request when it is run', async () => {
    await fc.assert(
      fc.asyncProperty(options, async (option) => {
        const first = setUpShim({})
        await first.run(option)
        const code = copyCall(first.events, 'wx', { startedAt: 0, redact: false })?.text ?? ''
        const second = setUpShim({})
        const wx = second.shim.wx
        const quiet = { log: () => {}, error: () => {} }
        new Function('wx', 'console', code)(wx, quiet)
        await second.clock.tick(1000)
        expect(second.transport.sent.map(bare)).toEqual(first.transport.sent.map(bare))
      }),
      { numRuns: 200 },
    )
  })

  it('of its address or its answer has none of its secrets, wherever else in the call their names stand', async () => {
    const { run, events } = setUpShim({ script: { body: '{"session_key":"planted-key","echo":"planted-token"}' } })
    await run({ url: `${API}/login?access_token=planted-token` })
    const url = copyParts([events, events], 'url', true)
    expect(url.text).toBe(`${API}/login?access_token=redacted-1\n${API}/login?access_token=redacted-1`)
    expect(url.replaced.map(({ name }) => name)).toEqual(['access_token'])
    expect(copyParts([events], 'response', true).text).toBe('{"session_key":"redacted-2","echo":"redacted-1"}')
    expect(copyParts([events], 'response', false).text).toContain('planted-key')
  })

  it('as PowerShell and cmd quotes what these know', () => {
    const events = exampleEvents({ taskId: 'a', url: 'https://api.example.com/it\'s?a=%PATH%&b="c"' })
    expect(copy(events, 'powershell')).toContain("-Uri 'https://api.example.com/it''s?a=%PATH%&b=\"c\"'")
    expect(copy(events, 'curl-cmd')).toContain('^"https://api.example.com/it\'s?a=^%^PATH^%^&b=^\\^"c^\\^"^"')
  })

  it('has every form for a request, and for a socket those that make sense', () => {
    const events = exampleEvents({ taskId: 'a' })
    for (const form of COPY_FORMS) expect(copy(events, form), form).not.toBe('')
    expect(copy(events, 'msw')).toContain('http.get("https://api.example.com/goods"')
    const socket = exampleEvents({ taskId: 'a', api: 'connectSocket', url: 'wss://api.example.com/chat', upTo: 2 })
    expect(copyCall(socket, 'curl', { startedAt: 0 })).toBeUndefined()
    expect(copy(socket, 'wx')).toContain('wx.connectSocket(')
  })

  it('keeps a key that would set a prototype a key', () => {
    expect(jsLiteral(JSON.parse('{"__proto__":1,"a-b":[]}'))).toBe("{\n  ['__proto__']: 1,\n  'a-b': [],\n}")
  })
})

function bare({ method, url, header, body }: { method: string; url: string; header: unknown; body?: unknown }) {
  return { method, url, header, body }
}

describe('redaction', () => {
  const SECRETS = {
    query: 'q-token-1a2b3c',
    sign: '0f343b0931126a20f133d67c2b018a3b',
    apiKey: 'key-9-8-7-6-5',
    proxy: 'cHJveHk6c2VjcmV0',
    header: 'header-token-77',
    password: 'hunter2hunter2',
    answerToken: 'answer-token-88',
    sessionKey: 'tiihtNczf5v6AKRyjwEUhQ==',
    socket: 'the text of a message',
  }

  it('leaves none of nine planted secrets in any form, and lists what it replaced', async () => {
    const shim = setUpShim({
      script: {
        header: { 'X-Auth-Token': SECRETS.answerToken, 'Content-Type': 'application/json' },
        body: `{"session_key":"${SECRETS.sessionKey}","code":0}`,
      },
    })
    await shim.run({
      url: `${API}?access_token=${SECRETS.query}&sign=${SECRETS.sign}&page=1`,
      method: 'POST',
      data: { user: 'lin', password: SECRETS.password, echo: `again ${SECRETS.query}` },
      header: { 'X-Api-Key': SECRETS.apiKey, 'Proxy-Authorization': `Basic ${SECRETS.proxy}`, token: SECRETS.header },
    })
    for (const form of COPY_FORMS) {
      const copied = copyCall(shim.events, form, { startedAt: 0 })
      for (const [name, secret] of Object.entries(SECRETS)) expect(copied?.text, `${name} in ${form}`).not.toContain(secret)
      if (form !== 'msw') expect(copied?.text, form).toContain('lin')
      expect(copied?.replaced.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['access_token', 'sign', 'X-Api-Key', 'Proxy-Authorization', 'token', 'password', 'session_key']),
      )
    }
    // The same secret has the same mark, so that one sees that it is the same.
    const { text } = copyCall(shim.events, 'curl', { startedAt: 0 }) ?? { text: '' }
    const mark = /access_token=(redacted-\d+)/.exec(text)?.[1]
    expect(text).toContain(`again ${mark}`)
    expect(copyCall(shim.events, 'curl', { startedAt: 0, redact: false })?.text).toContain(SECRETS.query)
  })

  it('gives two secrets of two calls two marks, and one that both have the same', () => {
    const calls = ['first-secret', 'second-secret', 'first-secret'].map((secret, nth) =>
      exampleEvents({ taskId: `t${nth}`, url: `https://api.example.com/?access_token=${secret}` }),
    )
    const { text, replaced } = copyCalls(calls, 'fetch', { startedAt: 0 })
    expect(text.match(/redacted-\d/g)).toEqual(['redacted-1', 'redacted-2', 'redacted-1'])
    expect(replaced).toHaveLength(2)
  })

  it('keeps what is no secret, to the letter', () => {
    const events = exampleEvents({
      taskId: 'a',
      body: { kind: 'text', text: '{"code":0,"total": 12345678901234567890, "list":[]}', size: 51 },
    })
    expect(copyCall(events, 'har', { startedAt: 0 })).toEqual({ ...copyCall(events, 'har', { startedAt: 0, redact: false }), replaced: [] })
  })

  it('finds secrets in cookies, forms, XML, multipart, lists, JSON within JSON, and bytes', () => {
    const at = (text: string) => {
      const events = exampleEvents({ taskId: 'a', body: { kind: 'text', text, size: text.length } })
      return copyCall(events, 'har', { startedAt: 0 })?.text ?? ''
    }
    for (const text of [
      'user=lin&password=topsecret1&x=1',
      '<xml><sign><![CDATA[topsecret1]]></sign></xml>',
      '<xml><access_token>topsecret1</access_token></xml>',
      '--b\r\nContent-Disposition: form-data; name="password"\r\n\r\ntopsecret1\r\n--b--',
      '{"tokens":["topsecret1",{"a":"topsecret1"}]}',
      JSON.stringify({ inner: JSON.stringify({ openid: 'topsecret1' }) }),
      '{"url":"https://u:topsecret1@example.com/?a=1"}',
      '{"next":"https://example.com/?access_token=topsecret1"}',
    ])
      expect(at(text), text).not.toContain('topsecret1')
    const base64 = btoa('\xff\xfe password=topsecret1&')
    const events = exampleEvents({ taskId: 'a', body: { kind: 'base64', base64, size: 25 } })
    const written = JSON.parse(copyCall(events, 'har', { startedAt: 0 })?.text ?? '').response.content.text
    expect(atob(written)).toBe('\xff\xfe password=redacted-1&')
  })

  it('replaces the secret of each of thousands of calls, wherever it stands again', () => {
    const calls = Array.from({ length: 3000 }, (_, nth) =>
      exampleEvents({
        taskId: `t${nth}`,
        url: `https://api.example.com/goods?sign=${(nth * 7919).toString(36)}abcdef${nth}`,
        body: { kind: 'text', text: `{"echo":"/x/${(nth * 7919).toString(36)}abcdef${nth}/y","list":[]}`, size: 60 },
      }),
    )
    const { har, replaced } = toHar(calls, { startedAt: 0 })
    expect(JSON.stringify(har)).not.toMatch(/[a-z0-9]+abcdef\d/)
    expect(new Set(replaced.map(({ mark }) => mark)).size).toBe(3000)
  })
})
