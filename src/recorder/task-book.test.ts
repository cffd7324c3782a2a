import { describe, expect, it } from 'vitest'
import { exampleEvents } from '../testing/example-events.ts'
import { TaskBook } from './task-book.ts'

describe('TaskBook', () => {
  it('tells new tasks from those that moved', () => {
    const book = new TaskBook()
    const first = exampleEvents({ taskId: 'a' })
    expect(book.add(first.slice(0, 2))).toEqual({ added: ['a'], moved: new Set() })
    expect(book.add([...first.slice(2), ...exampleEvents({ taskId: 'b' })])).toEqual({ added: ['b'], moved: new Set(['a']) })
    expect(book.ids).toEqual(['a', 'b'])
    expect(book.get('b')).toMatchObject({ number: 2, state: 'succeeded' })
  })

  it('keeps the snapshot object of a task that did not move', () => {
    const book = new TaskBook()
    book.add(exampleEvents({ taskId: 'a' }))
    const before = book.get('a')
    book.add(exampleEvents({ taskId: 'b' }))
    expect(book.add(exampleEvents({ taskId: 'a' }))).toEqual({ added: [], moved: new Set() })
    expect(book.get('a')).toBe(before)
  })

  it('goes on numbering after tasks that were dropped', () => {
    const book = new TaskBook(41)
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
