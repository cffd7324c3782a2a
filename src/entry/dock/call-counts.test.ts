import { expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { countCalls } from './call-counts.ts'

function setUp(first: readonly TaskEvent[]) {
  let events = [...first]
  let generation = 0
  let changes = 0
  const listeners = new Set<(event: TaskEvent) => void>()
  const counter = countCalls(
    {
      events: () => events,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      state: () => ({ generation }) as never,
      subscribeState: () => () => {},
    },
    () => {
      changes += 1
    },
  )
  return {
    counter,
    listeners,
    changes: () => changes,
    add: (more: readonly TaskEvent[]) => {
      for (const event of more) for (const listener of listeners) listener(event)
    },
    clear: () => {
      events = []
      generation += 1
    },
  }
}

it('counts what was there and what comes, and tells which still run', () => {
  const { counter, add } = setUp(exampleEvents({ taskId: 'a' }))
  expect(counter.read()).toEqual({ calls: 1, failed: 0, running: 0 })
  add(exampleEvents({ taskId: 'b', upTo: 3 }))
  expect(counter.read()).toEqual({ calls: 2, failed: 0, running: 1 })
  add(exampleEvents({ taskId: 'b' }).slice(3))
  expect(counter.read()).toEqual({ calls: 2, failed: 0, running: 0 })
})

it('counts anew after a clear, and hears nothing once it was stopped', () => {
  const { counter, clear, listeners } = setUp(exampleEvents({ taskId: 'a' }))
  clear()
  expect(counter.read()).toEqual({ calls: 0, failed: 0, running: 0 })
  counter.stop()
  expect(listeners.size).toBe(0)
})
