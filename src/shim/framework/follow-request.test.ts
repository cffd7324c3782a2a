import { expect, it } from 'vitest'
import type { FrameworkApi, PageRequest, ResponseReceiver } from '../../contract/framework-call.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import { type Answer, type Job, TransportFailure } from '../../contract/transport.ts'
import { exampleFrameworkCall } from '../../testing/framework-call.ts'
import type { Script } from '../../testing/scripted-transport.ts'
import { eventOf, setUpShim, streamFaults, typesOf } from '../../testing/set-up-shim.ts'
import { createFrameworkCalls } from './follow-calls.ts'

const URL = 'https://api.example.com/goods'

/** A call of a framework against a transport that plays `script`, or leaves it to the framework's own way. */
function setUp({
  api = 'request',
  given = { url: URL },
  script,
  settings,
}: {
  api?: FrameworkApi
  given?: object
  script?: Script | 'nobody'
  settings?: SettingsPatch
} = {}) {
  const { clock, events, shim, transport } = setUpShim({ ...(script && script !== 'nobody' && { script }), ...(settings && { settings }) })
  // What no rule takes goes the way that the call brings along.
  if (script === 'nobody') transport.send = async (outgoing, job: Job) => job.carrier?.send(outgoing, job)
  const call = exampleFrameworkCall({ api, given, at: clock.now() })
  const received: unknown[] = []
  const receiver: ResponseReceiver = {
    sent: (loaded) => received.push(['sent', loaded]),
    head: ({ statusCode }, url) => received.push(['head', statusCode, url]),
    piece: (bytes) => received.push(['piece', new TextDecoder().decode(bytes)]),
    end: () => received.push('end'),
    fail: (why) => received.push(['fail', why]),
  }
  const followed = createFrameworkCalls(shim.context).request(call)
  return {
    clock,
    events,
    shim,
    call,
    received,
    followed,
    send(request: Partial<PageRequest> = {}) {
      followed.send(
        { method: 'GET', url: URL, writtenUrl: URL, header: [], body: undefined, carry: async () => undefined, ...request },
        receiver,
      )
    },
  }
}

const answer = (body: string): Answer => ({
  statusCode: 200,
  header: {},
  cookies: [],
  chunks: (async function* () {
    yield new TextEncoder().encode(body)
  })(),
})

it('gives the answer of whoever takes the call to the page, and records it before the app hears of it', async () => {
  const { call, clock, events, received, send } = setUp({ script: { body: '[1]' } })
  send()
  await clock.tick(0)
  expect(received).toEqual([['head', 200, URL], ['piece', '[1]'], 'end'])
  call.delivered({ callback: 'success', at: clock.now(), took: 0 })
  expect(typesOf(events)).toEqual([
    'created',
    'checked',
    'started',
    'routed',
    'headers-received',
    'chunk-received',
    'succeeded',
    'delivered',
  ])
  expect(eventOf(events, 'created')).toMatchObject({ api: 'request', framework: 'uni', given: { url: URL }, timeout: 1000 })
  expect(streamFaults(events)).toEqual([])
})

it('tells the page nothing of what the browser itself tells it, and records the end no later than the app heard of it', async () => {
  const { call, clock, events, received, send } = setUp({ script: 'nobody' })
  send({ carry: async (_outgoing, job) => ({ by: 'fetch', answer: job.clock.sleep(20).then(() => answer('native')) }) })
  await clock.tick(10)
  // The framework was quicker than we.
  call.settle({ failed: false, atOnce: false, result: {} })
  call.delivered({ callback: 'success', at: clock.now(), took: 1 })
  await clock.tick(20)
  expect(received).toEqual([])
  expect(eventOf(events, 'routed').by).toBe('fetch')
  expect(eventOf(events, 'succeeded')).toMatchObject({ at: 10, body: { kind: 'text', text: 'native' } })
  expect(eventOf(events, 'delivered').at).toBe(10)
  expect(streamFaults(events)).toEqual([])
})

it('does not wait in line with the calls of wx, and has no timeout of its own', async () => {
  const { clock, events, send } = setUp({ script: { hang: true } })
  send()
  await clock.tick(4000)
  expect(typesOf(events)).not.toContain('failed')
  expect(typesOf(events)).not.toContain('queued')
})

it('tells an abort of the app from the timeout of the framework by the time that has passed', async () => {
  const early = setUp({ script: { hang: true } })
  early.send()
  await early.clock.tick(300)
  early.followed.giveUp()
  early.call.settle({ failed: true, atOnce: false, result: { errMsg: 'request:fail abort' } })
  await early.clock.tick(0)
  expect(eventOf(early.events, 'failed')).toMatchObject({ at: 300, error: { kind: 'aborted', by: 'app', errMsg: 'request:fail abort' } })

  const late = setUp({ script: { hang: true } })
  late.send()
  await late.clock.tick(1000)
  late.followed.giveUp()
  late.call.settle({ failed: true, atOnce: false, result: { errMsg: 'request:fail timeout' } })
  await late.clock.tick(0)
  expect(eventOf(late.events, 'failed').error).toEqual({ kind: 'timed-out', after: 1000, errMsg: 'request:fail timeout' })
})

it('records a failure in the words of the framework, or in none when it says nothing', async () => {
  const { clock, events, received, send } = setUp({ script: 'nobody' })
  send({ carry: async () => ({ by: 'fetch', answer: Promise.reject(new TransportFailure('ERR_FAILED', 'cors-or-network')) }) })
  await clock.tick(100)
  expect(eventOf(events, 'failed').error).toEqual({ kind: 'network', name: 'ERR_FAILED', hint: 'cors-or-network', errMsg: '' })
  expect(received).toEqual([])
})

it('can be ended from the panel while nobody has answered', async () => {
  const { clock, events, received, send, shim, followed } = setUp({ script: { hang: true } })
  send()
  await clock.tick(10)
  shim.abort(followed.taskId)
  await clock.tick(100)
  expect(received).toEqual([['fail', 'aborted']])
  expect(eventOf(events, 'failed').error).toMatchObject({ kind: 'aborted', by: 'panel' })
})

it('warns of what no phone does, and asks no list about an address without a host', async () => {
  const given = { url: '/goods', method: 'PATCH', withCredentials: true }
  const { clock, events, send } = setUp({ given, settings: { urlCheck: true } })
  send({ method: 'PATCH', writtenUrl: '/goods' })
  await clock.tick(0)
  expect(eventOf(events, 'created').warnings).toEqual(['relative-url', 'method-not-on-phone', 'page-cookies'])
  expect(typesOf(events)).not.toContain('checked')
  expect(typesOf(events).at(-1)).toBe('succeeded')
})

it('records the form of an upload once its files are read, the first of them with what is in it', async () => {
  const file = (name: string) => ({ field: 'leaf', name, type: 'text/plain', size: 3, beginning: new TextEncoder().encode('tea') })
  const { clock, events, send } = setUp({ api: 'uploadFile', given: { url: URL, files: [{}, {}] } })
  send({
    method: 'POST',
    pack: async () => ({
      body: new Blob(['whole body']),
      contentType: 'multipart/form-data; boundary=x',
      form: { fields: [['kind', 'green']], files: [file('a.txt'), file('b.txt')] },
    }),
  })
  await clock.tick(0)
  expect(eventOf(events, 'created').warnings).toEqual(['several-files', 'page-file'])
  expect(eventOf(events, 'created').sent?.body).toEqual({ kind: 'omitted', size: 0, why: 'not-read' })
  expect(eventOf(events, 'packed')).toMatchObject({
    size: 10,
    form: { fields: [['kind', 'green']], file: { name: 'a.txt', body: { kind: 'text', text: 'tea' } }, more: [{ name: 'b.txt', size: 3 }] },
  })
  expect(streamFaults(events)).toEqual([])
})

it('records a call that never became a request with all that is known of it', () => {
  const { call, events, shim } = setUp()
  createFrameworkCalls(shim.context).unseen(call, { failed: true, atOnce: true, result: { errMsg: 'request:fail parameter error' } })
  expect(eventOf(events, 'failed').error).toEqual({ kind: 'bad-parameter', errMsg: 'request:fail parameter error' })
  expect(streamFaults(events)).toEqual([])
})

it('records a call that went past the inspector, and says so', () => {
  const { call, events, shim } = setUp()
  createFrameworkCalls(shim.context).unseen(call, { failed: false, atOnce: false, result: { statusCode: 299 } })
  expect(eventOf(events, 'created').warnings).toEqual(['unseen'])
  expect(eventOf(events, 'headers-received').statusCode).toBe(299)
  expect(typesOf(events).at(-1)).toBe('succeeded')
  expect(streamFaults(events)).toEqual([])
})
