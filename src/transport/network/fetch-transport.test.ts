import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClock } from '../../contract/clock.ts'
import { createDisposables } from '../../contract/disposables.ts'
import type { Outgoing } from '../../contract/transport.ts'
import { type LoopbackServer, startLoopbackServer } from '../../testing/loopback-server.ts'
import { createFetchTransport } from './fetch-transport.ts'

interface Seen {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
  /** Settles with whether the answer could be sent to its end. */
  readonly closed: Promise<boolean>
}

const seen: Seen[] = []
let server: LoopbackServer
beforeAll(async () => {
  server = await startLoopbackServer(async (request, response) => {
    const closed = new Promise<boolean>((resolve) => response.on('close', () => resolve(response.writableFinished)))
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { url = '', method = '', headers } = request
    seen.push({ url, method, headers, body: Buffer.concat(chunks).toString(), closed })
    if (url === '/redirect') return response.writeHead(302, { Location: '/there' }).end()
    if (url === '/hang') return
    response.writeHead(200, { 'X-Trace': 'a' })
    response.write('first')
    if (url !== '/half') response.end()
  })
})
afterAll(() => server.close())

const transport = createFetchTransport(createDisposables())
const clock = createClock()
async function send(path: string, more: Partial<Outgoing> = {}, signal = new AbortController().signal) {
  const outgoing: Outgoing = {
    taskId: 't/1',
    api: 'request',
    method: 'GET',
    url: server.origin + path,
    header: [],
    body: undefined,
    redirect: 'follow',
    ...more,
  }
  const route = await transport.send(outgoing, { signal, clock })
  return route?.answer ?? Promise.reject(new Error('nobody took the call'))
}

it('sends method, headers and body, and keeps its own mark from the server', async () => {
  const body = new TextEncoder().encode('{"a":"茶"}')
  const answer = await send('/x?q=1', {
    method: 'POST',
    header: [
      ['Content-Type', 'application/json'],
      ['X-Name', '中文'],
      ['bad name', 'x'],
    ],
    body,
  })
  expect(answer).toMatchObject({ statusCode: 200, header: { 'x-trace': 'a' } })
  const got = seen.at(-1)
  expect(got).toMatchObject({ url: '/x?q=1', method: 'POST', body: '{"a":"茶"}', headers: { 'content-type': 'application/json' } })
  expect(Buffer.from(String(got?.headers['x-name']), 'latin1').toString()).toBe('中文')
})

it('says where a redirect led that it followed', async () => {
  expect((await send('/redirect')).finalUrl).toBe(`${server.origin}/there`)
  expect((await send('/there')).finalUrl).toBeUndefined()
})

it('lets an abort reach the server before the head has come', async () => {
  const abort = new AbortController()
  const answer = send('/hang', {}, abort.signal)
  await expect.poll(() => seen.at(-1)?.url).toBe('/hang')
  abort.abort()
  await expect(answer).rejects.toMatchObject({ failure: 'ERR_ABORTED' })
  expect(await seen.at(-1)?.closed).toBe(false)
})

it('lets an abort reach the server in the middle of the body', async () => {
  const abort = new AbortController()
  const answer = await send('/half', {}, abort.signal)
  const pieces = answer.chunks[Symbol.asyncIterator]()
  expect(Buffer.from((await pieces.next()).value as Uint8Array).toString()).toBe('first')
  abort.abort()
  await expect(pieces.next()).rejects.toMatchObject({ failure: 'ERR_ABORTED' })
  expect(await seen.at(-1)?.closed).toBe(false)
})

it('refuses a blocked port before anything leaves', async () => {
  await expect(send('', { url: 'http://127.0.0.1:6000/x' })).rejects.toMatchObject({ failure: 'ERR_UNSAFE_PORT', hint: 'blocked-port' })
})

it('tells a method that no page may send from a broken network', async () => {
  await expect(send('/x', { method: 'TRACE' })).rejects.toMatchObject({ failure: 'ERR_FAILED', hint: 'forbidden-method' })
  await expect(send('', { url: 'http://127.0.0.1:61002/' })).rejects.toMatchObject({ failure: 'ERR_FAILED', hint: 'cors-or-network' })
})

it('tells what was measured of a call once its body has ended, once', async () => {
  const answer = await send('/x')
  for await (const _piece of answer.chunks);
  await clock.nextTask?.()
  await expect
    .poll(() => answer.measuredTiming?.()?.marks)
    .toMatchObject({ fetchStart: expect.any(Number), responseEnd: expect.any(Number) })
  expect(answer.measuredTiming?.()).toBeUndefined()
})
