import { expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { marksOf, phasesOf } from './phases.ts'
import type { TaskSnapshot } from './task-snapshot.ts'
import { TaskStore } from './task-store.ts'

type Unstamped = TaskEvent extends infer Event ? (Event extends TaskEvent ? Omit<Event, 'taskId' | 'seq' | 'at'> : never) : never

const text = (value: string) => ({ kind: 'text' as const, text: value, size: value.length })
const CREATED: Unstamped = {
  type: 'created',
  api: 'connectSocket',
  environment: { platform: 'android', lib: '3.17.0' },
  given: { url: 'wss://ws.example.com/s' },
  sent: {
    method: 'GET',
    url: 'wss://ws.example.com/s',
    header: [
      ['X-A', '1'],
      ['Origin', 'o'],
    ],
    dropped: [],
    body: { kind: 'none', size: 0 },
  },
}
const OPENED: Unstamped = { type: 'opened', header: { 'X-B': '2' }, protocol: 'chat', listeners: [{ at: 30, took: 1, listener: 'onOpen' }] }
const received = (value: string, threw?: string): Unstamped => ({
  type: 'message-received',
  form: 'text',
  body: text(value),
  listeners: [{ at: 1, took: 1, listener: 'onMessage', ...(threw !== undefined && { threw }) }],
})

/** Ten ms from one event to the next. */
function fold(...events: readonly Unstamped[]): TaskSnapshot {
  const store = new TaskStore()
  store.add(events.map((event, seq) => ({ ...event, taskId: 's', seq, at: seq * 10 }) as TaskEvent))
  return store.task('s') as TaskSnapshot
}

it('follows a socket from the handshake to its goodbye', () => {
  const before: Unstamped[] = [CREATED, { type: 'started' }, { type: 'routed', by: 'mock' }]
  expect(fold(...before)).toMatchObject({ state: 'running', socket: { sent: 0, received: 0 } })
  const open = fold(...before, OPENED, { type: 'message-sent', form: 'text', body: text('hello'), by: 'app' }, received('hi'))
  expect(open).toMatchObject({
    state: 'open',
    statusCode: 101,
    header: { 'X-B': '2' },
    receivedBytes: 2,
    chunks: 2,
    chunkMarks: [40, 50],
    socket: { protocol: 'chat', sent: 1, received: 1, refused: 0, sentBytes: 5 },
  })
  expect(phasesOf(open, 100).at(-1)).toMatchObject({ kind: 'open', start: 30, end: 100, open: true })
  const closed = fold(...before, OPENED, { type: 'closed', by: 'server', code: 4000, reason: 'enough', listeners: [] })
  expect(closed).toMatchObject({
    state: 'closed',
    marks: { ended: 40 },
    socket: { closure: { by: 'server', code: 4000, reason: 'enough' } },
  })
  expect(marksOf(closed).end).toEqual({ at: 40, how: 'succeeded' })
  expect(phasesOf(closed, 100).at(-1)).toMatchObject({ kind: 'open', end: 40, open: false })
})

it('a connection that was lost ends as a failure, and so does a handshake', () => {
  const lost = fold(CREATED, { type: 'started' }, { type: 'routed', by: 'mock' }, OPENED, {
    type: 'closed',
    by: 'network',
    code: 1006,
    reason: '',
    listeners: [],
  })
  expect(marksOf(lost).end?.how).toBe('failed')
  const failed = fold(
    CREATED,
    { type: 'started' },
    {
      type: 'failed',
      error: { kind: 'handshake-refused', statusCode: 404, errMsg: 'x' },
      listeners: [{ at: 20, took: 0, listener: 'onError' }],
    },
  )
  expect(failed).toMatchObject({ state: 'failed', listenerCalls: [{ listener: 'onError' }] })
})

it('keeps of the calls of onMessage only those that threw', () => {
  const task = fold(CREATED, { type: 'started' }, { type: 'routed', by: 'mock' }, OPENED, received('a'), received('b', 'Error: bug'))
  expect(task.listenerCalls.map(({ listener, threw }) => [listener, threw])).toEqual([
    ['onOpen', undefined],
    ['onMessage', 'Error: bug'],
  ])
})

it('counts what was not sent, also after the end', () => {
  const refused: Unstamped = { type: 'message-refused', form: 'text', body: text('x'), errMsg: 'no' }
  const task = fold(CREATED, { type: 'started' }, refused, { type: 'closed', by: 'app', code: 1000, reason: '', listeners: [] }, refused)
  expect(task).toMatchObject({ state: 'closed', chunks: 0, socket: { refused: 2, sent: 0 } })
})

it('a header that the way could not carry moves to those that were dropped', () => {
  const task = fold(
    CREATED,
    { type: 'started' },
    { type: 'routed', by: 'fetch', dropped: [{ name: 'X-A', value: '1', why: 'page-socket' }] },
  )
  expect(task.sent).toMatchObject({ header: [['Origin', 'o']], dropped: [{ name: 'X-A', why: 'page-socket' }] })
})

it('keeps no more marks of five thousand messages than a bar can show', () => {
  const task = fold(
    CREATED,
    { type: 'started' },
    { type: 'routed', by: 'mock' },
    OPENED,
    ...Array.from({ length: 5000 }, () => received('x')),
  )
  expect(task.chunks).toBe(5000)
  expect(task.chunkMarks.length).toBeLessThanOrEqual(256)
})
