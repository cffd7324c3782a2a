import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { TaskStore } from '../../recorder/tasks/task-store.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { Percentiles } from './percentiles.ts'
import { RowIndex } from './row-index.ts'
import type { TaskRow } from './task-row.ts'

/** Leads events into a book, and what they made of it into the rows. */
function feed(book: TaskStore, rows: RowIndex, events: readonly TaskEvent[]): void {
  rows.follow([...book.add(events)].flatMap((id) => book.task(id) ?? []))
}

describe('RowTally', () => {
  it('counts bytes, failures and what still runs, and takes times of answered calls alone', () => {
    const book = new TaskStore()
    const rows = new RowIndex(book)
    feed(book, rows, [
      ...Array.from({ length: 20 }, (_, place) =>
        exampleEvents({ taskId: `${place}`, took: (place + 1) * 10, body: { kind: 'text', text: '', size: 100 } }),
      ).flat(),
      ...exampleEvents({ taskId: 'refused', error: { kind: 'refused-domain', host: 'x', errMsg: 'x' } }),
      ...exampleEvents({ taskId: 'aborted', took: 9999, error: { kind: 'aborted', by: 'app', errMsg: 'x' } }),
      ...exampleEvents({ taskId: 'running', upTo: 4 }),
    ])
    expect(rows.tally.sum()).toEqual({ shown: 23, bytes: 2000, failed: 1, httpErrors: 0, threw: 0, running: 1, p50: 100, p95: 190 })
  })

  it('has no percentiles while nothing was answered', () => {
    const book = new TaskStore()
    const rows = new RowIndex(book)
    feed(book, rows, exampleEvents({ taskId: 'running', upTo: 2 }))
    expect(rows.tally.sum()).toEqual({ shown: 1, bytes: 0, failed: 0, httpErrors: 0, threw: 0, running: 1 })
  })

  it('counts answers of 4xx and 5xx, and calls of which a callback threw, which is told after their end', () => {
    const book = new TaskStore()
    const rows = new RowIndex(book)
    const thrower = exampleEvents({ taskId: 'thrower' }).map((event) =>
      event.type === 'delivered' && event.callback === 'success' ? { ...event, threw: 'Error: boom' } : event,
    )
    feed(book, rows, [...thrower.slice(0, -2), ...[404, 500, 302].flatMap((status) => exampleEvents({ taskId: `${status}`, status }))])
    expect(rows.tally.sum()).toMatchObject({ httpErrors: 2, threw: 0 })
    feed(book, rows, thrower.slice(-2))
    expect(rows.tally.sum()).toMatchObject({ httpErrors: 2, threw: 1 })
    rows.drop(new Set(['thrower', '500']))
    expect(rows.tally.sum()).toMatchObject({ httpErrors: 1, threw: 0 })
  })

  it('takes the bytes of a row that goes out of the sum, whether or not its call has ended', () => {
    const book = new TaskStore()
    const rows = new RowIndex(book)
    const [ended, running] = [exampleEvents({ taskId: 'ended', chunks: [100] }), exampleEvents({ taskId: 'running', chunks: [5, 6] })]
    feed(book, rows, [...ended, ...running.slice(0, 6)])
    expect(rows.tally.sum()).toMatchObject({ shown: 2, bytes: 105, running: 1 })
    rows.drop(new Set(['ended']))
    expect(rows.tally.sum()).toMatchObject({ shown: 1, bytes: 5 })
    rows.drop(new Set(['running']))
    expect(rows.tally.sum()).toMatchObject({ shown: 0, bytes: 0, running: 0 })
  })

  it('takes out no more than it counted of a row that grows and leaves the filter in one go', () => {
    const book = new TaskStore()
    const rows = new RowIndex(book)
    rows.arrange((task) => task.marks.ended === undefined, undefined)
    const events = exampleEvents({ taskId: 'a', chunks: [5, 6] })
    feed(book, rows, events.slice(0, 6))
    expect(rows.tally.sum()).toMatchObject({ shown: 1, bytes: 5 })
    feed(book, rows, events.slice(6))
    expect(rows.tally.sum()).toMatchObject({ shown: 0, bytes: 0 })
  })

  it('always gives what counting from scratch gives', () => {
    const step = fc.record({ task: fc.nat(9), steps: fc.integer({ min: 1, max: 6 }), drop: fc.boolean() })
    const filter = fc.constantFrom(
      undefined,
      (task: TaskRow) => task.marks.ended === undefined,
      (task: { number: number }) => task.number % 2 === 0,
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), filter, (steps, test) => {
        const book = new TaskStore()
        const rows = new RowIndex(book)
        rows.arrange(test, undefined)
        const next = new Map<string, number>()
        for (const { task, steps: count, drop } of steps) {
          const id = `${task}`
          if (drop && task < 3) {
            rows.drop(new Set([id]))
            book.drop([id])
            continue
          }
          const from = next.get(id) ?? 0
          next.set(id, from + count)
          const life = exampleEvents({
            taskId: id,
            took: 10 + task,
            chunks: [5, 6],
            status: [200, 404, 503][task % 4] ?? 302,
            ...(task % 3 === 0 && { error: { kind: 'timed-out', after: 1, errMsg: 'x' } }),
          }).map((event) => (event.type === 'delivered' && task % 5 === 1 ? { ...event, threw: 'Error: boom' } : event))
          feed(book, rows, life.slice(from, from + count))
          const fresh = new RowIndex(book)
          fresh.follow(book.all())
          fresh.arrange(test, undefined)
          expect(rows.tally.sum()).toEqual(fresh.tally.sum())
        }
      }),
    )
  })
})

describe('Percentiles', () => {
  it('give the nearest-rank value of what is in them', () => {
    const value = fc.double({ min: 0, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.nat(59),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, gone, share) => {
          const percentiles = new Percentiles()
          for (const each of values) percentiles.add(each)
          const removed = values[gone]
          if (removed !== undefined) percentiles.remove(removed)
          const left = values.toSpliced(gone, 1).sort((a, b) => a - b)
          expect(percentiles.at(share)).toBe(left[Math.max(1, Math.ceil(left.length * share)) - 1])
        },
      ),
    )
  })
})
