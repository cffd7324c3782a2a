import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { type ExampleTask, exampleEvents, streamOf } from '../../testing/example-events.ts'
import { reduceTask } from './reduce-task.ts'
import type { TaskSnapshot } from './task-snapshot.ts'

function foldAll(events: readonly TaskEvent[]): TaskSnapshot | undefined {
  return events.reduce<TaskSnapshot | undefined>((task, event) => reduceTask(task, event), undefined)
}

const anyTask: fc.Arbitrary<ExampleTask> = fc.record(
  {
    taskId: fc.constant('a'),
    at: fc.nat(10_000),
    took: fc.integer({ min: 1, max: 5000 }),
    queuedFor: fc.nat(300),
    status: fc.constantFrom(200, 301, 404, 500),
    chunks: fc.array(fc.nat(70_000), { maxLength: 6 }),
    ruleName: fc.constantFrom('list', 'detail'),
    error: fc.constantFrom(
      { kind: 'aborted', by: 'app', errMsg: 'request:fail abort' } as const,
      { kind: 'timed-out', after: 5, errMsg: 'x', errno: 5 } as const,
    ),
    upTo: fc.integer({ min: 1, max: 12 }),
  },
  { requiredKeys: ['taskId'] },
)

describe('reduceTask', () => {
  it('knows which rule answered, and of a call to the network that none did', () => {
    expect(foldAll(exampleEvents({ taskId: 'a', ruleName: 'Goods' }))).toMatchObject({ by: 'mock', ruleId: 'rule', ruleName: 'Goods' })
    const task = foldAll(exampleEvents({ taskId: 'a' }))
    expect(task).toMatchObject({ by: 'fetch' })
    for (const name of ['ruleId', 'ruleName']) expect(task).not.toHaveProperty(name)
  })

  it('changes nothing when an event comes twice', () => {
    fc.assert(
      fc.property(anyTask, fc.array(fc.nat(30)), (task, repeats) => {
        const events = exampleEvents(task)
        const doubled = events.flatMap((event, place) => (repeats.includes(place) ? [event, event, events[0] as TaskEvent] : [event]))
        expect(foldAll(doubled)).toEqual(foldAll(events))
      }),
    )
  })

  it('gives the same snapshot from events that went through JSON', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const events = exampleEvents(task)
        const travelled = JSON.parse(JSON.stringify(events)) as TaskEvent[]
        expect(foldAll(travelled)).toEqual(foldAll(events))
        expect(JSON.parse(JSON.stringify(foldAll(events)))).toEqual(foldAll(events))
      }),
    )
  })

  it('keeps what it knows when an event is missing in between', () => {
    const events = exampleEvents({ taskId: 'a' })
    const before = foldAll(events.slice(0, 3)) as TaskSnapshot
    expect(reduceTask(before, events[5] as TaskEvent)).toBe(before)
  })

  it('ignores a task whose beginning it never saw', () => {
    expect(reduceTask(undefined, exampleEvents({ taskId: 'a' })[2] as TaskEvent)).toBeUndefined()
  })

  it('never changes a snapshot that it gave out', () => {
    let task: TaskSnapshot | undefined
    for (const event of exampleEvents({ taskId: 'a', queuedFor: 5, chunks: [1, 2] })) {
      const frozen = JSON.stringify(task)
      const next = reduceTask(task, event)
      expect(JSON.stringify(task)).toBe(frozen)
      task = next
    }
  })

  it('tells the states of a call in the order in which it lives them', () => {
    let task: TaskSnapshot | undefined
    const states: string[] = []
    for (const event of exampleEvents({ taskId: 'a', queuedFor: 5 })) {
      task = reduceTask(task, event)
      if (task && states.at(-1) !== task.state) states.push(task.state)
    }
    expect(states).toEqual(['created', 'queued', 'running', 'receiving', 'succeeded'])
  })

  it('takes the later word on a time, and whether that word was measured', () => {
    const [created, started, routed, head] = streamOf('a', [
      { type: 'created', at: 0, api: 'request', environment: { platform: 'ios', lib: '3.17.0' }, given: {} },
      { type: 'started', at: 1 },
      {
        type: 'routed',
        at: 1,
        by: 'fetch',
        timing: { marks: { requestStart: 2, responseStart: 50 }, simulated: ['requestStart', 'responseStart'] },
      },
      {
        type: 'headers-received',
        at: 61,
        statusCode: 200,
        header: {},
        cookies: [],
        listeners: [],
        timing: { marks: { responseStart: 60 }, simulated: [] },
      },
    ])
    const task = foldAll([created, started, routed, head] as TaskEvent[])
    expect(task?.timing.marks).toEqual({ requestStart: 2, responseStart: 60 })
    expect(task?.timing.simulated).toEqual(['requestStart'])
  })

  it('keeps marks over the whole length of a long stream while counting every chunk', () => {
    const events = exampleEvents({ taskId: 'a', took: 10_000, chunks: Array.from({ length: 2000 }, () => 10) })
    const task = foldAll(events) as TaskSnapshot
    expect(task.chunks).toBe(2000)
    expect(task.receivedBytes).toBe(20_000)
    expect(task.chunkMarks.length).toBeLessThanOrEqual(256)
    expect(task.chunkMarks[0]).toBeLessThan(6100)
    expect(task.chunkMarks.at(-1)).toBeGreaterThan(9900)
    const longestGap = Math.max(...task.chunkMarks.slice(1).map((at, place) => at - (task.chunkMarks[place] as number)))
    expect(longestGap).toBeLessThan(100)
  })

  it('holds no body and no long value: those stay with their event, where they can be released', () => {
    const [created, ...rest] = exampleEvents({ taskId: 'a' })
    if (created?.type !== 'created' || !created.sent) throw new Error('the example begins otherwise')
    const long = 'x'.repeat(5000)
    const given = { url: `https://api.example.com/?q=${long}`, data: { long }, enableChunked: true, header: { Token: 'short' } }
    const sent = { ...created.sent, body: { kind: 'text', text: long, size: 5000 } } as const
    const task = foldAll([{ ...created, given, sent }, ...rest])
    expect(task?.given).toEqual({ url: given.url, enableChunked: true, header: { Token: 'short' } })
    expect(task?.sent?.body).toEqual({ size: 5000 })
  })

  it('keeps the first calls of a listener, and of the later ones those that threw, however long a stream runs', () => {
    const events = exampleEvents({ taskId: 'a', chunks: Array.from({ length: 3000 }, () => 10) }).map(
      (event): TaskEvent =>
        event.type === 'chunk-received'
          ? { ...event, listeners: [{ at: event.at, took: 1, ...(event.seq % 20 === 0 && { threw: 'Error: a bug' }) }] }
          : event,
    )
    const { listenerCalls } = foldAll(events) as TaskSnapshot
    expect(listenerCalls.slice(0, 256).filter(({ threw }) => threw === undefined).length).toBeGreaterThan(200)
    expect(listenerCalls.slice(256).every(({ threw }) => threw !== undefined)).toBe(true)
    expect(listenerCalls.length).toBeGreaterThan(300)
    expect(listenerCalls.length).toBeLessThanOrEqual(512)
  })
})
