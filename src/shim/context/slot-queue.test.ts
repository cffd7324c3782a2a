import { expect, it } from 'vitest'
import { createSlotQueue } from './slot-queue.ts'

it('lets so many in, and the rest in the order in which they came', async () => {
  const queue = createSlotQueue(1)
  const order: string[] = []
  const first = queue.enter()
  const second = queue.enter()
  const third = queue.enter()
  expect([first.ahead, second.ahead, third.ahead]).toEqual([undefined, 0, 1])
  void second.taken?.then(() => order.push('second'))
  void third.taken?.then(() => order.push('third'))
  first.leave()
  await Promise.resolve()
  expect(order).toEqual(['second'])
  second.leave()
  await Promise.resolve()
  expect(order).toEqual(['second', 'third'])
  third.leave()
  expect(queue.enter().ahead).toBeUndefined()
})

it('lets nobody go before one whose turn has come in the same moment', async () => {
  const queue = createSlotQueue(2)
  const running = [queue.enter(), queue.enter()]
  const waiting = queue.enter()
  const order: string[] = []
  void waiting.taken?.then(() => order.push('waiting'))
  for (const ticket of running) ticket.leave()
  const late = queue.enter()
  expect(late.ahead).toBe(1)
  void late.taken?.then(() => order.push('late'))
  await Promise.resolve()
  expect(order).toEqual(['waiting', 'late'])
  expect(queue.enter().ahead).toBe(0)
  late.leave()
  waiting.leave()
  await Promise.resolve()
  expect(queue.enter().ahead).toBeUndefined()
})

it('lets one leave the line without losing the place of the others', async () => {
  const queue = createSlotQueue(1)
  const first = queue.enter()
  const gone = queue.enter()
  const last = queue.enter()
  let taken = false
  void last.taken?.then(() => {
    taken = true
  })
  gone.leave()
  gone.leave()
  await Promise.resolve()
  expect(taken).toBe(false)
  first.leave()
  await Promise.resolve()
  expect(taken).toBe(true)
})

it('counts a slot that is handed back twice once', () => {
  const queue = createSlotQueue(1)
  const first = queue.enter()
  first.leave()
  first.leave()
  expect(queue.enter().ahead).toBeUndefined()
  expect(queue.enter().ahead).toBe(0)
})
