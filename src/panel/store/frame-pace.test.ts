import { describe, expect, it, vi } from 'vitest'
import { createFramePace } from './frame-pace.ts'

/** ms from frame to frame. */
const FRAME = 16

/** A screen on which each drawing takes as long as `cost` says, ms; painting is part of it. */
function setUp(cost: () => number) {
  let now = 0
  let frame: (() => void) | undefined
  let timer: { readonly due: number; readonly run: () => void } | undefined
  const drawn: number[] = []
  const pace = createFramePace(() => now, {
    nextFrame(run) {
      frame = run
      return () => {
        frame = undefined
      }
    },
    after(ms, run) {
      timer = { due: now + ms, run }
      return () => {
        timer = undefined
      }
    },
    painted: async () => {
      now += cost()
    },
  })
  /** Lets time pass, frame by frame. */
  const pass = async (ms: number) => {
    for (const end = now + ms; now < end; now += FRAME) {
      if (timer && timer.due <= now) {
        const { run } = timer
        timer = undefined
        run()
      }
      const run = frame
      frame = undefined
      run?.()
      for (let settled = 0; settled < 5; settled++) await Promise.resolve()
    }
  }
  const draw = () => void drawn.push(now)
  /** Something to draw always follows, as while calls come one after another. */
  const drawForEver = () => {
    draw()
    pace(drawForEver)
  }
  return { draw, drawForEver, drawn, now: () => now, pace, pass }
}

describe('createFramePace', () => {
  it('asks nobody for the time once the panel is gone, though what it drew last is still being painted', async () => {
    const panel = new AbortController()
    const now = vi.fn(() => 0)
    let paint = () => {}
    const painted = () =>
      new Promise<void>((resolve) => {
        paint = resolve
      })
    const nextFrame = (run: () => void) => {
      queueMicrotask(run)
      return () => {}
    }
    createFramePace(now, { nextFrame, painted, signal: panel.signal })(() => {})
    await Promise.resolve()
    panel.abort()
    now.mockClear()
    paint()
    await Promise.resolve()
    expect(now).not.toHaveBeenCalled()
  })

  it('draws with the very next frame after a rest', async () => {
    const { draw, drawn, pace, pass } = setUp(() => 50)
    pace(draw)
    await pass(1000)
    pace(draw)
    await pass(FRAME)
    expect(drawn.length).toBe(2)
  })

  it('draws with every frame as long as that costs little', async () => {
    const { drawForEver, drawn, pace, pass } = setUp(() => 1)
    pace(drawForEver)
    await pass(100 * FRAME)
    expect(drawn.length).toBeGreaterThan(90)
  })

  it('draws a crowd of calls once no more come, or soon, and not with its first frame', async () => {
    const { draw, drawn, pace, pass } = setUp(() => 30)
    let come = 1
    pace(draw, () => come)
    come = 3000
    await pass(2 * FRAME)
    expect(drawn).toEqual([])
    await pass(10 * FRAME)
    expect(drawn.length).toBe(1)

    await pass(1000)
    const began = come
    pace(draw, () => come)
    come += 3000
    for (let frames = 0; frames < 30; frames++) {
      await pass(FRAME)
      come++
    }
    expect(come - began).toBeGreaterThan(1000)
    expect(drawn.length).toBe(2)
  })

  it.each([5, 20, 40])('leaves nine tenths of the time to the page when a drawing takes %i ms', async (cost) => {
    const { drawForEver, drawn, pace, pass } = setUp(() => cost)
    pace(drawForEver)
    await pass(10_000)
    expect(drawn.length * cost).toBeLessThan(1100)
    expect(drawn.length * cost).toBeGreaterThan(500)
  })

  it('draws more than twice a second, whatever it costs', async () => {
    const { drawForEver, drawn, pace, pass } = setUp(() => 40)
    pace(drawForEver)
    await pass(10_000)
    const longest = Math.max(...drawn.map((at, place) => at - (drawn[place - 1] ?? at)))
    expect(longest).toBeLessThan(500)
  })

  it('draws what comes alone with the next frame, though drawing goes on for something else', async () => {
    const { drawForEver, pace, pass, now } = setUp(() => 100)
    pace(drawForEver)
    await pass(1000)
    const came = now()
    let drawnAt = Number.NaN
    pace(
      () => {
        drawnAt = now()
      },
      () => 1,
    )
    await pass(2 * FRAME)
    expect(drawnAt - came).toBeLessThanOrEqual(FRAME)
  })

  it('draws the last of what came soon after it, though the pause is longer', async () => {
    const { draw, drawn, pace, pass } = setUp(() => 100)
    let waiting = 0
    const come = () => {
      waiting += 1
      pace(draw, () => waiting)
    }
    come()
    await pass(FRAME)
    for (let more = 0; more < 6; more++) {
      come()
      await pass(FRAME)
    }
    expect(drawn).toHaveLength(1)
    await pass(8 * FRAME)
    expect(drawn).toHaveLength(2)
  })

  it('does all that is planned in one frame, and nothing that was called off', async () => {
    const { pace, pass } = setUp(() => 1)
    const said: string[] = []
    pace(() => void said.push('first'))
    const callOff = pace(() => void said.push('called off'))
    pace(() => void said.push('second'))
    callOff()
    await pass(FRAME)
    expect(said).toEqual(['first', 'second'])
    pace(() => void said.push('alone'))()
    await pass(100)
    expect(said).toHaveLength(2)
  })
})
