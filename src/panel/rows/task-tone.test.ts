import { describe, expect, it } from 'vitest'
import { TaskStore } from '../../recorder/tasks/task-store.ts'
import { type ExampleTask, exampleEvents } from '../../testing/example-events.ts'
import { TONE_SIGNS } from '../parts/tone.ts'
import { toneOf, toneOfStatus } from './task-tone.ts'

function toneAfter(task: Partial<ExampleTask>) {
  const book = new TaskStore()
  book.add(exampleEvents({ taskId: 'a', ...task }))
  return toneOf(book.task('a') as NonNullable<ReturnType<TaskStore['task']>>)
}

describe('the tone of a task', () => {
  it('is that of its status once it has ended', () => {
    expect([200, 304, 404, 503].map((status) => toneAfter({ status }))).toEqual(['ok', 'redirect', 'client-error', 'server-error'])
  })

  it('is pending until the end, though the status is known', () => {
    expect(toneAfter({ status: 200, upTo: 5 })).toBe('pending')
  })

  it('tells a call that was called off from one that failed', () => {
    expect(toneAfter({ error: { kind: 'aborted', by: 'app', errMsg: 'request:fail abort' } })).toBe('aborted')
    expect(toneAfter({ error: { kind: 'timed-out', after: 100, errMsg: 'request:fail timeout' } })).toBe('failed')
    expect(toneAfter({ error: { kind: 'page-closed', errMsg: '' } })).toBe('aborted')
  })

  it('has a sign of its own, so that nothing hangs on colour', () => {
    const signs = Object.values(TONE_SIGNS)
    expect(new Set(signs).size).toBe(signs.length)
    expect([101, 204, 302, 418, 500].map((status) => TONE_SIGNS[toneOfStatus(status)])).toEqual(['◦', '●', '↪', '▲', '■'])
  })
})
