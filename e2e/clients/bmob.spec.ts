import { expect, test } from '../drive/test.ts'
import { answerJson, type LoopbackServer, startLoopbackServer } from '../servers/loopback-server.ts'
import { type ReadForm, readForm } from '../servers/read-form.ts'
import { bundleClient } from './bundle-client.ts'
import { expectRecorded, openClientPage, patternOf, writeAppFile } from './client-page.ts'

interface Query {
  set(field: string, value: unknown): void
  equalTo(field: string, operator: string, value: unknown): void
  save(): Promise<unknown>
  find(): Promise<unknown>
}

interface BmobSocket {
  onInitListen(): void
  updateTable(name: string): void
  onUpdateTable(name: string, data: unknown): void
}

interface Bmob {
  initialize(secretKey: string, securityCode: string): void
  domain(url: string): void
  Query(table: string): Query
  File(name: string, path: string): { save(): Promise<unknown> }
  Socket(applicationId: string): BmobSocket
}

declare global {
  var bmob: Bmob
}

const SIZE = 200_000
let client: string
let server: LoopbackServer
let form: ReadForm | undefined

test.beforeAll(async () => {
  client = await bundleClient('bmob-client')
  server = await startLoopbackServer({
    '/1/classes/Tea/': (request, response) => answerJson({ objectId: 't1', got: JSON.parse(request.body) }, 201)(request, response),
    '/1/classes/Tea': (request, response) =>
      answerJson({ results: [{ objectId: 't1', where: new URL(request.url, server.origin).searchParams.get('where') }] })(
        request,
        response,
      ),
    '/2/files/tea.png': async (request, response) => {
      form = await readForm(request)
      answerJson({ filename: 'tea.png', url: `${server.origin}/kept` })(request, response)
    },
  })
})

test.afterAll(() => server.close())

test.beforeEach(async ({ page }) => {
  await openClientPage(page, client)
  await page.evaluate((origin) => {
    bmob.initialize('secret', 'code')
    bmob.domain(origin)
  }, server.origin)
})

test.describe('hydrogen-js-sdk 2.7.3 (Bmob)', () => {
  test('saves and finds rows, and uploads a file', async ({ page }) => {
    const path = await writeAppFile(page, 'tea.png', SIZE)
    const received = await page.evaluate(async (file) => {
      const query = bmob.Query('Tea')
      query.set('name', '铁观音')
      const saved = await query.save()
      const search = bmob.Query('Tea')
      search.equalTo('hot', '==', true)
      return { saved, found: await search.find(), kept: await bmob.File('tea.png', file).save() }
    }, path)
    expect(received).toEqual({
      saved: { objectId: 't1', got: { name: '铁观音' } },
      found: [{ objectId: 't1', where: '{"hot":true}' }],
      kept: [{ filename: 'tea.png', url: `${server.origin}/kept` }],
    })
    // It asks for application/json, which a form cannot be (UP-6).
    expect(server.seen.at(-1)?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(form?.files).toMatchObject([{ name: 'file', type: 'image/png' }])
    expect(form?.files[0]?.bytes.equals(patternOf(SIZE))).toBe(true)
    await expectRecorded(page, [
      { api: 'request', method: 'POST', path: '/1/classes/Tea/', state: 'succeeded', statusCode: 201 },
      { api: 'request', method: 'GET', path: '/1/classes/Tea', state: 'succeeded', statusCode: 200 },
      { api: 'uploadFile', method: 'POST', path: '/2/files/tea.png', state: 'succeeded', statusCode: 200 },
    ])
  })

  test('hears of changed rows over the old global socket calls, with rules in place of its server', async ({ page }) => {
    const received = await page.evaluate(() => {
      const packet = (name: string, data: unknown) => `5:::${JSON.stringify({ name, args: [JSON.stringify(data)] })}`
      wxInspector.setRules([
        {
          id: 'handshake',
          name: 'handshake',
          enabled: true,
          when: { api: 'request', url: 'https://wss.bmobcloud.com/socket.io/1/' },
          respond: { kind: 'response', body: { text: 'session:60:60:websocket' } },
        },
        {
          id: 'changes',
          name: 'changes',
          enabled: true,
          when: { api: 'connectSocket', url: 'wss://wss.bmobcloud.com/socket.io/1/websocket/session' },
          respond: {
            kind: 'socket',
            script: [
              { text: packet('client_send_data', '') },
              { expect: [{ operator: 'contains', value: 'client_sub' }] },
              { text: packet('server_pub', { action: 'updateTable', tableName: 'Tea', data: { name: '龙井' } }) },
            ],
          },
        },
      ])
      return new Promise((resolve) => {
        const socket = bmob.Socket('application')
        socket.onInitListen = () => socket.updateTable('Tea')
        socket.onUpdateTable = (name, data) => resolve({ name, data })
      })
    })
    expect(received).toEqual({ name: 'Tea', data: { name: '龙井' } })
    await expectRecorded(page, [
      { api: 'request', method: 'GET', path: '/socket.io/1/', state: 'succeeded', statusCode: 200 },
      { api: 'connectSocket', path: '/socket.io/1/websocket/session', state: 'open' },
    ])
  })
})
