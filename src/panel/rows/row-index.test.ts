import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { TaskStore } from '../../recorder/tasks/task-store.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { COLUMN_IDS, COLUMN_VALUES, type ListOrder } from './column-values.ts'
import { RowIndex } from './row-index.ts'
import type { TaskRow } from './task-row.ts'

function setUp(order?: ListOrder, test?: Parameters<RowIndex['arrange']>[0]) {
  const book = new TaskStore()
  const rows = new RowIndex(book)
  rows.arrange(test, order)
  const feed = (events: readonly TaskEvent[]) => rows.follow([...book.add(events)].flatMap((id) => book.task(id) ?? []))
  return { book, rows, feed }
}

describe('RowIndex', () => {
  it('appends new calls in the order in which they came', () => {
    const { rows, feed } = setUp()
    feed([...exampleEvents({ taskId: 'a' }), ...exampleEvents({ taskId: 'b' })])
    feed(exampleEvents({ taskId: 'c' }))
    expect(rows.ids).toEqual(['a', 'b', 'c'])
  })

  it('says that no row came or went when a task merely moved on', () => {
    const { feed } = setUp()
    const events = exampleEvents({ taskId: 'a' })
    expect(feed(events.slice(0, 3))).toBe(true)
    expect(feed(events.slice(3))).toBe(false)
  })

  it('shows a task once it fits the filter, in its place, and takes it away when it no longer does', () => {
    const { rows, feed } = setUp(undefined, (task) => task.marks.ended === undefined)
    const [a, b] = [exampleEvents({ taskId: 'a' }), exampleEvents({ taskId: 'b' })]
    feed([...a.slice(0, 3), ...b.slice(0, 3)])
    expect(rows.ids).toEqual(['a', 'b'])
    feed(a.slice(3))
    expect(rows.ids).toEqual(['b'])
    rows.arrange((task) => task.marks.ended !== undefined, undefined)
    feed(exampleEvents({ taskId: 'c' }))
    feed(b.slice(3))
    expect(rows.ids).toEqual(['a', 'b', 'c'])
  })

  it('keeps tasks without a value last, whichever way the column is sorted', () => {
    const { rows, feed } = setUp({ column: 'time', descending: false })
    feed([
      ...exampleEvents({ taskId: 'running', upTo: 3 }),
      ...exampleEvents({ taskId: 'slow', took: 900 }),
      ...exampleEvents({ taskId: 'quick', took: 20 }),
    ])
    expect(rows.ids).toEqual(['quick', 'slow', 'running'])
    rows.arrange(undefined, { column: 'time', descending: true })
    expect(rows.ids).toEqual(['slow', 'quick', 'running'])
  })

  it('forgets dropped tasks', () => {
    const { rows, feed } = setUp()
    feed([...exampleEvents({ taskId: 'a' }), ...exampleEvents({ taskId: 'b' })])
    rows.drop(new Set(['a']))
    expect(rows.ids).toEqual(['b'])
    expect([rows.row('a'), rows.size]).toEqual([undefined, 1])
  })

  it('always shows what a sort and a filter from scratch would show', () => {
    const batches = fc.array(
      fc.array(
        fc.record({
          task: fc.nat(12),
          took: fc.integer({ min: 1, max: 4 }),
          status: fc.constantFrom(200, 404, 500),
          steps: fc.integer({ min: 1, max: 5 }),
        }),
        { maxLength: 8 },
      ),
      { maxLength: 8 },
    )
    const order = fc.option(fc.record({ column: fc.constantFrom(...COLUMN_IDS), descending: fc.boolean() }), { nil: undefined })
    const filter = fc.constantFrom(
      undefined,
      (task: TaskRow) => task.statusCode === 404,
      (task: TaskRow) => task.marks.ended === undefined,
    )
    fc.assert(
      fc.property(batches, order, filter, (given, by, test) => {
        const { book, rows, feed } = setUp(by, test)
        const told = new Map<string, { events: ReturnType<typeof exampleEvents>; next: number }>()
        for (const batch of given) {
          const events = batch.flatMap(({ task, took, status, steps }) => {
            const id = `t${task}`
            const life = told.get(id) ?? { events: exampleEvents({ taskId: id, took, status }), next: 0 }
            told.set(id, { events: life.events, next: life.next + steps })
            return life.events.slice(life.next, life.next + steps)
          })
          feed(events)
          const fresh = new RowIndex(book)
          fresh.follow(book.all())
          fresh.arrange(test, by)
          expect(rows.ids).toEqual(fresh.ids)
        }
      }),
    )
  })

  it('sorts by every column without losing a row', () => {
    const { rows, feed } = setUp()
    feed([
      ...exampleEvents({ taskId: 'a', ruleName: 'x' }),
      ...exampleEvents({ taskId: 'b', upTo: 1 }),
      ...exampleEvents({ taskId: 'c', status: 500 }),
    ])
    for (const column of Object.keys(COLUMN_VALUES) as (keyof typeof COLUMN_VALUES)[]) {
      rows.arrange(undefined, { column, descending: true })
      expect([...rows.ids].sort()).toEqual(['a', 'b', 'c'])
    }
  })
})
