import { momentOf, type Timeline } from './timeline.ts'

/** Where a replay is: so many events have happened, and it is so late on the session clock, ms. */
export interface PlayingAt {
  readonly position: number
  readonly now: number
}

/** ms. Nobody waits longer for the next event: time without one passes faster then. */
export const LONGEST_WAIT = 1000

/** Where a replay is after `passed` ms in front of the screen, at `speed` times the speed of the session. */
export function playOn(timeline: Timeline, { position: begun, now: since }: PlayingAt, passed: number, speed: number): PlayingAt {
  let [position, now, left] = [begun, since, passed]
  while (position < timeline.ats.length) {
    const next = timeline.ats[position] as number
    const pace = Math.max(speed, (next - momentOf(timeline, position)) / LONGEST_WAIT)
    const wait = Math.max(0, next - now) / pace
    if (wait > left) return { position, now: now + left * pace }
    left -= wait
    now = next
    position += 1
  }
  return { position, now }
}
