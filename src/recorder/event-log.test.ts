import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../contract/task-event.ts'
import { exampleEvents } from '../testing/example-events.ts'
import { EventLog } from './event-log.ts'

const ROOMY = { maxTasks: 1000, maxBodyBytes: 1e9 }

function setUp(limits: Partial<typeof ROOMY> = {}) {
  const log = new EventLog({ ...ROOMY, ...limits })
  const heard: TaskEvent[] = []
  log.subscribe((event) => heard.push(event))
  const add = (...tasks: Parameters<typeof exampleEvents>[0][]) => {
    for (const task of tasks) for (const event of exampleEvents(task)) log.append(event)
  }
  const taskIds = () => [...new Set(log.events().map((event) => event.taskId))]
  return { log, heard, add, taskIds }
}

const text = (size: number) => ({ kind: 'text', text: 'x'.repeat(size), size }) as const

describe('EventLog', () => {
  it('keeps events in the order in which they came, whole and by task', () => {
    const { log, heard } = setUp()
    const [a, b] = [exampleEvents({ taskId: 'a' }), exampleEvents({ taskId: 'b' })]
    const mixed = a.flatMap((event, place) => [event, b[place] as TaskEvent])
    for (const event of mixed) log.append(event)
    expect(log.events()).toEqual(mixed)
    expect(log.events('b')).toEqual(b)
    expect(log.events('nobody')).toEqual([])
    expect(heard).toEqual(mixed)
  })

  it('takes each event once and in turn', () => {
    const { log, heard } = setUp()
    const events = exampleEvents({ taskId: 'a' })
    for (const event of [...events, ...events]) log.append(event)
    log.append(events[3] as TaskEvent)
    expect(log.events()).toEqual(events)
    expect(heard).toHaveLength(events.length)
  })

  it('follows running tasks to their end while recording is off, and takes no new ones', () => {
    const { log, add } = setUp()
    const running = exampleEvents({ taskId: 'a' })
    for (const event of running.slice(0, 3)) log.append(event)
    log.setRecording(false)
    for (const event of running.slice(3)) log.append(event)
    add({ taskId: 'b' })
    expect(log.events()).toEqual(running)
    log.setRecording(true)
    add({ taskId: 'c' })
    expect(log.events('c')).not.toEqual([])
  })

  it('releases the oldest bodies first and keeps their sizes', () => {
    const { log, add } = setUp({ maxBodyBytes: 250 })
    add({ taskId: 'a', body: text(100) }, { taskId: 'b', body: text(100) }, { taskId: 'c', body: text(100) })
    const bodies = log.events().flatMap((event) => (event.type === 'succeeded' ? [event.body] : []))
    expect(bodies).toEqual([{ kind: 'omitted', why: 'released', size: 100 }, text(100), text(100)])
    expect(log.kept).toEqual({ tasks: 3, bodyBytes: 200, droppedTasks: 0, releasedBodies: 1 })
  })

  it('does not let one huge body push out all others', () => {
    const { log, add } = setUp({ maxBodyBytes: 250 })
    add({ taskId: 'a', body: text(100) }, { taskId: 'b', body: text(5000) })
    const bodies = log.events().flatMap((event) => (event.type === 'succeeded' ? [event.body] : []))
    expect(bodies).toEqual([text(100), { kind: 'omitted', why: 'over-budget', size: 5000 }])
  })

  it('drops the oldest ended tasks above the limit, never one that runs', () => {
    const { log, add, taskIds } = setUp({ maxTasks: 2 })
    add({ taskId: 'runs', upTo: 4 }, { taskId: 'a' }, { taskId: 'b' }, { taskId: 'c' })
    expect(taskIds()).toEqual(['runs', 'c'])
    expect(log.kept).toMatchObject({ tasks: 2, droppedTasks: 2 })
  })

  it('applies a smaller limit at once', () => {
    const { log, add, taskIds } = setUp()
    add({ taskId: 'a' }, { taskId: 'b' }, { taskId: 'c' })
    log.setLimits({ ...ROOMY, maxTasks: 1 })
    expect(taskIds()).toEqual(['c'])
  })

  it('brings back on restore what was cleared, with what happened to it meanwhile', () => {
    const { log, add, heard } = setUp()
    const running = exampleEvents({ taskId: 'a' })
    for (const event of running.slice(0, 4)) log.append(event)
    log.clear()
    expect(log.events()).toEqual([])
    expect(log.kept).toMatchObject({ tasks: 0, bodyBytes: 0 })
    const heardBefore = heard.length
    for (const event of running.slice(4)) log.append(event)
    expect(heard).toHaveLength(heardBefore)
    add({ taskId: 'b' })
    log.restore()
    expect(log.events()).toEqual([...running, ...exampleEvents({ taskId: 'b' })])
    expect(log.generation).toBe(2)
    expect(log.canRestore).toBe(false)
  })

  it('cannot restore what it was told to forget', () => {
    const { log, add } = setUp()
    add({ taskId: 'a' })
    log.clear()
    log.forgetCleared()
    log.restore()
    expect(log.events()).toEqual([])
    expect(log.generation).toBe(1)
  })

  it('tells watchers when the state moves and not for every event', () => {
    const { log, add } = setUp({ maxTasks: 2 })
    const told: string[] = []
    log.watch(() => told.push(`${log.recording} ${log.generation} ${log.canRestore} ${log.kept.droppedTasks}`))
    add({ taskId: 'a' }, { taskId: 'b' })
    expect(told).toEqual([])
    add({ taskId: 'c' }, { taskId: 'd' })
    log.setRecording(false)
    log.setRecording(false)
    log.clear()
    expect(told).toEqual(['true 0 false 1', 'false 0 false 2', 'false 1 true 2'])
  })

  it('goes on recording for others when one listener throws', async () => {
    const { log, add } = setUp()
    const unhandled: unknown[] = []
    const catchIt = (reason: unknown) => unhandled.push(reason)
    process.once('unhandledRejection', catchIt)
    let thrown = false
    log.subscribe(() => {
      if (thrown) return
      thrown = true
      throw new Error('a broken view')
    })
    const heard: TaskEvent[] = []
    log.subscribe((event) => heard.push(event))
    add({ taskId: 'a' })
    expect(heard).toEqual(log.events())
    await new Promise((resolve) => setImmediate(resolve))
    process.removeListener('unhandledRejection', catchIt)
    expect(unhandled).toEqual([new Error('a broken view')])
  })

  it('never holds more than its limits allow, and its counts are true', () => {
    const tasks = fc.array(fc.record({ size: fc.nat(400), running: fc.boolean() }), { maxLength: 40 })
    fc.assert(
      fc.property(tasks, fc.integer({ min: 1, max: 8 }), fc.nat(900), (given, maxTasks, maxBodyBytes) => {
        const { log, add } = setUp({ maxTasks, maxBodyBytes })
        for (const [place, { size, running }] of given.entries()) add({ taskId: `${place}`, body: text(size), ...(running && { upTo: 4 }) })
        const events = log.events()
        const bytes = events.reduce(
          (sum, event) => sum + (event.type === 'succeeded' && event.body.kind === 'text' ? event.body.size : 0),
          0,
        )
        const ids = new Set(events.map((event) => event.taskId))
        const running = given.filter((task) => task.running).length
        expect(bytes).toBe(log.kept.bodyBytes)
        expect(bytes).toBeLessThanOrEqual(maxBodyBytes)
        expect(ids.size).toBe(log.kept.tasks)
        expect(ids.size).toBeLessThanOrEqual(Math.max(maxTasks, running + 1))
        expect(ids.size + log.kept.droppedTasks).toBe(given.length)
      }),
    )
  })
})
