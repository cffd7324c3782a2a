import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVENT_TRAITS } from '../../contract/event/event-traits.ts'
import { SOCKET_MAY_FOLLOW } from '../../contract/event/socket-event.ts'
import { MAY_FOLLOW, seqAfter, type TaskEvent } from '../../contract/event/task-event.ts'
import { DEFAULT_SETTINGS } from '../../contract/settings.ts'
import { catchUncaught } from '../../testing/catch-uncaught.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { exampleUpload } from '../../testing/example-transfers.ts'
import { socketEvents } from '../../testing/socket-events.ts'
import { reduceTask } from '../tasks/reduce-task.ts'
import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import { isPiece } from './condense.ts'
import { EventLog } from './event-log.ts'
import { measureEvent } from './measure-event.ts'

const ROOMY = { maxTasks: 1000, maxBodyBytes: 1e9 }

function setUp(limits: Partial<typeof ROOMY> = {}, bounds: ConstructorParameters<typeof EventLog>[1] = {}) {
  const log = new EventLog({ ...ROOMY, ...limits }, bounds)
  const received: TaskEvent[] = []
  log.subscribe((event) => received.push(event))
  const add = (...tasks: Parameters<typeof exampleEvents>[0][]) => {
    for (const task of tasks) for (const event of exampleEvents(task)) log.append(event)
  }
  const taskIds = () => [...new Set(log.events().map((event) => event.taskId))]
  return { log, received, add, taskIds }
}

const text = (size: number) => ({ kind: 'text', text: 'x'.repeat(size), size }) as const

describe('EventLog', () => {
  it('keeps events in the order in which they came, whole and by task', () => {
    const { log, received } = setUp()
    const [a, b] = [exampleEvents({ taskId: 'a' }), exampleEvents({ taskId: 'b' })]
    const mixed = a.flatMap((event, place) => [event, b[place] as TaskEvent])
    for (const event of mixed) log.append(event)
    expect(log.events()).toEqual(mixed)
    expect(log.events('b')).toEqual(b)
    expect(log.events('nobody')).toEqual([])
    expect(received).toEqual(mixed)
  })

  it('takes each event once and in turn', () => {
    const { log, received } = setUp()
    const events = exampleEvents({ taskId: 'a' })
    for (const event of [...events, ...events]) log.append(event)
    log.append(events[3] as TaskEvent)
    expect(log.events()).toEqual(events)
    expect(received).toHaveLength(events.length)
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
    const { log, add } = setUp({ maxBodyBytes: 250_000 })
    add({ taskId: 'a', body: text(100_000) }, { taskId: 'b', body: text(100_000) }, { taskId: 'c', body: text(100_000) })
    expect(bodiesOf(log)).toEqual([{ kind: 'omitted', why: 'released', size: 100_000 }, text(100_000), text(100_000)])
    expect(log.kept).toMatchObject({ tasks: 3, droppedTasks: 0, releasedBodies: 1 })
    expect(log.kept.bytes).toBeGreaterThan(200_000)
    expect(log.kept.bytes).toBeLessThan(250_000)
  })

  it('keeps 10,000 small calls from one place of the app in a tenth of the room that there is by default', () => {
    const room = DEFAULT_SETTINGS.capture.maxBodyBytes / 10
    const { log } = setUp({ maxTasks: 20_000, maxBodyBytes: room }, { bareBytes: room })
    const initiator = Array.from({ length: 8 }, (_, nth) => `at load${nth} (https://shop.example/pages/home/home.js:${nth}:5)`).join('\n')
    for (let nth = 0; nth < 10_000; nth++) {
      const events = exampleEvents({ taskId: `${nth}`, at: nth / 7, url: `https://api.example.com/goods?call=${nth}`, body: text(136) })
      for (const event of events) log.append(event.type === 'created' ? { ...event, initiator } : event)
    }
    expect(log.kept).toMatchObject({ tasks: 10_000, droppedTasks: 0, releasedBodies: 0 })
  })

  it('does not let one huge body push out all others', () => {
    const { log, add } = setUp({ maxBodyBytes: 250_000 })
    add({ taskId: 'a', body: text(100_000) }, { taskId: 'b', body: text(5_000_000) })
    expect(bodiesOf(log)).toEqual([text(100_000), { kind: 'omitted', why: 'over-budget', size: 5_000_000 }])
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
    const { log, add, received } = setUp()
    const running = exampleEvents({ taskId: 'a' })
    for (const event of running.slice(0, 4)) log.append(event)
    log.clear()
    expect(log.events()).toEqual([])
    expect(log.kept).toMatchObject({ tasks: 0, bytes: 0 })
    const receivedBefore = received.length
    for (const event of running.slice(4)) log.append(event)
    expect(received).toHaveLength(receivedBefore)
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

  it('keeps pinned tasks and their bodies when it has to let something go, until there is nothing else', () => {
    const { log, add, taskIds } = setUp({ maxTasks: 3 })
    log.pin(['a', 'c'])
    add(...['a', 'b', 'c', 'd', 'e'].map((taskId) => ({ taskId, body: text(1000) })))
    expect(taskIds()).toEqual(['a', 'c', 'e'])
    log.pin(['c'])
    add({ taskId: 'f' }, { taskId: 'g' })
    expect(taskIds()).toEqual(['c', 'f', 'g'])
    const pinned = setUp({ maxTasks: 3 })
    pinned.add({ taskId: 'a', body: text(1000) }, { taskId: 'b', body: text(1000) }, { taskId: 'c', body: text(1000) })
    pinned.log.pin(['a', 'b'])
    pinned.add({ taskId: 'd', body: text(1000) })
    expect(pinned.taskIds()).toEqual(['a', 'b', 'd'])
    pinned.log.setLimits({ maxTasks: 3, maxBodyBytes: 8000 })
    const bodyOf = (taskId: string) => pinned.log.events(taskId).find((event) => event.type === 'succeeded')?.body.kind
    expect([bodyOf('a'), bodyOf('b'), bodyOf('d')]).toEqual(['text', 'text', 'omitted'])
    expect(pinned.log.kept.lostPinned).toBe(0)
    pinned.log.setLimits({ maxTasks: 1, maxBodyBytes: 8000 })
    expect(pinned.taskIds()).toEqual(['b'])
    expect(pinned.log.kept.lostPinned).toBe(1)
    pinned.log.pin([])
    pinned.add({ taskId: 'e' })
    expect(pinned.taskIds()).toEqual(['e'])
  })

  it('puts tasks from before in front of the others, the newest as far as there is room, and forgets them if it is told to', () => {
    const setUpEarlier = (pinned: readonly string[], limits: Partial<typeof ROOMY>) => {
      const { log, add, taskIds } = setUp(limits)
      log.pin(pinned)
      add({ taskId: 'here', body: text(20_000) }, { taskId: 'there', body: text(20_000) })
      const addEarlier = () => {
        for (const taskId of ['a', 'b', 'c', 'd', 'e'])
          for (const event of exampleEvents({ taskId, body: text(20_000) })) log.addEarlier(event)
      }
      addEarlier()
      expect(taskIds(), 'nothing of them is seen before they are all there').toEqual(['here', 'there'])
      expect(log.kept.droppedTasks + log.kept.releasedBodies).toBe(0)
      log.dropEarlier()
      log.joinEarlier()
      expect(taskIds()).toEqual(['here', 'there'])
      addEarlier()
      log.joinEarlier()
      return { log, taskIds }
    }
    const few = setUpEarlier([], { maxTasks: 4 })
    expect(few.taskIds()).toEqual(['d', 'e', 'here', 'there'])
    expect(few.log.kept.droppedTasks).toBe(3)
    expect(few.log.tasks().map(({ number }) => number)).toEqual([4, 5, 6, 7])
    const pinned = setUpEarlier(['a', 'b', 'c', 'here'], { maxTasks: 4 })
    expect(pinned.taskIds()).toEqual(['a', 'b', 'c', 'here'])
    const light = setUpEarlier([], { maxBodyBytes: 90_000 })
    expect(light.taskIds()).toHaveLength(7)
    expect(light.log.kept.bytes).toBeLessThanOrEqual(90_000)
    expect(light.log.kept.releasedBodies).toBeGreaterThan(0)
    expect(light.log.events('there').find((event) => event.type === 'succeeded')?.body).toEqual(text(20_000))
  })

  it('takes tasks out, and puts them back at their places with what happened to them meanwhile', () => {
    const { log, add, taskIds } = setUp()
    add({ taskId: 'a' }, { taskId: 'b' })
    const running = exampleEvents({ taskId: 'c' })
    for (const event of running.slice(0, 3)) log.append(event)
    add({ taskId: 'd' })
    const before = [log.tasks().map(({ number }) => number), log.kept.bytes]
    log.remove(['b', 'c', 'nobody'])
    expect([taskIds(), log.removed, log.canRestore]).toEqual([['a', 'd'], 2, true])
    log.restore()
    expect([log.tasks().map(({ number }) => number), log.kept.bytes]).toEqual(before)
    log.remove(['b', 'c'])
    for (const event of running.slice(3)) log.append(event)
    add({ taskId: 'e' })
    log.restore()
    expect(log.taskIds()).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(log.events('c')).toEqual(running)
    log.setLimits({ ...ROOMY, maxTasks: 3 })
    expect(log.taskIds(), 'the oldest go first, as if none had been taken out').toEqual(['c', 'd', 'e'])
    log.setLimits({ ...ROOMY, maxTasks: 1 })
    expect(log.taskIds()).toEqual(['e'])
    log.remove(['a', 'b', 'c', 'd', 'e'])
    expect([log.kept.tasks, log.kept.bytes]).toEqual([0, 0])
    log.forgetCleared()
    expect(log.removed).toBeUndefined()
  })

  it('tells tasks by their number in the session, whatever was dropped or cleared', () => {
    const { log, add } = setUp({ maxTasks: 2 })
    const numbers = () => log.tasks().map(({ taskId, number }) => `${taskId} ${number}`)
    add({ taskId: 'runs', upTo: 4 }, { taskId: 'a' }, { taskId: 'b' }, { taskId: 'c' })
    expect(numbers()).toEqual(['runs 1', 'c 4'])
    log.clear()
    add({ taskId: 'd' })
    expect(numbers()).toEqual(['d 3'])
    log.restore()
    expect(numbers()).toEqual(['runs 1', 'd 5'])
  })

  it('gives the tasks that a smaller limit leaves, and no others', () => {
    const { log, add } = setUp({ maxTasks: 4 })
    for (let nth = 0; nth < 6; nth++) add({ taskId: `${nth}` })
    expect(log.tasks()).toHaveLength(4)
    log.setLimits({ ...ROOMY, maxTasks: 2 })
    expect(log.tasks().map(({ taskId }) => taskId)).toEqual(['4', '5'])
  })

  it('folds what is new and nothing else, however often the tasks are asked for', () => {
    const { log, add } = setUp()
    for (let nth = 0; nth < 200; nth++) add({ taskId: `${nth}` })
    const before = log.tasks()
    const [task, other] = [log.task('7'), log.task('8')]
    for (const event of exampleEvents({ taskId: 'new' })) {
      log.append(event)
      expect(
        log
          .tasks()
          .slice(0, 200)
          .every((same, nth) => same === before[nth]),
      ).toBe(true)
      expect(log.tasks()).toBe(log.tasks())
    }
    expect([log.task('7'), log.task('8')]).toEqual([task, other])
    expect(log.task('7')).toBe(task)
  })

  it('keeps the snapshots of packed tasks that were looked at lately, and lets go of those from long before', () => {
    const { add, log } = setUp({}, { loose: 0 })
    for (let task = 0; task < 200; task += 1) add({ taskId: `${task}` })
    const first = log.task('0')
    expect(log.task('0')).toBe(first)
    const seen = Array.from({ length: 199 }, (_, nth) => log.task(`${nth + 1}`))
    expect(log.task('199')).toBe(seen[198])
    expect(log.task('0')).toEqual(first)
    expect(log.task('0')).not.toBe(first)
  })

  it('tells watchers when the state moves and not for every event', () => {
    const { log, add } = setUp({ maxTasks: 2 })
    const received: string[] = []
    log.watch(() => received.push(`${log.recording} ${log.generation} ${log.canRestore} ${log.kept.droppedTasks}`))
    add({ taskId: 'a' }, { taskId: 'b' })
    expect(received).toEqual([])
    add({ taskId: 'c' }, { taskId: 'd' })
    log.setRecording(false)
    log.setRecording(false)
    log.clear()
    expect(received).toEqual(['true 0 false 1', 'false 0 false 2', 'false 1 true 2'])
  })

  it('goes on recording for others when one listener throws', async () => {
    const { log, add } = setUp()
    let thrown = false
    log.subscribe(() => {
      if (thrown) return
      thrown = true
      throw new Error('a broken view')
    })
    const received: TaskEvent[] = []
    log.subscribe((event) => received.push(event))
    expect(await catchUncaught(() => add({ taskId: 'a' }))).toEqual([new Error('a broken view')])
    expect(received).toEqual(log.events())
  })

  it('lets go of what the caller gave, and of a long url all but its beginning', () => {
    const { log, add } = setUp({ maxBodyBytes: 50_000 })
    const url = `https://api.example.com/${'x'.repeat(3000)}`
    const [created, ...rest] = exampleEvents({ taskId: 'a', url })
    const given = { url, method: 'POST', data: { text: 'x'.repeat(20_000) }, header: { Token: 'short' } }
    for (const event of [{ ...created, given } as TaskEvent, ...rest]) log.append(event)
    expect(log.events('a')[0]).toMatchObject({ given })
    add({ taskId: 'b', body: text(40_000) })
    const beginning = `${url.slice(0, 1024)}…`
    expect(log.events('a')[0]).toMatchObject({
      given: { ...given, url: beginning, data: '[released]' },
      sent: { url: beginning },
      cut: [
        { where: '/given/url', size: url.length, kept: 1024 },
        { where: '/sent/url', size: url.length, kept: 1024 },
      ],
    })
    expect(log.task('a')).toMatchObject({ url: beginning, cuts: [{ event: 'created', where: '/given/url' }, { where: '/sent/url' }] })
    log.append({ ...created, taskId: 'c', given: { data: 'x'.repeat(60_000) } } as TaskEvent)
    expect(log.events('c')[0]).toMatchObject({ given: { data: '[released]' } })
  })

  it('counts the fields of a form too', () => {
    const { log } = setUp({ maxBodyBytes: 50_000 })
    const events = exampleUpload().map((event) =>
      event.type === 'packed'
        ? { ...event, form: { ...event.form, fields: [['a', 'x'.repeat(60_000)] as const, ['b', 'short'] as const] } }
        : event,
    )
    for (const event of events) log.append(event)
    const packed = log.events('up').find((event) => event.type === 'packed')
    expect(packed?.type === 'packed' && packed.form.fields).toEqual([
      ['a', '[released]'],
      ['b', 'short'],
    ])
  })

  it('lets go of large headers and cookies, of which the first stay, and says how many there were', () => {
    const { log, add } = setUp({ maxBodyBytes: 400_000 })
    const header = Object.fromEntries(Array.from({ length: 500 }, (_, nth) => [`X-${nth}`, `${nth}`.repeat(100)]))
    const cookies = Array.from({ length: 500 }, (_, nth) => `c${nth}=1`)
    for (const event of exampleEvents({ taskId: 'a' })) {
      log.append(event.type === 'headers-received' ? { ...event, header, cookies } : event)
    }
    expect(log.task('a')?.header).toEqual(header)
    add({ taskId: 'b', body: text(300_000) })
    const task = log.task('a')
    expect(Object.keys(task?.header ?? {})).toEqual(Object.keys(header).slice(0, 64))
    expect(task?.cookies).toEqual(cookies.slice(0, 64))
    expect(task?.cuts).toEqual([
      { event: 'headers-received', where: '/header', size: 500, kept: 64 },
      { event: 'headers-received', where: '/cookies', size: 500, kept: 64 },
    ])
  })

  it('keeps of a huge url, header or thrown text no more than its beginning, and says how long it was', () => {
    const { log, received } = setUp()
    const huge = 'x'.repeat(20_000_000)
    const url = `https://a.example/${huge}`
    for (const event of exampleEvents({ taskId: 'a', url })) {
      if (event.type === 'headers-received') log.append({ ...event, header: { 'X/Huge': huge } })
      else log.append(event.type === 'delivered' ? { ...event, threw: huge } : event)
    }
    const task = log.task('a')
    expect(task?.url).toHaveLength(65_537)
    expect(task?.header?.['X/Huge']).toHaveLength(65_537)
    expect(task?.callbacks.map(({ threw }) => threw?.length)).toEqual([65_537, 65_537])
    expect(task?.cuts).toEqual([
      { event: 'created', where: '/sent/url', size: url.length, kept: 65_536 },
      { event: 'headers-received', where: '/header/X~1Huge', size: huge.length, kept: 65_536 },
      { event: 'delivered', where: '/threw', size: huge.length, kept: 65_536 },
      { event: 'delivered', where: '/threw', size: huge.length, kept: 65_536 },
    ])
    expect(log.events()).toEqual(received)
    // What was cut before is not cut again, nor told anew.
    const next = setUp().log
    for (const event of log.events()) next.append(event)
    expect(next.events()).toEqual(log.events())
  })

  it('tells the whole length of what was cut twice', () => {
    const { log, add } = setUp({ maxBodyBytes: 200_000 })
    const url = `https://a.example/${'x'.repeat(100_000)}`
    add({ taskId: 'a', url }, { taskId: 'b', body: text(190_000) })
    expect(log.task('a')?.cuts).toEqual([
      { event: 'created', where: '/sent/url', size: url.length, kept: 1024 },
      { event: 'created', where: '/given/url', size: url.length, kept: 1024 },
    ])
  })

  it('has one event stand for the oldest messages when there are too many, and loses no count', () => {
    const { log } = setUp({}, { pieces: 20 })
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

  it('does not condense what is there for the sake of tasks that are gone', () => {
    const { add, log } = setUp({ maxTasks: 1 }, { pieces: 20 })
    for (let task = 0; task < 10; task += 1) add({ taskId: `${task}`, chunks: Array<number>(15).fill(10) })
    expect(log.events().filter(({ type }) => type === 'chunk-received')).toHaveLength(15)
  })

  it('does the same to the pieces of a body that never ends', () => {
    const { log } = setUp({}, { pieces: 20 })
    const events = exampleEvents({ taskId: 'a', chunks: Array<number>(90).fill(10) })
    for (const event of events) log.append(event)
    const { chunkMarks: _, ...known } = foldAll(events)
    expect(foldAll(log.events('a'))).toMatchObject(known)
    expect(log.events('a').find((event) => event.type === 'condensed')).toMatchObject({ sent: { count: 0 }, refused: 0 })
  })

  it('does the same to the progress of a transfer, however long it runs', () => {
    const { log } = setUp({}, { pieces: 100 })
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
      'held',
      'message-received',
      'message-refused',
      'message-sent',
      'progressed',
      'resumed',
    ])
    // What may follow itself in a stream is what there may be any number of; two callbacks are the most that a task has.
    const following = Object.entries({ ...MAY_FOLLOW, ...SOCKET_MAY_FOLLOW }).filter(([type, next]) => (next as string[]).includes(type))
    expect(repeatable.map(([type]) => type)).toEqual(
      expect.arrayContaining(following.map(([type]) => type).filter((type) => type !== 'delivered')),
    )
  })

  it('takes a record that was condensed before, and condenses on', () => {
    const { log } = setUp({}, { pieces: 20 })
    const events = flood('a', 50)
    for (const event of events.slice(0, 40)) log.append(event)
    const next = setUp({}, { pieces: 20 }).log
    for (const event of [...log.events(), ...events.slice(40)]) next.append(event)
    expect(foldAll(next.events()).nextSeq).toBe(events.length)
    expect(next.events().filter((event) => event.type === 'condensed')).toHaveLength(2)
  })

  describe('whatever comes in whatever order', () => {
    const step = fc.oneof(
      { weight: 16, arbitrary: fc.record({ kind: fc.constant('event' as const), task: fc.nat(7), size: fc.nat(6000) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('whole' as const), size: fc.nat(6000) }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'clear' as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'restore' as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'forget' as const }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('limits' as const),
          maxBodyBytes: fc.nat(60_000),
          maxTasks: fc.integer({ min: 1, max: 8 }),
        }),
      },
    )
    type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
    const pieces = fc.integer({ min: 1, max: 30 })

    /** Does the steps, and calls `check` after each. */
    function run(steps: readonly Step[], logs: readonly EventLog[], check: (log: EventLog, limits: typeof ROOMY) => void) {
      for (const log of logs) {
        const seqs = new Map<string, number>()
        let limits = { maxTasks: 8, maxBodyBytes: 30_000 }
        log.setLimits(limits)
        for (const [nth, given] of steps.entries()) {
          if (given.kind === 'clear') log.clear()
          else if (given.kind === 'restore') log.restore()
          else if (given.kind === 'forget') log.forgetCleared()
          else if (given.kind === 'limits') {
            limits = { maxTasks: given.maxTasks, maxBodyBytes: given.maxBodyBytes }
            log.setLimits(limits)
          } else if (given.kind === 'whole') {
            for (const event of exampleEvents({ taskId: `whole-${nth}`, at: nth, body: text(given.size) })) log.append(event)
          } else {
            const taskId = String(given.task)
            const seq = seqs.get(taskId) ?? 0
            log.append(anyEvent(taskId, seq, given.size, given.task))
            seqs.set(taskId, seq + 1)
          }
          check(log, limits)
        }
      }
    }

    it('keeps within its limits, and tells the truth about what it holds', () => {
      const bareBytes = 20_000
      fc.assert(
        fc.property(fc.array(step, { maxLength: 80 }), pieces, (steps, mostPieces) => {
          const log = new EventLog(ROOMY, { pieces: mostPieces, bareBytes, loose: 1000 })
          run(steps, [log], (held, { maxTasks, maxBodyBytes }) => {
            const events = held.events()
            const ids = [...new Set(events.map((event) => event.taskId))]
            const bytes = events.reduce((sum, event) => sum + measureEvent(event).bytes, 200 * ids.length)
            expect(held.kept.bytes).toBe(bytes)
            expect(held.kept.tasks).toBe(ids.length)
            expect(held.taskIds()).toEqual(ids)
            if (bytes > maxBodyBytes) expect(events.filter((event) => measureEvent(event).releasable)).toEqual([])
            const ended = held.tasks().filter((task) => task.marks.ended !== undefined)
            if (bytes > Math.max(maxBodyBytes, bareBytes)) expect([ended, events.filter(isPiece)]).toEqual([[], []])
            if (ids.length > maxTasks) expect(ended).toEqual([])
            expect(events.filter(isPiece).length).toBeLessThanOrEqual(mostPieces)
            for (const id of ids) {
              const own = events.filter((event) => event.taskId === id)
              expect([0, ...own.map(seqAfter)].slice(0, -1)).toEqual(own.map(({ seq }) => seq))
            }
          })
        }),
        { numRuns: 80 },
      )
    })

    it('tells of its tasks what a fold of its events tells', () => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 80 }), pieces, fc.nat(3), (steps, mostPieces, loose) => {
          const log = new EventLog(ROOMY, { pieces: mostPieces, bareBytes: 20_000, loose })
          run(steps, [log], (held) => {
            const tasks = held.tasks()
            expect(held.tasks()).toBe(tasks)
            expect(tasks.map(known)).toEqual(foldEach(held.events(), tasks).map(known))
            expect(tasks.map(({ number }) => number)).toEqual([...new Set(tasks.map(({ number }) => number))].sort((a, b) => a - b))
            for (const task of tasks) {
              expect(known(held.glanceAt(task.taskId))).toEqual(known(task))
              expect(held.task(task.taskId)).toBe(held.task(task.taskId))
            }
          })
        }),
        { numRuns: 80 },
      )
    })

    it('gives the same packed as unpacked', () => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 80 }), pieces, (steps, mostPieces) => {
          const roomy = steps.map((given) => (given.kind === 'limits' ? { ...given, maxBodyBytes: 1e9 } : given))
          const seen = [0, 1000].map((loose) => {
            const log = new EventLog(ROOMY, { pieces: mostPieces, loose })
            const states: unknown[] = []
            run([{ kind: 'limits', maxTasks: 8, maxBodyBytes: 1e9 }, ...roomy], [log], (held) => {
              states.push([held.events(), held.tasks().map(known), held.taskIds().map((id) => held.events(id))])
            })
            return states
          })
          expect(seen[0]).toEqual(seen[1])
        }),
        { numRuns: 60 },
      )
    })
  })
})

const bodiesOf = (log: EventLog) => log.events().flatMap((event) => (event.type === 'succeeded' ? [event.body] : []))

/** A snapshot but for what condensed events no longer tell. */
function known(task: TaskSnapshot | undefined): unknown {
  const { chunkMarks: _, listenerCalls: __, ...rest } = task as TaskSnapshot
  return rest
}

/** Each task folded anew, with the numbers that these have. */
function foldEach(events: readonly TaskEvent[], tasks: readonly TaskSnapshot[]): readonly TaskSnapshot[] {
  const numbers = new Map(tasks.map(({ taskId, number }) => [taskId, number]))
  return [...new Set(events.map(({ taskId }) => taskId))].map(
    (taskId) =>
      events
        .filter((event) => event.taskId === taskId)
        .reduce<TaskSnapshot | undefined>((task, event) => reduceTask(task, event, numbers.get(taskId)), undefined) as TaskSnapshot,
  )
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
  const [created] = exampleEvents({ taskId, api: kind % 3 === 0 ? 'connectSocket' : kind % 3 === 1 ? 'uploadFile' : 'request' })
  if (seq === 0) return { ...created, given: { url: 'https://a.example', data: 'x'.repeat(size) } } as TaskEvent
  if (kind % 3 === 0) return message(taskId, seq, size, size % 2 === 0)
  const packed = exampleUpload().find((event) => event.type === 'packed')
  if (kind % 3 === 1 && seq === 1 && packed?.type === 'packed') {
    return { ...packed, taskId, seq, form: { fields: [['a', 'x'.repeat(size)]], file: { ...packed.form.file, body: text(size) } } }
  }
  return { taskId, seq, at: seq, type: 'chunk-received', size, body: text(size), listeners: [] }
}
