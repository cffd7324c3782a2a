import { describe, expect, it } from 'vitest'
import { TaskStore } from '../../../recorder/tasks/task-store.ts'
import { exampleEvents } from '../../../testing/example-events.ts'
import { CallTimes } from '../../rows/call-times.ts'
import type { Schedule } from '../../store/frame-pace.ts'
import type { TimeScale } from './time-scale.ts'
import { type StageView, WaterfallStage } from './waterfall-stage.ts'

function setUp(pace?: Schedule) {
  let now = 0
  const frames: (() => void)[] = []
  const nextFrame = (run: () => void) => {
    frames.push(run)
    return () => frames.splice(frames.indexOf(run), 1)
  }
  const stage = new WaterfallStage(() => now, pace ?? nextFrame, nextFrame)
  const book = new TaskStore()
  book.add([
    ...exampleEvents({ taskId: 'ended', took: 100 }),
    ...exampleEvents({ taskId: 'running', upTo: 4 }),
    ...exampleEvents({ taskId: 'later', at: 10_000, took: 100 }),
  ])
  const task = (id: string) => book.task(id) as NonNullable<ReturnType<TaskStore['task']>>
  const rowsOf = (...ids: string[]) => ids.map((id, index) => ({ task: task(id), index }))
  let version = 0
  const scroll = (...ids: string[]) => stage.setRows(rowsOf(...ids), true)
  const place = (...ids: string[]) => stage.setRows(rowsOf(...ids), false)
  const show = (...ids: string[]) => {
    scroll(...ids)
    const times = new CallTimes(() => ids.map(task))
    for (const id of ids) times.enter(task(id))
    stage.setTimes(times, ++version)
  }
  const drawn: StageView[] = []
  stage.add({ draw: (view) => void drawn.push(view) })
  const frame = (at: number) => {
    now = at
    frames.shift()?.()
  }
  return { stage, frames, frame, show, place, scroll, drawn }
}

describe('WaterfallStage', () => {
  it('draws a finished task once and then asks for no more frames', () => {
    const { frames, frame, show, drawn } = setUp()
    show('ended')
    frame(500)
    expect(drawn).toHaveLength(1)
    expect(frames).toHaveLength(0)
  })

  it('draws a running task with every frame and leaves finished ones alone', () => {
    const { frame, show, drawn } = setUp()
    show('ended', 'running')
    frame(20)
    frame(40)
    frame(60)
    expect(drawn.map((view) => [view.now, view.live, ...view.rows.map((row) => row.task.taskId)])).toEqual([
      [20, false, 'ended', 'running'],
      [40, true, 'running'],
      [60, true, 'running'],
    ])
  })

  it('draws no bar of a list that jumps on with every frame, and all of them once it rests', () => {
    const { frames, frame, show, scroll, drawn } = setUp()
    show('ended')
    frame(20)
    scroll('running')
    frame(40)
    scroll('ended')
    frame(60)
    expect(drawn).toHaveLength(1)
    frame(80)
    expect(drawn.map((view) => [view.now, ...view.rows.map((row) => row.task.taskId)])).toEqual([
      [20, 'ended'],
      [80, 'ended'],
    ])
    expect(frames).toHaveLength(0)
  })

  it('draws the bars of rows that came in the place of others, as by a filter, with them', () => {
    const { frame, show, place, drawn } = setUp()
    show('ended')
    frame(20)
    place('running')
    frame(40)
    expect(drawn.at(-1)?.rows.map((row) => row.task.taskId)).toEqual(['running'])
  })

  it('draws a running task as the pace allows, and rows that changed with the next frame all the same', () => {
    const paced: (() => void)[] = []
    const { frame, show, drawn } = setUp((run) => {
      paced.push(run)
      return () => {}
    })
    show('running')
    frame(20)
    frame(40)
    expect(drawn).toHaveLength(1)
    show('ended', 'running')
    frame(60)
    expect(drawn.map(({ now, live }) => [now, live])).toEqual([
      [20, false],
      [60, false],
    ])
    expect(paced).toHaveLength(1)
    paced[0]?.()
    expect(drawn.at(-1)?.live).toBe(true)
  })

  it('lengthens the axis in steps while a call runs, and never draws past its end', () => {
    const { stage, frame, show, drawn } = setUp()
    let steps = 0
    stage.subscribe(() => (steps += 1))
    show('running')
    for (let at = 16; at < 3000; at += 16) frame(at)
    for (const view of drawn) expect(view.scale.pieces.at(-1)?.to).toBeGreaterThanOrEqual(view.now)
    expect(steps).toBeGreaterThan(3)
    expect(steps).toBeLessThan(20)
  })

  it('tells of another part even where the scale stays, since its end was moved in idle time', () => {
    const { stage, frame, show } = setUp()
    show('ended', 'later')
    frame(20_000)
    stage.showPart({ from: 0, to: 6000 })
    const { scale } = stage
    const heard: unknown[] = []
    stage.subscribe(() => heard.push(stage.part))
    stage.showPart({ from: 0, to: 4000 })
    expect(stage.scale).toBe(scale)
    expect(heard).toEqual([{ from: 0, to: 4000 }])
  })

  it('stops lengthening it once a call takes far longer than the others, so that these keep their bars', () => {
    const { stage, frame, show } = setUp()
    show('ended', 'running')
    for (let at = 16; at < 5000; at += 16) frame(at)
    const { scale } = stage
    for (let at = 5000; at < 20_000; at += 16) frame(at)
    expect(stage.scale).toBe(scale)
    expect(scale.x(100) - scale.x(0)).toBeGreaterThan(100)
  })

  it('does not move the axis while the list scrolls', () => {
    const { stage, show, scroll } = setUp()
    show('ended', 'running')
    const { scale } = stage
    for (const ids of [['ended'], [], ['running']]) scroll(...ids)
    expect(stage.scale).toBe(scale)
  })

  it('shows a part of the time, one step nearer or farther, moves along it and comes back to all of it', () => {
    const { stage, show } = setUp()
    show('ended')
    const { scale } = stage
    expect(stage.pan(0.5)).toBe(false)
    stage.zoom('in', { at: 50 })
    expect(stage.part).toEqual({ from: 25, to: 75 })
    stage.zoom('in', { x: scale.end })
    expect(stage.part).toEqual({ from: 50, to: 75 })
    expect(stage.pan(-1)).toBe(true)
    expect(stage.part).toEqual({ from: 25, to: 50 })
    stage.zoom('out', { at: 30 })
    stage.zoom('out', { at: 30 })
    expect(stage.part).toBeUndefined()
    expect(stage.scale).toEqual(expect.objectContaining({ pieces: scale.pieces }))
  })

  it('lets forty short calls be read beside one that hangs and a socket that stays open, at once or with the first step', () => {
    const short = Array.from({ length: 40 }, (_, nth) => {
      const created = 1000 * Math.floor(nth / 4) + 90 * (nth % 4)
      return { taskId: `short-${nth}`, marks: { created, ended: created + 200 + 10 * (nth % 10) } }
    })
    const rows = [{ taskId: 'hangs', marks: { created: 0 } }, { taskId: 'socket', marks: { created: 100 } }, ...short]
    const times = new CallTimes(() => rows)
    for (const row of rows) times.enter(row)
    const median = short.map(({ marks: { created, ended } }) => ended - created).sort((a, b) => a - b)[short.length / 2] as number
    // Time is drawn at one rate everywhere but in folds.
    const medianPx = ({ pieces }: TimeScale) => {
      const { from, to, left, right } = pieces.reduce((longest, piece) =>
        piece.right - piece.left > longest.right - longest.left ? piece : longest,
      )
      return (median * (right - left)) / (to - from)
    }
    for (const width of [200, 300, 600]) {
      for (const now of [12_000, 60_000, 3_600_000]) {
        const stage = new WaterfallStage(
          () => now,
          () => () => {},
          () => () => {},
        )
        stage.setWidth(width)
        stage.setTimes(times, 0)
        if (medianPx(stage.scale) >= 20) continue
        stage.zoom('in', { at: 4000 })
        expect(medianPx(stage.scale)).toBeGreaterThanOrEqual(20)
      }
    }
  })

  it('tells the whole of the time, and forgets what was zoomed to when its calls are gone', () => {
    const { stage, show } = setUp()
    show('ended')
    expect(stage.whole).toEqual({ from: 0, to: 100 })
    stage.showPart({ from: 20, to: 60 })
    show()
    expect([stage.whole, stage.part]).toEqual([undefined, undefined])
  })

  it('draws all rows anew when the axis moved', () => {
    const { stage, frame, show, drawn } = setUp()
    show('ended', 'running')
    frame(10)
    stage.setWidth(500)
    frame(20)
    expect(drawn.at(-1)).toMatchObject({ live: false, rows: [{ index: 0 }, { index: 1 }] })
  })

  it('does nothing when the same rows are told again', () => {
    const { stage, frame, frames, show } = setUp()
    show('ended')
    frame(10)
    const before = stage.scale
    show('ended')
    expect(stage.scale).toBe(before)
    expect(frames).toHaveLength(0)
  })

  it('lets every bar begin at the left when each call has its own axis', () => {
    const { stage, show } = setUp()
    stage.setAxis('own')
    stage.setWidth(110)
    show('ended')
    expect(stage.scale.pieces).toEqual([{ from: 0, to: 100, left: 5, right: 105 }])
  })
})
