import type { Delay } from '../../../contract/mock/mock-rule.ts'
import { drawBetween, drawNumber } from '../../../contract/seeded-random.ts'

/** The share of calls with a spike, and how many jitters it adds. */
const SPIKE_SHARE = 0.1
const SPIKE_JITTERS = 10

/**
 * The delay of one hit, in ms. `uniform` is within mean ± jitter; of `normal` 95 % of the values are; `spike` is uniform with ten more
 * jitters in one call of ten. Same seed and hit, same delay.
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

/** Box-Muller transform: two uniform numbers to one with a standard normal distribution. */
function drawNormal(key: string | number, hit: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - drawNumber(key, hit, 'radius')))
  return radius * Math.cos(2 * Math.PI * drawNumber(key, hit, 'angle'))
}
