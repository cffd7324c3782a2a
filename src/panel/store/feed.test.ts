import { describe, expect, it } from 'vitest'
import type { PanelSource, SourceState } from '../../contract/panel-source.ts'
import { DEFAULT_SETTINGS } from '../../contract/settings.ts'
import { EventLog, type LogLimits } from '../../recorder/log/event-log.ts'
import { offerTasks } from '../../recorder/tasks/task-reader.ts'
import { type ExampleTask, exampleEvents } from '../../testing/example-events.ts'
import { createFeed } from './feed.ts'
import type { Schedule } from './frame-pace.ts'
import { createInspectorStore } from './inspector-store.ts'

function setUp(limits: Partial<LogLimits> = {}) {
  const log = new EventLog({ maxTasks: 5000, maxBodyBytes: 1e9, ...limits })
  const state = (): SourceState => ({
    settings: DEFAULT_SETTINGS,
    rules: [],
    chosen: [],
    ruleHits: {},
    recording: log.recording,
    serviceWorker: 'off',
    appHidden: false,
    generation: log.generation,
    canRestore: log.canRestore,
    kept: log.kept,
    notices: [],
  })
  const source: PanelSource = {
    events: (taskId) => log.events(taskId),
    subscribe: (listener) => log.subscribe(listener),
    now: () => 0,
    startedAt: 0,
    state,
    subscribeState: (listener) => log.watch(listener),
  }
  const planned: Parameters<Schedule>[0][] = []
  const schedule: Schedule = (run) => {
    planned.push(run)
    return () => planned.splice(planned.indexOf(run), 1)
  }
  const frame = () => planned.shift()?.()
  const store = createInspectorStore()
  let sets = 0
  store.subscribe(() => (sets += 1))
  const add = (...tasks: ExampleTask[]) => {
    for (const task of tasks) for (const event of exampleEvents(task)) log.append(event)
  }
  const connect = () => {
    const feed = createFeed(source, store, schedule)
    feed.start()
    return feed
  }
  return { log, source, store, add, frame, planned, connect, setCount: () => sets, ids: () => [...store.getState().rows.ids] }
}

describe('createFeed', () => {
  it('shows what was recorded before the panel was opened', () => {
    const { add, connect, frame, ids } = setUp()
    add({ taskId: 'a' })
    connect()
    frame()
    expect(ids()).toEqual(['a'])
  })

  it('changes the store once per frame, however many events came', () => {
    const { add, connect, frame, ids, planned, setCount } = setUp()
    connect()
    frame()
    const before = setCount()
    for (let task = 0; task < 100; task++) add({ taskId: `${task}` })
    expect(setCount()).toBe(before)
    expect(planned).toHaveLength(1)
    frame()
    expect(setCount()).toBe(before + 1)
    expect(ids()).toHaveLength(100)
  })

  it('takes a thousand calls in by slices and changes the store once', async () => {
    const { add, connect, frame, ids, setCount } = setUp()
    connect()
    await frame()
    const before = setCount()
    for (let task = 0; task < 1000; task++) add({ taskId: `${task}` })
    const taken = frame()
    expect(ids().length).toBeLessThan(1000)
    await taken
    expect(ids()).toHaveLength(1000)
    expect(setCount()).toBe(before + 1)
  })

  it('takes a long line in over several frames and loses nothing', async () => {
    const { add, connect, frame, planned, ids } = setUp()
    for (let task = 0; task < 3000; task++) add({ taskId: `${task}` })
    connect()
    let frames = 0
    while (planned.length > 0) {
      await frame()
      frames += 1
    }
    expect(frames).toBeGreaterThan(1)
    expect(ids()).toHaveLength(3000)
  })

  it('holds nothing of a list that was cleared, though the page may remember an element that holds the list', () => {
    const { add, connect, frame, log, store } = setUp()
    connect()
    add({ taskId: 'a' }, { taskId: 'b', upTo: 3 })
    frame()
    const { rows } = store.getState()
    expect(rows.size).toBe(2)
    log.clear()
    expect(store.getState().rows).not.toBe(rows)
    expect([rows.size, [...rows.ids], [...rows.all()], rows.density.bins().bins, rows.times.whole(0)]).toEqual([0, [], [], [], undefined])
    expect(rows.tally.sum()).toMatchObject({ shown: 0, bytes: 0, running: 0 })
  })

  it('is empty at once after a clear, and whole again after it is undone', () => {
    const { log, add, connect, frame, ids } = setUp()
    connect()
    add({ taskId: 'a' })
    frame()
    log.clear()
    expect(ids()).toEqual([])
    add({ taskId: 'b' })
    frame()
    expect(ids()).toEqual(['b'])
    log.restore()
    frame()
    expect(ids()).toEqual(['a', 'b'])
  })

  it('lets go of tasks that the log dropped, and of their selection', () => {
    const { store, add, connect, frame, ids } = setUp({ maxTasks: 2 })
    connect()
    add({ taskId: 'a' }, { taskId: 'b' })
    frame()
    store.actions.choose('a', 'one')
    store.actions.show({ taskId: 'a' })
    add({ taskId: 'c' })
    frame()
    expect(ids()).toEqual(['b', 'c'])
    expect(store.getState().opened).toBeUndefined()
    expect(store.getState().selection.cursor).toBeUndefined()
  })

  it('never shows tasks that came and were dropped between two frames', () => {
    const { add, connect, frame, ids } = setUp({ maxTasks: 2 })
    connect()
    frame()
    for (let task = 0; task < 10; task++) add({ taskId: `${task}` })
    frame()
    expect(ids()).toEqual(['8', '9'])
  })

  it('lets go of every task that was dropped while a long line is still being taken in', async () => {
    const { add, connect, frame, ids, planned } = setUp({ maxTasks: 2 })
    connect()
    frame()
    for (let task = 0; task < 1500; task++) add({ taskId: `${task}` })
    while (planned.length > 0) await frame()
    expect(ids()).toEqual(['1498', '1499'])
  })

  it('numbers calls on from those that were dropped before it was opened', () => {
    const { store, add, connect, frame } = setUp({ maxTasks: 2 })
    for (let task = 0; task < 10; task++) add({ taskId: `${task}` })
    connect()
    frame()
    const { rows } = store.getState()
    expect(rows.ids.map((id) => rows.row(id)?.number)).toEqual([9, 10])
  })

  it('hears nothing more once it is stopped', () => {
    const { add, connect, frame, planned, setCount } = setUp()
    const feed = connect()
    frame()
    feed.stop()
    const before = setCount()
    add({ taskId: 'a' })
    expect(planned).toHaveLength(0)
    expect(setCount()).toBe(before)
  })

  it('has what came meanwhile once it is started again', () => {
    const { add, connect, frame, ids } = setUp()
    const feed = connect()
    add({ taskId: 'a' })
    frame()
    feed.stop()
    add({ taskId: 'b' })
    feed.start()
    frame()
    expect(ids()).toEqual(['a', 'b'])
  })

  it('reads those tasks alone that moved while it rested', () => {
    const { log, source, add, connect, frame, ids } = setUp()
    const read: string[] = []
    const glanceAt = (taskId: string) => {
      read.push(taskId)
      return log.glanceAt(taskId)
    }
    offerTasks(source, { taskIds: () => log.taskIds(), has: (taskId) => log.has(taskId), task: (taskId) => log.task(taskId), glanceAt })
    const feed = connect()
    add({ taskId: 'a' }, { taskId: 'b', upTo: 4 })
    frame()
    feed.rest()
    read.length = 0
    for (const event of exampleEvents({ taskId: 'b' }).slice(4)) log.append(event)
    add({ taskId: 'c' })
    expect(read).toEqual([])
    feed.start()
    frame()
    expect(read).toEqual(['b', 'c'])
    expect(ids()).toEqual(['a', 'b', 'c'])
  })

  it('draws nothing while it rests, and hears nothing once it is stopped after that', () => {
    const { log, source, add, connect, frame, planned, setCount } = setUp()
    offerTasks(source, log)
    const feed = connect()
    frame()
    const before = setCount()
    feed.rest()
    add({ taskId: 'a' })
    expect([planned, setCount()]).toEqual([[], before])
    feed.stop()
    add({ taskId: 'b' })
    expect([planned, setCount()]).toEqual([[], before])
  })

  it('has everything after a rest in which more came than is written down', async () => {
    const { log, source, add, connect, frame, ids } = setUp({ maxTasks: 20 })
    offerTasks(source, log)
    const feed = connect()
    add({ taskId: 'a' })
    frame()
    feed.rest()
    const events = exampleEvents({ taskId: 'a' }).length
    for (let call = 0; call < 50_000 / events + 20; call++) add({ taskId: `call-${call}` })
    feed.start()
    await frame()
    expect(ids()).toEqual(log.taskIds())
  })

  it('keeps what is opened and selected over a stop, as long as the log has it', () => {
    const { log, source, store, add, connect, frame, ids } = setUp({ maxTasks: 3 })
    offerTasks(source, log)
    const feed = connect()
    add({ taskId: 'a' }, { taskId: 'b' })
    frame()
    store.actions.show({ taskId: 'b' })
    feed.stop()
    add({ taskId: 'c' }, { taskId: 'd' })
    feed.start()
    frame()
    expect(ids()).toEqual(['b', 'c', 'd'])
    expect([store.getState().opened, store.getState().selection.cursor]).toEqual(['b', 'b'])
    feed.stop()
    log.clear()
    feed.start()
    frame()
    expect([ids(), store.getState().opened]).toEqual([[], undefined])
  })
})
