import { nextTask } from '../../contract/clock.ts'

/**
 * Calls `run` a little later; returns how to call it off. Of one that returns a promise the drawing ends when that resolves. `waiting` counts
 * what it would draw, where it draws what comes: once that stands still, nothing more comes for the moment, and there is nothing to wait for.
 */
export type Schedule = (run: () => void | Promise<void>, waiting?: () => number) => () => void

/** What a pace is kept with. */
export interface PaceSetting {
  readonly now: () => number
  readonly nextFrame: (run: () => void) => () => void
  readonly after: (ms: number, run: () => void) => () => void
  /** Resolves when what a frame changed has been painted. */
  readonly painted: () => Promise<void>
  /** Of the panel that draws. Once it is aborted nobody is asked for the time any more. */
  readonly signal?: AbortSignal
}

/** Of the time of the page, drawing what was recorded takes this share at most. */
const SHARE = 0.1
/** ms. However long a drawing took, the next one comes no later than this after it. */
const LONGEST_PAUSE = 400
/** ms. When nothing came for so long, what is there is drawn. */
const QUIET = 40
/** Events. Where more than these follow the first before its frame, it did not come alone: an app makes many calls at once. */
const CROWD = 1000
/** ms. Where no frame comes, as in a hidden tab. */
const WITHOUT_FRAMES = 500

/**
 * Draws with the next frame what comes alone, and as long as drawing costs little. While much comes, drawings that take long, for
 * themselves or since the page is busy, come less often: the app that is looked at comes first. All that is planned is done in one frame.
 */
export function createFramePace(now: () => number, setting: Partial<PaceSetting> = {}): Schedule {
  const { nextFrame, after, painted, signal } = { ...BROWSER, ...setting }
  const planned = new Map<() => void | Promise<void>, (() => number) | undefined>()
  let notBefore = Number.NEGATIVE_INFINITY
  let lastCame = Number.NEGATIVE_INFINITY
  let urgent = false
  let countedWhenUrgent = 0
  let painting = false
  let callOff: (() => void) | undefined

  const countWaiting = () => {
    const counts = [...planned.values()].flatMap((waiting) => waiting?.() ?? [])
    return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count)
  }
  const wait = (before?: number) => {
    const early = notBefore - now()
    const count = countWaiting()
    if (urgent || early <= 0 || (count !== undefined && count === before)) callOff = nextFrame(draw)
    else callOff = after(Math.min(early, QUIET), () => wait(count))
  }
  const plan = () => {
    if (painting || planned.size === 0) return
    callOff?.()
    wait()
  }
  const draw = () => {
    callOff = undefined
    const began = now()
    const count = countWaiting()
    const crowded = urgent && (count ?? 0) - countedWhenUrgent > CROWD
    urgent = false
    if (crowded) {
      notBefore = began + LONGEST_PAUSE
      wait()
      return
    }
    painting = true
    const came = count !== undefined
    const runs = [...planned.keys()]
    planned.clear()
    const drawings = Promise.all(runs.map((run) => run()))
    void drawings.then(painted).then(() => {
      painting = false
      if (signal?.aborted) return
      const end = now()
      if (came) lastCame = end
      notBefore = end + Math.min(LONGEST_PAUSE, (end - began) * (1 / SHARE - 1))
      plan()
    })
  }
  return (run, waiting) => {
    const comesAlone = waiting && !painting && !planned.has(run) && now() - lastCame > QUIET
    planned.set(run, waiting)
    if (comesAlone) {
      urgent = true
      countedWhenUrgent = countWaiting() ?? 0
    }
    if (urgent || !callOff) plan()
    return () => {
      planned.delete(run)
      if (planned.size > 0) return
      callOff?.()
      callOff = undefined
    }
  }
}

/** The frames of the window that the panel is in at the moment. */
export function framesOf(view: () => Pick<Window, 'requestAnimationFrame' | 'cancelAnimationFrame'>): PaceSetting['nextFrame'] {
  return (run) => {
    const screen = view()
    const stop = () => {
      screen.cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
    const once = () => {
      stop()
      run()
    }
    const frame = screen.requestAnimationFrame(once)
    const timer = setTimeout(once, WITHOUT_FRAMES)
    return stop
  }
}

const BROWSER: Omit<PaceSetting, 'now'> = {
  nextFrame: framesOf(() => globalThis),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  painted: nextTask,
}
