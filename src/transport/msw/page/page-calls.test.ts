import { HttpResponse, http, type RequestHandler } from 'msw'
import { HttpNetworkFrame, InMemoryHandlersController } from 'msw/experimental'
import { describe, expect, it } from 'vitest'
import { mayFollow, type TaskEvent } from '../../../contract/event/task-event.ts'
import { createFakeClock } from '../../../testing/fake-clock.ts'
import { sealHandler } from '../seal-handler.ts'
import { PageCalls } from './page-calls.ts'
import type { WorkerRequest } from './worker-source.ts'

type ResponseEvents = Parameters<HttpNetworkFrame['events']['emit']>[0]

/** A request of the page as MSW's worker source makes it, without the worker. */
class PageFrame extends HttpNetworkFrame {
  readonly outcomes: unknown[] = []
  respondWith(response?: Response): void {
    this.outcomes.push(response)
  }
  passthrough(): void {
    this.outcomes.push('passthrough')
  }
  errorWith(reason?: unknown): void {
    this.outcomes.push(reason)
  }
}

const URL_X = 'https://api.example.com/x'

function setUp(handlers: RequestHandler[] = []) {
  const clock = createFakeClock()
  const events: TaskEvent[] = []
  const calls = new PageCalls({ clock, environment: () => ({ platform: 'ios', lib: '3.17.0' }), emit: (event) => events.push(event) })
  for (const handler of handlers) sealHandler(handler, (request, ruleName) => calls.take(request, { ruleName }))
  const controller = new InMemoryHandlersController(handlers)
  let count = 0
  const begin = (request: Partial<WorkerRequest> = {}, init: RequestInit = {}) => {
    count += 1
    const frame = new PageFrame({ request: new Request(request.url ?? URL_X, init) })
    const id = `w${count}`
    calls.begin(frame, { id, url: URL_X, method: init.method ?? 'GET', destination: '', ...request })
    return { id, frame, resolve: () => frame.resolve(frame.getHandlers(controller) as RequestHandler[], 'bypass', { quiet: true }) }
  }
  /** What the worker says once the answer has reached the page. */
  const answer = async (frame: PageFrame, type: 'response:mocked' | 'response:bypass', response: Response) => {
    const event = Object.assign(new Event(type), { requestId: 'x', request: frame.data.request, response })
    frame.events.emit(event as unknown as ResponseEvents)
    await clock.tick(0)
  }
  const types = () => events.map(({ type }) => type)
  return { clock, calls, events, begin, answer, types }
}

describe('a call of the page itself', () => {
  it('is recorded as a task of its own kind, from the request to the body', async () => {
    const { events, begin, answer } = setUp()
    const body = new TextEncoder().encode('{"a":1}').buffer
    const { frame, resolve } = begin({ method: 'POST', body }, { method: 'POST', headers: { 'X-A': '1' }, body: '{"a":1}' })
    await resolve()
    expect(frame.outcomes).toEqual(['passthrough'])
    await answer(frame, 'response:bypass', new Response('hello', { headers: { 'X-B': '2' } }))
    expect(events).toEqual([
      expect.objectContaining({
        type: 'created',
        api: 'page',
        taskId: expect.stringMatching(/^page-\w+-1$/),
        seq: 0,
        environment: { platform: 'ios', lib: '3.17.0' },
        given: { url: URL_X, method: 'POST' },
        sent: expect.objectContaining({
          method: 'POST',
          header: expect.arrayContaining([['x-a', '1']]),
          body: { kind: 'text', text: '{"a":1}', size: 7 },
        }),
      }),
      expect.objectContaining({ type: 'started', seq: 1 }),
      expect.objectContaining({ type: 'routed', by: 'fetch', seq: 2 }),
      expect.objectContaining({ type: 'headers-received', statusCode: 200, header: expect.objectContaining({ 'x-b': '2' }), seq: 3 }),
      expect.objectContaining({ type: 'chunk-received', size: 5, seq: 4 }),
      expect.objectContaining({ type: 'succeeded', body: { kind: 'text', text: 'hello', size: 5 }, dataForm: 'not-seen', seq: 5 }),
    ])
    for (const [index, { type }] of events.entries()) expect(mayFollow('page', events[index - 1]?.type ?? 'start')).toContain(type)
  })

  it('says which handler answered, and shows cookies that the page does not get', async () => {
    const { events, begin, answer } = setUp([http.get(URL_X, () => HttpResponse.json({}, { headers: { 'Set-Cookie': 'a=1' } }))])
    const { frame, resolve } = begin()
    await resolve()
    const response = frame.outcomes[0] as Response
    expect(Object.getOwnPropertySymbols(response).map(({ description }) => description)).not.toContain('kSetCookie')
    await answer(frame, 'response:mocked', response)
    expect(events[2]).toMatchObject({ type: 'routed', by: 'mock', ruleName: `GET ${URL_X}` })
    expect(events[3]).toMatchObject({ type: 'headers-received', cookies: ['a=1'] })
  })

  it('fails when a handler throws, and the page sees a broken network instead of a page of MSW', async () => {
    const { events, begin, types } = setUp([
      http.get(URL_X, () => {
        throw new Error('boom')
      }),
    ])
    const { frame, resolve } = begin()
    frame.events.on('unhandledException', () => {})
    await resolve()
    expect(types()).toEqual(['created', 'started', 'routed', 'failed'])
    expect(events.at(-1)).toMatchObject({ error: { kind: 'network', hint: 'handler-threw', errMsg: 'boom' } })
    expect((frame.outcomes[0] as Response).type).toBe('error')
  })

  it('fails with the text of whatever a handler throws', async () => {
    const { events, begin } = setUp([
      http.get(URL_X, () => {
        // biome-ignore lint/style/useThrowOnlyError: handlers of a project may throw anything
        throw 'no tea today'
      }),
    ])
    const { frame, resolve } = begin()
    frame.events.on('unhandledException', () => {})
    await resolve()
    expect(events.at(-1)).toMatchObject({ error: { hint: 'handler-threw', errMsg: 'no tea today' } })
  })

  it('takes a Response that a handler throws for its answer', async () => {
    const thrown = new Response('no', { status: 403 })
    const { begin, types } = setUp([
      http.get(URL_X, () => {
        throw thrown
      }),
    ])
    const { frame, resolve } = begin()
    await resolve()
    expect(types()).toEqual(['created', 'started', 'routed'])
    expect(frame.outcomes.map((outcome) => (outcome as Response).status)).toEqual([403])
  })

  it('fails when the real network gives no answer', async () => {
    const { answer, calls, events, begin, types } = setUp()
    const { frame, id, resolve } = begin()
    await resolve()
    calls.broke(id, 'TypeError: Failed to fetch')
    calls.broke(id, 'TypeError: Failed to fetch')
    // The end is the end, whatever comes after it.
    await answer(frame, 'response:bypass', new Response('late'))
    expect(types()).toEqual(['created', 'started', 'routed', 'failed'])
    expect(events.at(-1)).toMatchObject({ error: { name: 'ERR_FAILED', hint: 'cors-or-network', errMsg: 'TypeError: Failed to fetch' } })
  })

  it('succeeds without a body where the page may not look into the answer', async () => {
    const { calls, events, begin } = setUp()
    const { id, resolve } = begin()
    await resolve()
    calls.hid(id)
    expect(events.at(-1)).toMatchObject({ type: 'succeeded', body: { kind: 'omitted', why: 'opaque' } })
  })

  it('fails when its body breaks off', async () => {
    const { events, begin, answer } = setUp()
    const { frame, resolve } = begin()
    await resolve()
    const body = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) })
    await answer(frame, 'response:bypass', new Response(body))
    expect(events.at(-1)).toMatchObject({ type: 'failed', error: { name: 'ERR_INCOMPLETE_CHUNKED_ENCODING', errMsg: 'gone' } })
  })

  it('keeps the first mebibyte of a large body and the size of all of it', async () => {
    const { events, begin, answer } = setUp()
    const { frame, resolve } = begin()
    await resolve()
    await answer(frame, 'response:bypass', new Response('x'.repeat(3 * 1024 * 1024)))
    await expect.poll(() => events.at(-1)?.type).toBe('succeeded')
    expect(events.at(-1)).toMatchObject({ body: { kind: 'text', size: 3 * 1024 * 1024, kept: 1024 * 1024 } })
  })

  it.each(['script', 'style', 'image', 'document'])('is none when the page loads a %s', (destination) => {
    const { events, begin } = setUp()
    begin({ destination })
    expect(events).toEqual([])
  })
})
