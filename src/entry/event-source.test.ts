import { describe, expect, it, vi } from 'vitest'
import type { Command, CommandOutcome } from '../contract/command.ts'
import { tasksOf } from '../recorder/tasks/task-reader.ts'
import { exampleEvents } from '../testing/example-events.ts'
import { createEventSource } from './event-source.ts'

const open = () => createEventSource({ startedAt: 1_760_000_000_000 })

describe('createEventSource', () => {
  it('gives the events that were added, and tells each new one to its subscribers', () => {
    const source = open()
    const [first, ...rest] = exampleEvents({ taskId: 'a' })
    expect(source.add([first])).toEqual({ added: 1, refusedTasks: 0, issues: [] })
    const heard: string[] = []
    source.subscribe(({ type }) => heard.push(type))
    source.add(rest)
    expect(heard).toEqual(rest.map(({ type }) => type))
    expect(source.events()).toHaveLength(1 + rest.length)
    expect(source.events('b')).toEqual([])
    expect(tasksOf(source)?.taskIds()).toEqual(['a'])
  })

  it('takes events as JSON gives them back, also those of an inspector elsewhere', () => {
    const source = open()
    const events = exampleEvents({ taskId: 'a' })
    source.add(JSON.parse(JSON.stringify(events)))
    expect(source.events()).toEqual(events)
  })

  it('refuses to remove or pin what is no list of ids, and keeps what it has', async () => {
    const source = createEventSource({ startedAt: 0, send: async () => ({ ok: true }) })
    source.add(exampleEvents({ taskId: 'a' }))
    for (const type of ['remove', 'pin'] as const)
      for (const taskIds of [undefined, 'a', ['a', 7]])
        expect(await source.send?.({ type, taskIds } as never)).toEqual({
          ok: false,
          issues: [{ path: 'taskIds', message: 'must be a list of task ids' }],
        })
    expect(source.events('a')).toHaveLength(exampleEvents({ taskId: 'a' }).length)
  })

  it('refuses a task with a faulty event from there on, and lets the others in', () => {
    const source = open()
    const [created, ...rest] = exampleEvents({ taskId: 'a' })
    const { added, refusedTasks, issues } = source.add([created, { ...rest[0], at: 'late' }, ...exampleEvents({ taskId: 'b' })])
    expect([added, refusedTasks]).toEqual([1 + exampleEvents({ taskId: 'b' }).length, 1])
    expect(issues).toEqual([{ path: 'events[1].at', message: expect.any(String) }])
    expect(source.add(rest).added).toBe(0)
    expect(source.events('a')).toEqual([created])
    expect(source.add('nonsense').issues).toEqual([{ path: 'events', message: 'must be a list of events' }])
  })

  it('lets its time stand still at the latest event, unless it is told the time', () => {
    const source = open()
    expect(source.now()).toBe(0)
    source.add(exampleEvents({ taskId: 'a', at: 50, upTo: 2 }))
    expect(source.now()).toBe(50)
    expect(createEventSource({ startedAt: 0, now: () => 77 }).now()).toBe(77)
  })

  it('keeps no more than it is allowed to, and tells so', () => {
    const source = createEventSource({ startedAt: 0, capture: { maxTasks: 2 } })
    for (const taskId of ['a', 'b', 'c']) source.add(exampleEvents({ taskId }))
    expect(tasksOf(source)?.taskIds()).toEqual(['b', 'c'])
    expect(source.state?.().notices).toEqual([{ code: 'tasks-dropped' }])
  })

  it('takes no commands when nobody carries them', () => {
    expect(open().send).toBeUndefined()
  })

  it('does what is about its record here, and hands everything else on', async () => {
    const send = vi.fn(async (_: Command): Promise<CommandOutcome> => ({ ok: false, issues: [{ path: 'taskId', message: 'is unknown' }] }))
    const source = createEventSource({ startedAt: 0, send })
    source.add(exampleEvents({ taskId: 'a' }))
    expect(await source.send?.({ type: 'clear' })).toEqual({ ok: true })
    expect(source.events()).toEqual([])
    expect(source.state?.().canRestore).toBe(true)
    await source.send?.({ type: 'restore' })
    expect(source.events('a')).not.toEqual([])
    await source.send?.({ type: 'set-recording', recording: false })
    source.add(exampleEvents({ taskId: 'b' }))
    expect(source.events('b')).toEqual([])
    expect(send).not.toHaveBeenCalled()
    const abort: Command = { type: 'abort', taskId: 'a' }
    expect(await source.send?.(abort)).toEqual({ ok: false, issues: [{ path: 'taskId', message: 'is unknown' }] })
    expect(send).toHaveBeenCalledExactlyOnceWith(abort)
  })

  it('gives a new state for each change of what is known of the app, and the same one in between', () => {
    const source = open()
    const before = source.state?.()
    expect(before?.settings).toBeUndefined()
    expect(source.state?.()).toBe(before)
    const moved = vi.fn()
    source.subscribeState?.(moved)
    source.setAppState({ appHidden: true })
    source.setAppState({ serviceWorker: 'off' })
    expect(moved).toHaveBeenCalledTimes(2)
    expect(source.state?.()).toMatchObject({ appHidden: true, serviceWorker: 'off' })
  })

  it('is of no use once it was disposed of', () => {
    const source = open()
    source.dispose()
    source.dispose()
    expect(source.signal?.aborted).toBe(true)
    expect(() => source.add([])).toThrow('createEventSource()')
    expect(() => source.events()).toThrow('disposed')
  })

  it('says which option it cannot use', () => {
    expect(() => createEventSource({} as never)).toThrow('startedAt: must be the wall time')
    expect(() => createEventSource({ startedAt: 0, send: 1, capture: { maxTasks: 0 } } as never)).toThrow(
      /send: must be a function\s+capture.maxTasks: must be a whole number above 0/,
    )
  })
})
