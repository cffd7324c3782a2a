import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVENT_TRAITS } from '../../contract/event/event-traits.ts'
import { SOCKET_MAY_FOLLOW } from '../../contract/event/socket-event.ts'
import { MAY_FOLLOW, seqAfter, type TaskEvent } from '../../contract/event/task-event.ts'
import { catchUncaught } from '../../testing/catch-uncaught.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { exampleUpload } from '../../testing/example-transfers.ts'
import { socketEvents } from '../../testing/socket-events.ts'
import { reduceTask } from '../tasks/reduce-task.ts'
import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import { isPiece } from './condense.ts'
import { contentBytes } from './event-content.ts'
import { EventLog } from './event-log.ts'

const ROOMY = { maxTasks: 1000, maxBodyBytes: 1e9 }

function setUp(limits: Partial<typeof ROOMY> = {}, mostPieces?: number) {
  const log = new EventLog({ ...ROOMY, ...limits }, mostPieces)
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
    let thrown = false
    log.subscribe(() => {
      if (thrown) return
      thrown = true
      throw new Error('a broken view')
    })
    const heard: TaskEvent[] = []
    log.subscribe((event) => heard.push(event))
    expect(await catchUncaught(() => add({ taskId: 'a' }))).toEqual([new Error('a broken view')])
    expect(heard).toEqual(log.events())
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

  it('counts what the caller gave among the content, and releases it, but never the url', () => {
    const { log, add } = setUp({ maxBodyBytes: 1000 })
    const url = `https://api.example.com/${'x'.repeat(300)}`
    const [created, ...rest] = exampleEvents({ taskId: 'a', url })
    const given = { url, method: 'POST', data: { text: 'x'.repeat(800) }, header: { Token: 'short' } }
    for (const event of [{ ...created, given } as TaskEvent, ...rest]) log.append(event)
    expect(log.kept.bodyBytes).toBeGreaterThan(800)
    add({ taskId: 'b', body: text(900) })
    expect(log.events('a')[0]).toMatchObject({ given: { ...given, data: '[released]' } })
    expect(log.kept.bodyBytes).toBe(911)
    log.append({ ...created, taskId: 'c', given: { data: 'x'.repeat(5000) } } as TaskEvent)
    expect(log.events('c')[0]).toMatchObject({ given: { data: '[released]' } })
  })

  it('counts the fields of a form too', () => {
    const { log } = setUp({ maxBodyBytes: 1000 })
    const events = exampleUpload().map((event) =>
      event.type === 'packed'
        ? { ...event, form: { ...event.form, fields: [['a', 'x'.repeat(995)] as const, ['b', 'short'] as const] } }
        : event,
    )
    for (const event of events) log.append(event)
    const packed = log.events('up').find((event) => event.type === 'packed')
    expect(packed?.type === 'packed' && packed.form.fields).toEqual([
      ['a', '[released]'],
      ['b', 'short'],
    ])
  })

  it('has one event stand for the oldest messages when there are too many, and loses no count', () => {
    const { log } = setUp({}, 20)
    const events = flood('a', 50)
    for (const event of events) log.append(event)
    const kept = log.events('a')
    const condensed = kept.filter((event) => event.type === 'condensed')
    // One for the attempt before the socket was open, which stays where it was, and one for the rest.
    expect(condensed).toHaveLength(2)
    expect(kept.length).toBeLessThan(events.length)
    expect(kept.filter(isPiece).length).toBeLessThanOrEqual(20)
    // Fold it, and it is the same socket as before.
    const { chunkMarks: _, listenerCalls: __, ...known } = foldAll(events)
    expect(foldAll(kept)).toMatchObject(known)
  })

  it('does the same to the pieces of a body that never ends', () => {
    const { log } = setUp({}, 20)
    const events = exampleEvents({ taskId: 'a', chunks: Array<number>(90).fill(10) })
    for (const event of events) log.append(event)
    const { chunkMarks: _, ...known } = foldAll(events)
    expect(foldAll(log.events('a'))).toMatchObject(known)
    expect(log.events('a').find((event) => event.type === 'condensed')).toMatchObject({ sent: { count: 0 }, refused: 0 })
  })

  it('does the same to the progress of a transfer, however long it runs', () => {
    const { log } = setUp({}, 100)
    const [whole, rest] = [exampleUpload({ upTo: 5 }), exampleUpload().slice(-2)]
    const count = 72_000
    const progress = (nth: number): TaskEvent => {
      const stamp = { type: 'progressed', taskId: 'up', seq: 5 + nth, at: 10 + nth, listeners: [] } as const
      return { ...stamp, direction: 'sent', loaded: nth + 1, expected: count }
    }
    const events = [
      ...whole,
      ...Array.from({ length: count }, (_, nth) => progress(nth)),
      ...rest.map((event, nth) => ({ ...event, seq: 5 + count + nth })),
    ]
    for (const event of events) log.append(event)
    expect(log.events().length).toBeLessThan(120)
    expect(foldAll(log.events())).toEqual(foldAll(events))
  })

  it('bounds every type of event of which a task may have any number', () => {
    const repeatable = Object.entries(EVENT_TRAITS).filter(([, { repeats }]) => repeats !== false)
    expect(repeatable.map(([type]) => type).sort()).toEqual([
      'chunk-received',
      'message-received',
      'message-refused',
      'message-sent',
      'progressed',
    ])
    // What may follow itself in a stream is what there may be any number of; two callbacks are the most that a task has.
    const following = Object.entries({ ...MAY_FOLLOW, ...SOCKET_MAY_FOLLOW }).filter(([type, next]) => (next as string[]).includes(type))
    expect(repeatable.map(([type]) => type)).toEqual(
      expect.arrayContaining(following.map(([type]) => type).filter((type) => type !== 'delivered')),
    )
  })

  it('takes a record that was condensed before, and condenses on', () => {
    const { log } = setUp({}, 20)
    const events = flood('a', 50)
    for (const event of events.slice(0, 40)) log.append(event)
    const next = setUp({}, 20).log
    for (const event of [...log.events(), ...events.slice(40)]) next.append(event)
    expect(foldAll(next.events()).nextSeq).toBe(events.length)
    expect(next.events().filter((event) => event.type === 'condensed')).toHaveLength(2)
  })

  it('never holds more content and pieces than its limits allow, cleared ones with it, whatever comes in whatever order', () => {
    const step = fc.oneof(
      { weight: 12, arbitrary: fc.record({ kind: fc.constant('event' as const), task: fc.nat(5), size: fc.nat(600) }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'clear' as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'restore' as const }) },
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), fc.nat(1500), fc.integer({ min: 1, max: 30 }), (steps, maxBodyBytes, mostPieces) => {
        const { log } = setUp({ maxBodyBytes }, mostPieces)
        const seqs = new Map<string, number>()
        for (const given of steps) {
          if (given.kind === 'clear') log.clear()
          else if (given.kind === 'restore') log.restore()
          else {
            const taskId = String(given.task)
            const seq = seqs.get(taskId) ?? 0
            log.append(anyEvent(taskId, seq, given.size, given.task))
            seqs.set(taskId, seq + 1)
          }
          checkHeld(log, maxBodyBytes, mostPieces)
        }
        // What can be brought back was within the limits together with the rest: nothing has to go for it.
        const { releasedBodies } = log.kept
        log.restore()
        expect(log.kept.releasedBodies).toBe(releasedBodies)
        checkHeld(log, maxBodyBytes, mostPieces)
      }),
      { numRuns: 500 },
    )
  })
})

/** The count is true and within the limits, and every task is whole. */
function checkHeld(log: EventLog, maxBodyBytes: number, mostPieces: number): void {
  const events = log.events()
  const bytes = events.reduce((sum, event) => sum + contentBytes(event), 0)
  expect(bytes).toBe(log.kept.bodyBytes)
  expect(bytes).toBeLessThanOrEqual(maxBodyBytes)
  expect(events.filter(isPiece).length).toBeLessThanOrEqual(mostPieces)
  for (const id of new Set(events.map((event) => event.taskId))) {
    const own = events.filter((event) => event.taskId === id)
    expect([0, ...own.map(seqAfter)].slice(0, -1)).toEqual(own.map(({ seq }) => seq))
  }
}

const foldAll = (events: readonly TaskEvent[]) =>
  events.reduce<TaskSnapshot | undefined>((task, event) => reduceTask(task, event), undefined) as TaskSnapshot

/** A socket that opened, and so many messages each way by turns. */
function flood(taskId: string, messages: number): TaskEvent[] {
  const opened = socketEvents(taskId, 8)
  const more = Array.from({ length: messages }, (_, nth): TaskEvent => message(taskId, opened.length + nth, 10 + nth, nth % 3 === 0))
  return [...opened, ...more]
}

function message(taskId: string, seq: number, size: number, out: boolean): TaskEvent {
  const common = { taskId, seq, at: 100 + seq, form: 'text', body: text(size) } as const
  return out ? { ...common, type: 'message-sent', by: 'app' } : { ...common, type: 'message-received', listeners: [] }
}

/** An event that carries so much, of a socket, an upload or a call. */
function anyEvent(taskId: string, seq: number, size: number, kind: number): TaskEvent {
  const [created] = exampleEvents({ taskId })
  if (seq === 0) return { ...created, given: { url: 'https://a.example', data: 'x'.repeat(size) } } as TaskEvent
  if (kind % 3 === 0) return message(taskId, seq, size, size % 2 === 0)
  const packed = exampleUpload().find((event) => event.type === 'packed')
  if (kind % 3 === 1 && seq === 1 && packed?.type === 'packed') {
    return { ...packed, taskId, seq, form: { fields: [['a', 'x'.repeat(size)]], file: { ...packed.form.file, body: text(size) } } }
  }
  return { taskId, seq, at: seq, type: 'chunk-received', size, body: text(size), listeners: [] }
}
