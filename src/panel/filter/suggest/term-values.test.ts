import { expect, it } from 'vitest'
import { TaskStore } from '../../../recorder/tasks/task-store.ts'
import { exampleEvents } from '../../../testing/example-events.ts'
import { heapInUse } from '../../../testing/heap-in-use.ts'
import { HeldRow } from '../../rows/task-row.ts'
import { TermValues } from './term-values.ts'

const store = new TaskStore()
store.add(
  [
    { taskId: 'a', url: 'https://api.example.com/goods', ruleName: 'Goods' },
    { taskId: 'b', url: 'https://api.example.com/cart', method: 'POST' as const, status: 404 },
    { taskId: 'c', url: 'https://img.example.com/a.png', status: 304, type: 'image/png' },
    {
      taskId: 'd',
      url: 'https://api.example.com/x',
      error: { kind: 'timed-out' as const, after: 5, errMsg: 'request:fail timeout', errno: 5 },
    },
  ].flatMap(exampleEvents),
)
const indexOf = (rows: readonly HeldRow[]) => ({ all: () => rows, size: rows.length })
const rows = store.all().map((task) => new HeldRow(task))

it('the values of a key are counted, the most frequent first', () => {
  const values = new TermValues(indexOf(rows))
  expect(values.of('domain')).toEqual([
    { value: 'api.example.com', count: 3 },
    { value: 'img.example.com', count: 1 },
  ])
  expect(values.of('method')[0]).toEqual({ value: 'GET', count: 3 })
  expect(values.of('status')).toContainEqual({ value: '4xx', count: 1 })
  expect(values.of('errno')).toEqual([{ value: '5', count: 1 }])
  expect(values.of('url')).toEqual([])
})

it('values of a fixed set follow without a number when they do not occur', () => {
  expect(new TermValues(indexOf([])).of('api')).toContainEqual({ value: 'upload' })
  const states = new TermValues(indexOf(rows)).of('is')
  expect(states[0]).toHaveProperty('count', 1)
  expect(states).toContainEqual({ value: 'failed', count: 1 })
  expect(states).toContainEqual({ value: 'threw' })
})

it('of more rows than can be counted within a frame no numbers are told', () => {
  const many = Array.from({ length: 20_001 }, () => rows[0] as HeldRow)
  expect(new TermValues(indexOf(many)).of('method')).toEqual([{ value: 'GET' }])
})

it('no row is kept of a record that was cleared while values were on the screen', async () => {
  let shown = store.all().map((task) => new HeldRow(task))
  const row = new WeakRef(shown[0] as HeldRow)
  const values = new TermValues({
    all: () => shown,
    get size() {
      return shown.length
    },
  })
  values.of('method')
  shown = []
  await heapInUse()
  expect(row.deref()).toBeUndefined()
  expect(values.of('method')[0]).toEqual({ value: 'GET', count: 3 })
})
