import type { Delay } from '../mock/mock-rule.ts'
import { drawBetween, drawNumber } from './seeded-random.ts'

/**
 * The delay of one hit, in ms. `uniform` is within mean ± jitter; of `normal` 95 % of the values are; `spike` is uniform with ten more
 * jitters in one call of ten. Same seed and hit, same delay.
 */
export function drawDelay(delay: Delay | undefined, seed: string | number, hit: number): number {
  if (typeof delay !== 'object') return delay ?? 0
  const { mean, jitter = 0, distribution } = delay
  const key = delay.seed ?? seed
  if (distribution === 'normal') return Math.max(0, mean + (jitter / 2) * drawNormal(key, hit))
  const spike = distribution === 'spike' && drawNumber(key, hit, 'spike') < 0.1 ? 10 * jitter : 0
  return Math.max(0, drawBetween(mean - jitter, mean + jitter, key, hit) + spike)
}

/** Box-Muller transform: two uniform numbers to one with a standard normal distribution. */
function drawNormal(key: string | number, hit: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - drawNumber(key, hit, 'radius')))
  return radius * Math.cos(2 * Math.PI * drawNumber(key, hit, 'angle'))
}
