import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { ReplayCursor } from '../../recorder/replay/replay-cursor.ts'
import { createTimeline } from '../../recorder/replay/timeline.ts'
import { TaskStore } from '../../recorder/tasks/task-store.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { COLUMN_IDS, COLUMN_VALUES, type ListOrder } from './column-values.ts'
import { RowIndex, type RowTest } from './row-index.ts'
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

  it('is the same after tasks went back as if they had never come further', () => {
    const events = ['a', 'b', 'c', 'd'].flatMap((taskId, nth) =>
      exampleEvents({ taskId, at: nth * 60, status: nth === 1 ? 500 : 200, body: { kind: 'text', text: taskId, size: nth } }),
    )
    const cursor = new ReplayCursor(createTimeline(events), (taskId) => 'abcd'.indexOf(taskId) + 1)
    const { length } = cursor.timeline.events
    const follow = (rows: RowIndex, ids: Iterable<string>) =>
      rows.follow(
        [...ids].flatMap((id) => cursor.task(id) ?? []),
        true,
      )
    const told = (rows: RowIndex) => [
      rows.ids,
      rows.tally.sum(),
      rows.times.busy(cursor.now),
      rows.times.running(cursor.now).toSorted((one, other) => one.from - other.from),
      rows.density.bins().bins.toSorted((one, other) => one.from - other.from),
    ]
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: length }), { maxLength: 12 }), (moves) => {
        cursor.moveTo(length)
        const rows = new RowIndex(cursor)
        follow(rows, cursor.taskIds())
        for (const move of moves) {
          const { changed, gone } = cursor.moveTo(move)
          follow(rows, changed)
          rows.drop(gone)
        }
        const fresh = new RowIndex(cursor)
        follow(fresh, cursor.taskIds())
        expect(told(rows)).toEqual(told(fresh))
      }),
    )
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

  it('sorts by a response header once it is read, in any letter case, and puts a call that moves on in its place', () => {
    const { rows, feed } = setUp()
    const traced = (taskId: string, trace?: string) => exampleEvents({ taskId, ...(trace && { header: { 'X-Trace': trace } }) })
    const late = traced('d', 'Aa')
    feed([...traced('a', 'b'), ...traced('b'), ...traced('c', 'C'), ...late.slice(0, 2)])
    const read = () => {
      while (rows.progress.waiting > 0) rows.readOn()
      return rows.ids
    }
    rows.arrange(undefined, { column: 'header-x-trace', descending: false })
    expect(read()).toEqual(['a', 'c', 'b', 'd'])
    feed(late.slice(2))
    expect(read()).toEqual(['d', 'a', 'c', 'b'])
    rows.arrange((row) => row.taskId !== 'a', { column: 'header-x-trace', descending: true })
    expect(read()).toEqual(['c', 'd', 'b'])
    rows.arrange(undefined, undefined)
    expect(rows.ids).toEqual(['a', 'b', 'c', 'd'])
  })

  it('a filter that is typed on while a header is still being read loses none of the calls that wait for that', () => {
    const { rows, feed } = setUp()
    feed(['a', 'b', 'c'].flatMap((taskId) => exampleEvents({ taskId, header: { 'X-Trace': taskId } })))
    const order = { column: 'header-x-trace', descending: true } as const
    rows.arrange(undefined, order)
    rows.arrange((row) => row.taskId !== 'b', order, true)
    while (rows.progress.waiting > 0) rows.readOn()
    expect(rows.ids).toEqual(['c', 'a'])
  })

  describe('under a filter that asks for more than rows hold', () => {
    const text = (value: string) => ({ kind: 'text', text: value, size: value.length }) as const
    const events = [
      ...exampleEvents({ taskId: 'tea', body: text('{"name":"Green Tea"}') }),
      ...exampleEvents({ taskId: 'tin', body: text('{"name":"tin"}') }),
      ...exampleEvents({ taskId: 'old', body: { kind: 'omitted', size: 9, why: 'released' } }),
    ]
    const asks =
      (body: string): RowTest =>
      (_row, reader) =>
        reader.hasInBody(body, 'both')

    function setUpBodies() {
      const store = new TaskStore()
      const reads: string[] = []
      const rows = new RowIndex(store, (taskId) => {
        reads.push(taskId)
        return events.filter((event) => event.taskId === taskId)
      })
      const feed = (more: readonly TaskEvent[]) => rows.follow([...store.add(more)].flatMap((id) => store.task(id) ?? []))
      feed(events)
      return { rows, reads, feed }
    }

    it('shows nothing before it is read, and tells how far it has come', () => {
      const { rows, reads } = setUpBodies()
      rows.arrange(asks('tea'), undefined)
      expect([rows.ids, rows.progress, reads]).toEqual([[], { searched: 0, gone: 0, waiting: 3 }, []])
      expect(rows.readOn()).toBe(true)
      expect([rows.ids, rows.progress]).toEqual([['tea'], { searched: 3, gone: 1, waiting: 0 }])
      expect(rows.tally.sum().shown).toBe(1)
    })

    it('asks no row twice for the same, nor for more of a text of which it has not the beginning', () => {
      const { rows, reads } = setUpBodies()
      for (const body of ['t', 'te', 'tea', 'te']) {
        rows.arrange(asks(body), undefined)
        rows.readOn()
      }
      expect(rows.ids).toEqual(['tea'])
      expect(reads).toEqual(['tea', 'tin', 'old', 'tea', 'tin', 'tea'])
    })

    it('a row that does not hold by what the list knows is not read', () => {
      const { rows, reads } = setUpBodies()
      rows.arrange((row, reader) => row.taskId === 'tin' && reader.facts() !== undefined && asks('tin')(row, reader), undefined)
      rows.readOn()
      expect([rows.ids, reads]).toEqual([['tin'], ['tin']])
    })

    it('forgets what it read once no filter asks for it', () => {
      const { rows, reads } = setUpBodies()
      for (const test of [asks('tea'), () => true, asks('tea')]) {
        rows.arrange(test, undefined)
        rows.readOn()
      }
      expect(reads).toHaveLength(6)
      expect(rows.progress.searched).toBe(3)
    })

    it('a new row waits for its turn, and one that is dropped does no more', () => {
      const { rows, feed } = setUpBodies()
      rows.arrange(asks('tea'), undefined)
      rows.readOn()
      feed(exampleEvents({ taskId: 'new', body: text('tea') }))
      expect(rows.progress.waiting).toBe(1)
      rows.drop(new Set(['new', 'old']))
      expect(rows.progress).toEqual({ searched: 2, gone: 0, waiting: 0 })
    })
  })
})
