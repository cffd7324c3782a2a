import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TaskStore } from '../../recorder/tasks/task-store.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { CallDensity } from './call-density.ts'
import type { TaskRow } from './task-row.ts'

function rowAt(created: number, part: Partial<TaskRow> = {}): TaskRow {
  const store = new TaskStore()
  store.add(exampleEvents({ taskId: `${created}` }))
  const task = store.task(`${created}`) as TaskRow
  return { ...task, marks: { created, ended: created + 10 }, ...part }
}

describe('CallDensity', () => {
  it('counts the calls of each stretch, and those that failed once they have', () => {
    const density = new CallDensity()
    const running = rowAt(5, { taskId: 'late', marks: { created: 5 } })
    density.enter(rowAt(5))
    density.enter(running)
    expect(density.bins()).toEqual({ length: 1, bins: [{ from: 5, calls: 2, failed: 0 }] })
    density.move({ ...running, marks: { created: 5, ended: 9 }, statusCode: 500 })
    expect(density.bins().bins).toEqual([{ from: 5, calls: 2, failed: 1 }])
    density.leave({ ...running, marks: { created: 5, ended: 9 }, statusCode: 500 })
    density.leave(rowAt(5))
    expect(density.bins().bins).toEqual([])
  })

  it('lengthens its stretches rather than to have more of them, and loses no call', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000), { minLength: 600, maxLength: 900 }), (moments) => {
        const density = new CallDensity()
        const row = rowAt(0)
        for (const [nth, created] of moments.entries()) density.enter({ ...row, taskId: `${nth}`, marks: { created, ended: created } })
        const { bins } = density.bins()
        expect(bins.length).toBeLessThanOrEqual(512)
        expect(bins.reduce((sum, { calls }) => sum + calls, 0)).toBe(moments.length)
      }),
      { numRuns: 10 },
    )
  })
})
