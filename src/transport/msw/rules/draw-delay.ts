import type { Delay } from '../../../contract/mock-rule.ts'
import { drawBetween, drawNumber } from '../../seeded-random.ts'

/** One spike in so many calls, and how many jitters it adds. */
const SPIKE_SHARE = 0.1
const SPIKE_JITTERS = 10

/**
 * ms for one hit. `uniform` stays within mean ± jitter. `normal` has 95 % of its values there.
 * `spike` is uniform too, but one call in ten takes ten jitters more. Same seed and hit, same delay.
 */
export function drawDelay(delay: Delay | undefined, seed: string | number, hit: number): number {
  if (delay === undefined) return 0
  if (typeof delay === 'number') return delay
  const { mean, jitter = 0, distribution = 'uniform' } = delay
  const key = delay.seed ?? seed
  const within = drawBetween(mean - jitter, mean + jitter, key, hit)
  switch (distribution) {
    case 'uniform':
      return Math.max(0, within)
    case 'normal':
      return Math.max(0, mean + (jitter / 2) * drawNormal(key, hit))
    case 'spike':
      return Math.max(0, within + (drawNumber(key, hit, 'spike') < SPIKE_SHARE ? SPIKE_JITTERS * jitter : 0))
  }
}

/** Box and Muller's way from two even draws to one of the standard normal distribution. */
function drawNormal(key: string | number, hit: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - drawNumber(key, hit, 'radius')))
  return radius * Math.cos(2 * Math.PI * drawNumber(key, hit, 'angle'))
}
