import { expect, it } from 'vitest'
import { loopOverOwnKeys } from './own-keys.mjs'

it('turns every loop over the keys of an object into one over its own', () => {
  const loops =
    "for (const key in f(a, (b))) { for (let k in b[key]) x(k) }\nfor (k in 1, c) y(' in ' + k)\nfor (var n in null) z(n)\nfor (o.p in d) {}"
  const seen: string[] = []
  const run = new Function('f', 'b', 'c', 'd', 'x', 'y', 'z', 'o', 'a', `var k; ${loopOverOwnKeys(loops)}`)
  const heir = (own: object) => Object.assign(Object.create({ inherited: 1 }), own)
  const note = (name: string) => (value: unknown) => seen.push(`${name} ${value}`)
  const held = { p: '' }
  run(() => heir({ m: 1 }), heir({ m: heir({ n: 1 }) }), heir({ q: 1 }), heir({ r: 1 }), note('x'), note('y'), note('z'), held, 0)
  expect([...seen, held.p]).toEqual(['x n', 'y  in q', 'r'])
})

it('leaves every other code as it is', () => {
  const code = 'for (const a of b) if ("c" in a) d("for (const e in f)")\nfor (let i = ("x" in y) ? 1 : 0; i < 3; i++) {}\n'
  expect(loopOverOwnKeys(code)).toBe(code)
})
