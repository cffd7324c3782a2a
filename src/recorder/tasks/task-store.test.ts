import { describe, expect, it } from 'vitest'
import { exampleEvents } from '../../testing/example-events.ts'
import { TaskStore } from './task-store.ts'

describe('TaskStore', () => {
  it('tells which tasks are new or have moved', () => {
    const store = new TaskStore()
    const first = exampleEvents({ taskId: 'a' })
    expect([...store.add(first.slice(0, 2))]).toEqual(['a'])
    expect([...store.add([...first.slice(2), ...exampleEvents({ taskId: 'b' })])]).toEqual(['a', 'b'])
    expect(store.taskIds()).toEqual(['a', 'b'])
    expect(store.task('b')).toMatchObject({ number: 2, state: 'succeeded' })
  })

  it('keeps the snapshot object of a task that did not move', () => {
    const store = new TaskStore()
    store.add(exampleEvents({ taskId: 'a' }))
    const before = store.task('a')
    store.add(exampleEvents({ taskId: 'b' }))
    expect(store.add(exampleEvents({ taskId: 'a' })).size).toBe(0)
    expect(store.task('a')).toBe(before)
  })

  it('goes on numbering after tasks that were dropped', () => {
    const store = new TaskStore(41)
    store.add([...exampleEvents({ taskId: 'a' }), ...exampleEvents({ taskId: 'b' })])
    store.drop(['a'])
    store.add(exampleEvents({ taskId: 'c' }))
    expect(store.all().map((task) => [task.taskId, task.number])).toEqual([
      ['b', 43],
      ['c', 44],
    ])
    expect(store.has('a')).toBe(false)
  })
})
