import { describe, expect, it } from 'vitest'
import { exampleEvents } from '../../testing/example-events.ts'
import { TaskStore } from './task-store.ts'

describe('TaskStore', () => {
  it('tells new tasks from those that moved', () => {
    const book = new TaskStore()
    const first = exampleEvents({ taskId: 'a' })
    expect(book.add(first.slice(0, 2))).toEqual({ added: ['a'], moved: new Set() })
    expect(book.add([...first.slice(2), ...exampleEvents({ taskId: 'b' })])).toEqual({ added: ['b'], moved: new Set(['a']) })
    expect(book.ids).toEqual(['a', 'b'])
    expect(book.get('b')).toMatchObject({ number: 2, state: 'succeeded' })
  })

  it('keeps the snapshot object of a task that did not move', () => {
    const book = new TaskStore()
    book.add(exampleEvents({ taskId: 'a' }))
    const before = book.get('a')
    book.add(exampleEvents({ taskId: 'b' }))
    expect(book.add(exampleEvents({ taskId: 'a' }))).toEqual({ added: [], moved: new Set() })
    expect(book.get('a')).toBe(before)
  })

  it('goes on numbering after tasks that were dropped', () => {
    const book = new TaskStore(41)
    book.add([...exampleEvents({ taskId: 'a' }), ...exampleEvents({ taskId: 'b' })])
    book.drop(new Set(['a']))
    book.add(exampleEvents({ taskId: 'c' }))
    expect(book.all().map((task) => [task.taskId, task.number])).toEqual([
      ['b', 43],
      ['c', 44],
    ])
    expect(book.ids).toEqual(['b', 'c'])
  })
})
