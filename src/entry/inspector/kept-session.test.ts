import { expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { socketEvents } from '../../testing/socket-events.ts'
import { keepSession, readSession, type SessionStorage } from './kept-session.ts'

function createStorage(room = Number.POSITIVE_INFINITY): SessionStorage {
  let kept: string | null = null
  return {
    getItem: () => kept,
    setItem: (_key, text) => {
      if (text.length > room) throw new Error('no room')
      kept = text
    },
    removeItem: () => {
      kept = null
    },
  }
}

const task = (taskId: string): readonly TaskEvent[] => exampleEvents({ taskId })

it('gives back after a reload the tasks that had ended, on the clock they were recorded with', () => {
  const storage = createStorage()
  const running = task('running').slice(0, 3)
  expect(keepSession(() => storage, 1000, [...task('a'), ...running])).toBe(0)
  expect(readSession(() => storage)).toEqual({ startedAt: 1000, events: task('a') })
})

it('gives back sockets as well, and what stands for messages that were too many', () => {
  const storage = createStorage()
  const none = { count: 0, bytes: 0 }
  const events: TaskEvent[] = [
    ...socketEvents('s').slice(0, 8),
    { taskId: 's', seq: 8, at: 60, type: 'condensed', count: 5, until: 100, sent: none, received: { count: 5, bytes: 50 }, refused: 0 },
    ...socketEvents('s').slice(13),
  ]
  expect(keepSession(() => storage, 1000, events)).toBe(0)
  expect(readSession(() => storage)?.events).toEqual(events)
})

it('lets the oldest tasks go when there is no room for all, and says how many', () => {
  const ids = ['a', 'b', 'c', 'd']
  const room = JSON.stringify(task('a')).length * 2.5
  const storage = createStorage(room)
  expect(keepSession(() => storage, 0, ids.flatMap(task))).toBe(2)
  expect(new Set(readSession(() => storage)?.events.map((event) => event.taskId))).toEqual(new Set(['c', 'd']))
})

it('keeps nothing where the page may not store, and does not fail', () => {
  const blocked = () => {
    throw new Error('denied')
  }
  expect(keepSession(blocked, 0, task('a'))).toBe(1)
  expect(readSession(blocked)).toBeUndefined()
})

it('ignores what it did not write', () => {
  const hollow = { type: 'created', taskId: 'a', seq: 0, at: 1 }
  for (const text of [
    '{',
    'null',
    '{"startedAt":1}',
    '{"startedAt":1,"events":[{"type":"__proto__"}]}',
    JSON.stringify({ startedAt: 1, events: [hollow] }),
    JSON.stringify({ startedAt: 1, events: [...task('a').slice(0, 2), { ...hollow, type: 'succeeded', seq: 2 }] }),
  ]) {
    const storage = { ...createStorage(), getItem: () => text }
    expect(readSession(() => storage)).toBeUndefined()
  }
})
