import type { Clock } from '../../../contract/clock.ts'
import { drawNumber } from '../../../contract/draw/seeded-random.ts'
import type { Json } from '../../../contract/event/json.ts'
import { makeFromTemplate } from '../../../contract/mockjs/make-from-template.ts'
import { toJson } from '../../../contract/to-json.ts'
import type { Hit } from './compile-match.ts'
import { compileTemplate, type Fill } from './fill-template.ts'

/**
 * Compiles a template in the syntax of Mock.js. Values of the call are filled into its keys before data is made of it, since a rule may
 * count by them, and into the strings that were made after it, since what a call sends is no template.
 */
export function compileMockjs(template: Json): (hit: Hit, clock: Clock, seed: string | number) => Json {
  const keys = compileKeys(template)
  const fills = toJson(template).includes('{{')
  return (hit, clock, seed) => {
    let count = 0
    const draw = () => {
      count += 1
      return drawNumber(seed, hit.taken, count)
    }
    const made = makeFromTemplate(keys(hit, clock), draw, Math.round(clock.startedAt + clock.now()))
    return fills ? compileTemplate(made)(hit, clock) : made
  }
}

/** Fills what the keys hold in braces; values stay. */
function compileKeys(template: Json): Fill {
  if (!/"[^"]*\{\{[^"]*":/.test(toJson(template))) return () => template
  if (Array.isArray(template)) {
    const items = template.map(compileKeys)
    return (hit, clock) => items.map((fill) => fill(hit, clock))
  }
  if (typeof template !== 'object' || template === null) return () => template
  const entries = Object.entries(template).map(([key, value]) => [compileTemplate(key), compileKeys(value)] as const)
  return (hit, clock) => Object.fromEntries(entries.map(([key, fill]) => [String(key(hit, clock) ?? ''), fill(hit, clock)]))
}
