import type { createClient as CreateClient } from 'supabase-wechat-stable-v2'
import { expect, test } from '../drive/test.ts'
import { answerJson, type LoopbackServer, startLoopbackServer } from '../servers/loopback-server.ts'
import { type MessageServer, startMessageServer } from '../servers/message-server.ts'
import { type ReadForm, readForm } from '../servers/read-form.ts'
import { bundleClient } from './bundle-client.ts'
import { expectRecorded, openClientPage, patternOf, writeAppFile } from './client-page.ts'

declare global {
  var createClient: typeof CreateClient
}

const SIZE = 30_000
const TEAS = [
  { id: 1, name: '铁观音' },
  { id: 2, name: '龙井' },
]
let client: string
let server: LoopbackServer
let sockets: MessageServer
let form: ReadForm | undefined

test.beforeAll(async () => {
  client = await bundleClient('supabase-client')
  server = await startLoopbackServer({
    '/rest/v1/teas': (request, response) => {
      if (request.method === 'DELETE') return void response.writeHead(204).end()
      if (request.method === 'POST') return answerJson([{ id: 3, ...JSON.parse(request.body) }], 201)(request, response)
      response.setHeader('Content-Range', '0-1/2')
      answerJson(TEAS)(request, response)
    },
    '/rest/v1/cups': answerJson({ code: '42P01', message: 'relation "cups" does not exist' }, 404),
    '/auth/v1/token': (request, response) => {
      const { password } = JSON.parse(request.body)
      if (password !== 'longjing') return answerJson({ error_description: 'Invalid login credentials' }, 400)(request, response)
      const user = { id: 'u1', email: 'lu@example.com' }
      answerJson({ access_token: tokenUntil(4_000_000_000), token_type: 'bearer', expires_in: 3600, refresh_token: 'r1', user })(
        request,
        response,
      )
    },
    '/storage/v1/object/photos/tea.png': async (request, response) => {
      form = await readForm(request)
      answerJson({ Key: 'photos/tea.png' })(request, response)
    },
  })
  sockets = await startMessageServer((socket, message) => {
    const { topic, event, payload, ref } = JSON.parse(message as string)
    const say = (said: string, about: object, to?: string) => socket.send(JSON.stringify({ topic, event: said, payload: about, ref: to }))
    if (event !== 'broadcast') return say('phx_reply', { status: 'ok', response: {} }, ref)
    if (payload.event === 'cut') return socket.terminate()
    say('broadcast', payload)
    if (payload.event === 'order') socket.send(binaryBroadcast(topic, { ...payload, payload: { tea: '正山小种' } }))
  })
})

test.afterAll(() => Promise.all([server.close(), sockets.close()]))

test.beforeEach(({ page }) => openClientPage(page, client))

test.describe('supabase-wechat-stable-v2 2.2.0', () => {
  test('selects, inserts and deletes rows; an update needs PATCH, which wx.request does not have', async ({ page }) => {
    const received = await page.evaluate(async (url) => {
      const supabase = createClient(url, 'anon-key')
      const selected = await supabase.from('teas').select('*', { count: 'exact' }).gt('id', 0)
      const inserted = await supabase.from('teas').insert({ name: '白茶' }).select()
      const deleted = await supabase.from('teas').delete().eq('id', 3)
      const missing = await supabase.from('cups').select()
      const updated = await supabase.from('teas').update({ name: '红茶' }).eq('id', 1)
      return {
        selected: { data: selected.data, count: selected.count },
        inserted: inserted.data,
        deleted: deleted.status,
        missing: missing.status,
        updated: updated.error !== null,
      }
    }, server.origin)
    expect(received).toEqual({
      selected: { data: TEAS, count: 2 },
      inserted: [{ id: 3, name: '白茶' }],
      deleted: 204,
      missing: 404,
      updated: true,
    })
    expect(server.seen.find(({ method }) => method === 'POST')?.headers).toMatchObject({
      apikey: 'anon-key',
      authorization: 'Bearer anon-key',
      prefer: 'return=representation',
    })
    await expectRecorded(page, [
      { api: 'request', method: 'GET', path: '/rest/v1/teas', state: 'succeeded', statusCode: 200 },
      { api: 'request', method: 'POST', path: '/rest/v1/teas', state: 'succeeded', statusCode: 201 },
      { api: 'request', method: 'DELETE', path: '/rest/v1/teas', state: 'succeeded', statusCode: 204 },
      { api: 'request', method: 'GET', path: '/rest/v1/cups', state: 'succeeded', statusCode: 404 },
      // METH-3.
      { api: 'request', method: 'PATCH', path: '/rest/v1/teas', state: 'failed', errMsg: 'request:fail method is invalid' },
    ])
  })

  test('signs in, and finds its session again in the storage of the app on the next page', async ({ page }) => {
    const signedIn = await page.evaluate(async (url) => {
      const { auth } = createClient(url, 'anon-key')
      const wrong = await auth.signInWithPassword({ email: 'lu@example.com', password: 'wrong' })
      const { data } = await auth.signInWithPassword({ email: 'lu@example.com', password: 'longjing' })
      return { wrong: wrong.data.user, email: data.user?.email, kept: wx.getStorageInfoSync().keys.length }
    }, server.origin)
    expect(signedIn).toEqual({ wrong: null, email: 'lu@example.com', kept: 1 })
    await openClientPage(page, client)
    const found = await page.evaluate(async (url) => {
      const { auth } = createClient(url, 'anon-key')
      const { data } = await auth.getSession()
      return data.session?.user.email
    }, server.origin)
    expect(found).toBe('lu@example.com')
  })

  test('uploads a file in a form that it makes itself, byte for byte, by wx.request', async ({ page }) => {
    const tempFilePath = await writeAppFile(page, 'tea.png', SIZE)
    const uploaded = await page.evaluate(
      ([url, file]) =>
        createClient(url, 'anon-key')
          .storage.from('photos')
          .upload('tea.png', { tempFilePath: file } as never),
      [server.origin, tempFilePath] as const,
    )
    expect(uploaded).toEqual({ data: { path: 'tea.png' }, error: null })
    expect(form?.files).toMatchObject([{ name: 'file', filename: 'tea.png', type: 'image/png' }])
    expect(form?.files[0]?.bytes.equals(patternOf(SIZE))).toBe(true)
    await expectRecorded(page, [
      { api: 'request', method: 'POST', path: '/storage/v1/object/photos/tea.png', state: 'succeeded', statusCode: 200 },
    ])
  })

  test('joins a channel, hears broadcasts in text and in bytes, and joins again by itself when the line is cut', async ({ page }) => {
    const received = await page.evaluate(
      async (url) => {
        const supabase = createClient(url, 'anon-key')
        const received: string[] = []
        const room = supabase.channel('orders')
        room.on('broadcast', { event: 'order' }, ({ payload }) => received.push(payload.tea))
        const say = (event: string) => room.send({ type: 'broadcast', event, payload: { tea: '铁观音' } })
        await new Promise<void>((resolve) => {
          room.on('broadcast', { event: 'last' }, () => resolve())
          let joined = 0
          room.subscribe((status) => {
            received.push(status)
            if (status !== 'SUBSCRIBED') return
            joined += 1
            if (joined === 1) void say('order').then(() => say('cut'))
            else void say('last')
          })
        })
        await supabase.removeAllChannels()
        return received
      },
      sockets.origin.replace('ws', 'http'),
    )
    expect(received).toEqual(['SUBSCRIBED', '铁观音', '正山小种', 'CHANNEL_ERROR', 'SUBSCRIBED', 'CLOSED'])
    const socket = { api: 'connectSocket', path: '/realtime/v1/websocket', state: 'closed' } as const
    await expectRecorded(page, [socket, socket])
  })
})

/** A token that says until when it holds, in seconds, and is signed by nobody. */
function tokenUntil(exp: number): string {
  return ['{"alg":"none"}', JSON.stringify({ exp, sub: 'u1' }), ''].map((part) => Buffer.from(part).toString('base64url')).join('.')
}

/** A broadcast as Phoenix packs it: kind, two lengths, then topic, event and JSON. */
function binaryBroadcast(topic: string, payload: object): Buffer {
  const event = 'broadcast'
  return Buffer.concat([Buffer.from([2, topic.length, event.length]), Buffer.from(`${topic}${event}${JSON.stringify(payload)}`)])
}
