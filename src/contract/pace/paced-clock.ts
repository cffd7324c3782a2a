import type { Clock } from '../clock.ts'

/** A clock that can go slower than the one beneath, or stand still. */
export interface PacedClock extends Clock {
  /** 1 is real time; 0.1 is ten times slower; at 0 it stands still, but for `advance`. */
  readonly speed: number
  setSpeed(speed: number): void
  /** Moves a clock that stands still to the next moment that somebody waits for, and wakes all of that moment. False if nobody waits. */
  advance(): boolean
}

interface Sleeper {
  readonly due: number
  readonly wake: () => void
}

/** ms. What is left of a number after it was multiplied and divided. */
const ROUNDING = 1e-6

/**
 * Puts a pace between the waiting and the time it takes: whoever sleeps sleeps longer, and finds on the clock what it would have found at
 * speed 1, in the same order. What waits for something else than this clock is as fast as ever.
 */
export function createPacedClock(clock: Clock): PacedClock {
  let speed = 1
  /** The moment since which the speed is what it is, on the clock beneath and on this one. */
  let since = { real: 0, own: 0 }
  /** By the moment when they are due, those of one moment in the order in which they came. */
  const sleepers: Sleeper[] = []
  let timer: AbortController | undefined

  /** Whether the two clocks show the same, to the last digit. */
  const isReal = () => speed === 1 && since.own === since.real
  const now = () => (isReal() ? clock.now() : since.own + (clock.now() - since.real) * speed)

  /** The place of the first sleeper that is due after this moment. */
  const placeAfter = (due: number): number => {
    let [low, high] = [0, sleepers.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sleepers[middle] as Sleeper).due <= due) low = middle + 1
      else high = middle
    }
    return low
  }
  const remove = (sleeper: Sleeper) => {
    for (let place = placeAfter(sleeper.due) - 1; place >= 0 && sleepers[place]?.due === sleeper.due; place--) {
      if (sleepers[place] !== sleeper) continue
      sleepers.splice(place, 1)
      return
    }
  }
  const plan = () => {
    timer?.abort()
    timer = undefined
    const [next] = sleepers
    if (!next) return
    const left = next.due - now()
    if (left > 0 && speed === 0) return
    const own = new AbortController()
    timer = own
    // Those of one moment are woken in tasks of their own, as by timers of their own.
    const due = left > 0 ? clock.sleep(left / speed, own.signal) : Promise.resolve(clock.nextTask?.())
    void due.then(() => {
      if (timer === own) wakeNext()
    })
  }
  const wakeNext = () => {
    const [next] = sleepers
    if (next && next.due - now() <= ROUNDING) {
      // A moment that was counted is the moment that it stands for, to the last digit: who waits for what is left of it would wait forever.
      if (!isReal() && now() - next.due < ROUNDING) since = { real: clock.now(), own: next.due }
      next.wake()
    }
    plan()
  }

  return {
    startedAt: clock.startedAt,
    now,
    sleep: (duration, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted || !(duration > 0)) return resolve()
        const end = () => {
          const wasNext = sleepers[0] === sleeper
          remove(sleeper)
          signal?.removeEventListener('abort', end)
          resolve()
          // No timer is left when nobody waits.
          if (wasNext && sleepers.length === 0) plan()
        }
        const sleeper: Sleeper = { due: now() + duration, wake: end }
        const place = placeAfter(sleeper.due)
        sleepers.splice(place, 0, sleeper)
        signal?.addEventListener('abort', end)
        if (place === 0) plan()
      }),
    ...(clock.nextTask && { nextTask: clock.nextTask }),
    get speed() {
      return speed
    },
    setSpeed(next) {
      since = { real: clock.now(), own: now() }
      speed = next
      plan()
    },
    advance() {
      const [next] = sleepers
      if (!next) return false
      since = { real: clock.now(), own: Math.max(now(), next.due) }
      plan()
      return true
    },
  }
}
