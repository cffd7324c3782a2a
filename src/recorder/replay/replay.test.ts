import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { exampleEvents, streamOf } from '../../testing/example-events.ts'
import { TaskStore } from '../tasks/task-store.ts'
import { pictureOf } from './picture-of.ts'
import { LONGEST_WAIT, playOn } from './play-on.ts'
import { ReplayCursor } from './replay-cursor.ts'
import { scrubMarks } from './scrub-marks.ts'
import { createTimeline, momentOf } from './timeline.ts'

const NETWORK = { kind: 'network', name: 'net::ERR_FAILED', errMsg: 'request:fail', detail: '' } as never

function cursorOf(events: readonly TaskEvent[]): ReplayCursor {
  const timeline = createTimeline(events)
  const numbers = new Map([...timeline.tracks.keys()].map((id, place) => [id, place + 1]))
  return new ReplayCursor(timeline, (taskId) => numbers.get(taskId) ?? 0)
}

/** Calls that overlap as they like, some of them failed, some still running, one of them long. */
const sessions = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 200 }),
      took: fc.integer({ min: 1, max: 300 }),
      queuedFor: fc.constantFrom(0, 0, 5),
      fails: fc.boolean(),
      upTo: fc.constantFrom(undefined, undefined, 1, 4, 6),
      chunks: fc.constantFrom(1, 3, 700),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((calls) =>
    calls.flatMap(({ at, chunks, fails, queuedFor, took, upTo }, nth) =>
      exampleEvents({
        taskId: `t${nth}`,
        at,
        took,
        queuedFor,
        ...(fails ? { error: NETWORK } : { chunks: Array.from({ length: chunks }, () => 10) }),
        ...(upTo !== undefined && { upTo }),
      }),
    ),
  )

describe('a replay', () => {
  it('stands at each position as if only the events before it had been recorded, whatever steps led there', () => {
    fc.assert(
      fc.property(sessions, fc.array(fc.nat(), { minLength: 1, maxLength: 25 }), (events, moves) => {
        const cursor = cursorOf(events)
        const shown = new Map(cursor.taskIds().map((id) => [id, cursor.task(id)]))
        const all = cursor.timeline.events
        for (const move of moves) {
          const position = move % (all.length + 1)
          const { changed, gone } = cursor.moveTo(position)
          for (const id of gone) shown.delete(id)
          for (const id of changed) shown.set(id, cursor.task(id))
          const folded = new TaskStore()
          folded.add(all.slice(0, position))
          expect([...shown.values()]).toEqual(folded.all())
          expect(cursor.taskIds()).toEqual(folded.taskIds())
          expect(cursor.events()).toEqual(all.slice(0, position))
          expect(cursor.now).toBe(momentOf(cursor.timeline, position))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('puts the events of all tasks in the order of their moments and leaves those of one task as they are', () => {
    const late = exampleEvents({ taskId: 'late', at: 50 })
    const early = exampleEvents({ taskId: 'early', at: 0 })
    const { ats, events } = createTimeline([...late, ...early])
    expect([...ats].sort((a, b) => a - b)).toEqual(ats)
    expect(events[0]?.taskId).toBe('early')
    for (const own of [late, early]) expect(events.filter(({ taskId }) => taskId === own[0]?.taskId)).toEqual(own)
  })

  it('leaves out a task whose beginning is not there', () => {
    expect(createTimeline(exampleEvents({ taskId: 'a' }).slice(1)).events).toEqual([])
  })

  it('gives the same snapshot for the same events, so that what shows it is not drawn anew', () => {
    const cursor = cursorOf([...exampleEvents({ taskId: 'a' }), ...exampleEvents({ taskId: 'b', at: 1000 })])
    const before = cursor.task('a')
    cursor.moveTo(cursor.position - 1)
    expect(cursor.task('a')).toBe(before)
  })

  it('lets time pass up to the next event and not beyond', () => {
    const cursor = cursorOf(exampleEvents({ taskId: 'a', at: 10, took: 100 }))
    cursor.moveTo(4)
    cursor.waitUntil(40)
    expect(cursor.now).toBe(40)
    cursor.waitUntil(1000)
    expect(cursor.now).toBe(70)
    cursor.waitUntil(0)
    expect(cursor.now).toBe(10)
  })
})

describe('the picture of a moment', () => {
  const events = Array.from({ length: 12 }, (_, nth) =>
    exampleEvents({ taskId: `t${nth}`, at: nth, took: 100, ...(nth >= 10 && { queuedFor: 90 + nth }) }),
  ).flat()
  const timeline = createTimeline(events)
  const at = (now: number) => {
    const position = timeline.ats.filter((each) => each <= now).length
    return pictureOf(timeline, { position, now, back: 60, mostCalls: 3 })
  }

  it('has ten slots, each with the call in it, and those that wait in the order in which they came', () => {
    const { queue, slots } = at(20)
    expect(slots.map(({ taskId }) => taskId)).toEqual(['t0', 't1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9'])
    expect(queue).toEqual(['t10', 't11'])
    expect(slots[3]?.spans).toEqual([{ taskId: 't3', from: 3, to: 20 }])
  })

  it('gives a slot that became free to the next one, and tells what was in it a while ago', () => {
    const { queue, slots } = at(112)
    expect(queue).toEqual([])
    expect(slots[0]).toEqual({
      taskId: 't10',
      spans: [
        { taskId: 't0', from: 0, to: 100 },
        { taskId: 't10', from: 110, to: 112 },
      ],
    })
    expect(at(300).slots.flatMap(({ spans }) => spans)).toEqual([])
  })

  it('tells the callbacks and listeners that were called so far, the latest last', () => {
    expect(at(99).called).toBe(0)
    const { called, calls } = at(101)
    expect(called).toBe(3)
    expect(calls.map(({ name, taskId }) => `${taskId} ${name}`)).toEqual(['t0 success', 't0 complete', 't1 success'])
    const [heard] = createTimeline(
      streamOf('a', [
        ...exampleEvents({ taskId: 'a', upTo: 4 }),
        { type: 'chunk-received', at: 90, size: 1, listeners: [{ at: 90, took: 1, threw: 'Error' }] },
      ]),
    ).calls
    expect(heard).toMatchObject({ name: 'onChunkReceived', at: 90, threw: 'Error' })
  })

  it('shows more slots where a record has more than ten at once, as that of another tool may', () => {
    const many = createTimeline(Array.from({ length: 12 }, (_, nth) => exampleEvents({ taskId: `t${nth}`, at: nth })).flat())
    expect(pictureOf(many, { position: 50, now: 20, back: 60, mostCalls: 3 }).slots).toHaveLength(12)
  })
})

describe('playing', () => {
  const timeline = createTimeline([...exampleEvents({ taskId: 'a', took: 100 }), ...exampleEvents({ taskId: 'b', at: 60_000 })])
  const ended = timeline.ats.findIndex((at) => at > 0)

  it('goes as fast as the session at ×1, and as many times faster or slower as is asked for', () => {
    expect(playOn(timeline, { position: ended, now: 0 }, 30, 1)).toEqual({ position: ended, now: 30 })
    expect(playOn(timeline, { position: ended, now: 0 }, 30, 0.1)).toEqual({ position: ended, now: 3 })
    expect(playOn(timeline, { position: ended, now: 0 }, 30, 3)).toMatchObject({ now: 90 })
    expect(playOn(timeline, { position: 0, now: 0 }, 1, 1)).toEqual({ position: ended, now: 1 })
  })

  it('waits for no event longer than a second', () => {
    const idle = timeline.events.findIndex(({ taskId }) => taskId === 'b')
    const since = { position: idle, now: momentOf(timeline, idle) }
    expect(playOn(timeline, since, LONGEST_WAIT / 2, 1).position).toBe(idle)
    expect(playOn(timeline, since, LONGEST_WAIT + 1, 1).position).toBeGreaterThan(idle)
  })

  it('stops at the end', () => {
    const { length } = timeline.events
    expect(playOn(timeline, { position: 0, now: 0 }, 1e9, 1)).toEqual({ position: length, now: timeline.ats.at(-1) })
  })
})

it('the parts of the scrub bar say where calls ended and where something went wrong', () => {
  const timeline = createTimeline([
    ...exampleEvents({ taskId: 'a' }),
    ...exampleEvents({ taskId: 'b', at: 1000, status: 500 }),
    ...exampleEvents({ taskId: 'c', at: 2000, error: NETWORK }),
  ])
  const marks = scrubMarks(timeline, 3)
  expect(marks.map(({ ends }) => ends)).toEqual([1, 1, 1])
  expect(marks.map(({ failures }) => failures)).toEqual([0, 1, 1])
})

it('a call that a reload cut short is nothing that went wrong; a listener that throws is', () => {
  const cut = exampleEvents({ taskId: 'a', error: { kind: 'page-closed', errMsg: '' } })
  const threw = streamOf('b', [
    ...exampleEvents({ taskId: 'b', upTo: 4 }),
    { type: 'chunk-received', at: 90, size: 1, listeners: [{ at: 90, took: 1, threw: 'Error' }] },
  ])
  expect(scrubMarks(createTimeline(cut), 1)).toEqual([{ ends: 1, failures: 0 }])
  expect(scrubMarks(createTimeline(threw), 1)).toEqual([{ ends: 0, failures: 1 }])
})
