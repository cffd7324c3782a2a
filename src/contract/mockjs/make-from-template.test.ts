import Mock from 'mockjs'
import { describe, expect, it } from 'vitest'
import { drawNumber } from '../draw/seeded-random.ts'
import type { Json } from '../event/json.ts'
import { makeFromTemplate } from './make-from-template.ts'

const NOW = Date.UTC(2026, 0, 5, 12)
const make = (template: unknown, seed: string | number = 1): Json => {
  let count = 0
  return makeFromTemplate(
    template as Json,
    () => {
      count += 1
      return drawNumber(seed, count)
    },
    NOW,
  )
}
/** What Mock.js makes of it. It changes the template, so it gets its own. */
const oracle = (template: unknown): Json => Mock.mock(structuredClone(template)) as Json

/** What a template allows. */
type Shape =
  | { readonly is: 'exactly'; readonly value: Json }
  | { readonly is: 'number'; readonly min: number; readonly max: number; readonly decimals: readonly [number, number] }
  | { readonly is: 'text'; readonly min: number; readonly max: number; readonly like?: RegExp }
  | { readonly is: 'boolean' }
  | { readonly is: 'list'; readonly min: number; readonly max: number; readonly items: readonly Shape[] }
  | { readonly is: 'one of'; readonly shapes: readonly Shape[] }
  | { readonly is: 'object'; readonly keys: readonly (readonly [string, Shape])[]; readonly some?: readonly [number, number] }

function fits(value: Json | undefined, shape: Shape): boolean {
  switch (shape.is) {
    case 'exactly':
      return JSON.stringify(value) === JSON.stringify(shape.value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'number': {
      const decimals = String(value).split('.')[1]?.length ?? 0
      return (
        typeof value === 'number' &&
        Math.trunc(value) >= shape.min &&
        Math.trunc(value) <= shape.max &&
        decimals >= shape.decimals[0] &&
        decimals <= shape.decimals[1]
      )
    }
    case 'text':
      return typeof value === 'string' && value.length >= shape.min && value.length <= shape.max && (shape.like?.test(value) ?? true)
    case 'one of':
      return shape.shapes.some((each) => fits(value, each))
    case 'list': {
      const { items, min, max } = shape
      const times = Array.isArray(value) && items.length > 0 ? value.length / items.length : 0
      return (
        Array.isArray(value) &&
        (items.length === 0 ? value.length === 0 : times >= min && times <= max && Number.isInteger(times)) &&
        value.every((item, nth) => fits(item as Json, items[nth % items.length] as Shape))
      )
    }
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
      const names = Object.keys(value)
      const shapes = new Map(shape.keys)
      const [least, most] = shape.some ?? [shapes.size, shapes.size]
      return (
        names.length >= Math.min(least, shapes.size) &&
        names.length <= most &&
        (shape.some !== undefined || names.join() === [...shapes.keys()].join()) &&
        names.every((name) => shapes.has(name) && fits((value as Record<string, Json>)[name], shapes.get(name) as Shape))
      )
    }
  }
}

interface Made {
  readonly rule: string
  readonly template: Json
  readonly shape: Shape
}

/** A number from one to another. */
type Roll = (min: number, max: number) => number

/** Placeholders and what they give, as Mock.js documents them. */
const PLACEHOLDERS: readonly (readonly [string, Shape])[] = [
  ['@integer(3, 9)', { is: 'number', min: 3, max: 9, decimals: [0, 0] }],
  ['@natural(7)', { is: 'number', min: 7, max: 2 ** 53, decimals: [0, 0] }],
  ['@float(1, 5, 2, 3)', { is: 'number', min: 1, max: 5, decimals: [2, 3] }],
  ['@boolean', { is: 'boolean' }],
  ['@string("lower", 5)', { is: 'text', min: 5, max: 5, like: /^[a-z]{5}$/ }],
  ['@string("lower", 2, 4)', { is: 'text', min: 2, max: 4, like: /^[a-z]+$/ }],
  ['@string(upper, 3)', { is: 'text', min: 3, max: 3, like: /^[A-Z]+$/ }],
  ['@character("number")', { is: 'text', min: 1, max: 1, like: /^\d$/ }],
  ['@word(3, 5)', { is: 'text', min: 3, max: 5, like: /^[a-z]+$/ }],
  ['@cword(2, 4)', { is: 'text', min: 2, max: 4 }],
  ['@cword("零一二", 3)', { is: 'text', min: 3, max: 3, like: /^[零一二]+$/ }],
  ['@ctitle', { is: 'text', min: 3, max: 7 }],
  ['@title(2)', { is: 'text', min: 7, max: 21, like: /^[A-Z][a-z]+ [A-Z][a-z]+$/ }],
  ['@sentence(3, 4)', { is: 'text', min: 9, max: 50, like: /^[A-Z][a-z ]+\.$/ }],
  ['@csentence(5)', { is: 'text', min: 6, max: 6, like: /。$/ }],
  ['@cname', { is: 'text', min: 2, max: 4 }],
  ['@name', { is: 'text', min: 5, max: 40, like: /^\w+ \w+$/ }],
  ['@email', { is: 'text', min: 5, max: 60, like: /^\w\.\w+@\w+\..+$/ }],
  ['@url("https", "a.example")', { is: 'text', min: 15, max: 40, like: /^https:\/\/a\.example\/\w+$/ }],
  ['@ip', { is: 'text', min: 7, max: 15, like: /^(\d{1,3}\.){3}\d{1,3}$/ }],
  ['@date', { is: 'text', min: 10, max: 10, like: /^\d{4}-\d\d-\d\d$/ }],
  ['@date("yyyy/MM")', { is: 'text', min: 7, max: 7, like: /^\d{4}\/\d\d$/ }],
  ['@datetime', { is: 'text', min: 19, max: 19, like: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/ }],
  ['@time(HH:mm)', { is: 'text', min: 5, max: 5, like: /^\d\d:\d\d$/ }],
  ['@now("yyyy")', { is: 'text', min: 4, max: 4, like: /^\d{4}$/ }],
  ['@guid', { is: 'text', min: 36, max: 36, like: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i }],
  ['@id', { is: 'text', min: 18, max: 18, like: /^\d{17}[\dX]$/ }],
  ['@zip', { is: 'text', min: 6, max: 6, like: /^\d{6}$/ }],
  ['@color', { is: 'text', min: 7, max: 7, like: /^#[\da-f]{6}$/i }],
  ['@rgb', { is: 'text', min: 10, max: 20, like: /^rgb\(\d+, \d+, \d+\)$/ }],
  ['@city(true)', { is: 'text', min: 4, max: 30, like: / / }],
  ['@pick(["a", "b"])', { is: 'text', min: 1, max: 1, like: /^[ab]$/ }],
  ["@pick('x', 'y')", { is: 'text', min: 1, max: 1, like: /^[xy]$/ }],
  ['@range(2, 5)', { is: 'exactly', value: [2, 3, 4] }],
  ['@upper("abc")', { is: 'exactly', value: 'ABC' }],
  ['@capitalize(hello)', { is: 'exactly', value: 'Hello' }],
  ['@d6', { is: 'number', min: 1, max: 6, decimals: [0, 0] }],
  ['@nothing', { is: 'exactly', value: '@nothing' }],
  ['\\@name', { is: 'exactly', value: '\\@name' }],
  ['No. @integer(10, 99)!', { is: 'text', min: 7, max: 7, like: /^No\. \d\d!$/ }],
  ['@integer(1, 9)-@integer(1, 9)', { is: 'text', min: 3, max: 3 }],
]

const LEAVES: readonly ((roll: Roll) => Made)[] = [
  (roll) => plain(['a', 'text', '', 0, -7, 1.5, null, true, {}, []][roll(0, 9)] as Json),
  (roll) => {
    const [min, width] = [roll(-5, 50), roll(0, 9)]
    return { rule: `|${min}-${min + width}`, template: roll(0, 3), shape: number(min, min + width) }
  },
  (roll) => {
    const min = roll(0, 20)
    return { rule: `|${min}`, template: roll(0, 3), shape: number(min, min) }
  },
  (roll) => {
    const [min, least] = [roll(0, 50), roll(1, 3)]
    const most = least + roll(0, 3)
    return { rule: `|${min}-${min + 4}.${least}-${most}`, template: 1, shape: number(min, min + 4, least, most) }
  },
  (roll) => {
    const decimals = roll(2, 5)
    return { rule: `|.${decimals}`, template: 12.3, shape: number(12, 12, decimals, decimals) }
  },
  (roll) => {
    const start = roll(0, 9)
    return { rule: `|+${roll(1, 5)}`, template: start, shape: number(start, start) }
  },
  (roll) => {
    const [min, width, text] = [roll(0, 4), roll(0, 4), 'ab★'.slice(0, roll(1, 3))]
    return {
      rule: `|${min}-${min + width}`,
      template: text,
      shape: { is: 'text', min: min * text.length, max: (min + width) * text.length },
    }
  },
  (roll) => {
    const length = roll(1, 8)
    return { rule: `|${length}`, template: '', shape: { is: 'text', min: length, max: length } }
  },
  (roll) => ({ rule: `|${roll(1, 3)}-${roll(1, 3)}`, template: roll(0, 1) === 1, shape: { is: 'boolean' } }),
  (roll) => {
    const [placeholder, shape] = PLACEHOLDERS[roll(0, PLACEHOLDERS.length - 1)] as (typeof PLACEHOLDERS)[number]
    return { rule: '', template: placeholder, shape }
  },
]

const plain = (value: Json): Made => ({ rule: '', template: value, shape: { is: 'exactly', value } })
const number = (min: number, max: number, least = 0, most = 0): Shape => ({ is: 'number', min, max, decimals: [least, most] })

function draft(roll: Roll, depth: number): Made {
  const kind = depth > 3 ? 0 : roll(0, 5)
  if (kind < 3) return (LEAVES[roll(0, LEAVES.length - 1)] as (typeof LEAVES)[number])(roll)
  if (kind < 5) {
    const fields = Array.from({ length: roll(1, 4) }, (_, nth) => ({ name: `f${nth}`, ...draft(roll, depth + 1) }))
    const keys = fields.map(({ name, shape }) => [name, shape] as const)
    const template = Object.fromEntries(fields.map(({ name, rule, template: value }) => [name + rule, value]))
    if (roll(0, 3) > 0) return { rule: '', template, shape: { is: 'object', keys } }
    const min = roll(0, fields.length)
    return { rule: `|${min}-${min + 1}`, template, shape: { is: 'object', keys, some: [min, min + 1] } }
  }
  // An item of a list has no key, so what its own rule would be is left out.
  const items = Array.from({ length: roll(1, 3) }, () => draft(roll, depth + 1)).map((item) => (item.rule === '' ? item : plain(1)))
  const template = items.map((item) => item.template)
  const shapes = items.map(({ shape }) => shape)
  const rules: readonly (readonly [string, Shape])[] = [
    ['', { is: 'list', min: 1, max: 1, items: shapes }],
    ['|1', { is: 'one of', shapes }],
    ['|+1', shapes[0] as Shape],
    ['|3', { is: 'list', min: 3, max: 3, items: shapes }],
    ['|2-5', { is: 'list', min: 2, max: 5, items: shapes }],
  ]
  const [rule, shape] = rules[roll(0, rules.length - 1)] as (typeof rules)[number]
  return { rule, template, shape }
}

describe('a template in the syntax of Mock.js', () => {
  it('has the types, lengths, ranges and order of keys that Mock.js gives it, for 300 templates', () => {
    let held = 0
    for (let seed = 0; held < 300; seed += 1) {
      let count = 0
      const roll: Roll = (min, max) => {
        count += 1
        return min + Math.floor(drawNumber('template', seed, count) * (max - min + 1))
      }
      const { rule, template, shape } = draft(roll, 0)
      const whole = { [`data${rule}`]: template, list: [1, { [`again${rule}`]: structuredClone(template) }] }
      const wanted: Shape = {
        is: 'object',
        keys: [
          ['data', shape],
          [
            'list',
            {
              is: 'list',
              min: 1,
              max: 1,
              items: [
                { is: 'exactly', value: 1 },
                { is: 'object', keys: [['again', shape]] },
              ],
            },
          ],
        ],
      }
      const text = JSON.stringify(whole)
      // In a list that is repeated a step goes on: these are held against Mock.js to the letter below.
      if (/\|\+\d/.test(text) && /\|[2-9]/.test(text)) continue
      held += 1
      for (let turn = 0; turn < 3; turn += 1) {
        const [theirs, ours] = [oracle(whole), make(whole, `${seed}/${turn}`)]
        expect(fits(theirs, wanted), `Mock.js: ${text} → ${JSON.stringify(theirs)}`).toBe(true)
        expect(fits(ours, wanted), `ours: ${text} → ${JSON.stringify(ours)}`).toBe(true)
      }
    }
  })

  it.each<[string, unknown]>([
    ['a step over a list', { 'list|3': [{ 'id|+1': 5, name: 'x' }] }],
    ['a step of ten in two lists', { 'a|2': [{ 'id|+10': 0 }], 'b|2': [{ 'id|+10': 1 }] }],
    ['one after the other', { 'list|4': [{ 'kind|+1': ['a', 'b', 'c'] }] }],
    ['items that take turns', { 'list|2': [1, 'two', [3]] }],
    ['a text so often', { 'stars|5': '★', none: '' }],
    ['a value beside it', { first: 'Lin', last: 'Yu', whole: '@first @last' }],
    ['a value further on', { whole: '@b/@a', a: 1, b: 'two' }],
    ['a value that refers to another that is further on', { x: '@y', y: '@z', z: 'end' }],
    ['a path from the root', { a: { b: { c: 'deep' } }, d: '@/a/b/c' }],
    ['a path from here', { a: { b: 'beside', c: { d: '@../b' } } }],
    ['a path that leads nowhere', { a: '@/x/y' }],
    ['rules that are none', { 'a|x': 'text', 'b|': 1, 'c|d|2': 'e' }],
    ['a fraction as it is', { 'price|.2': 12.34, 'whole|5.0-0': 7 }],
    ['keys of any name', { constructor: 1, toString: '@constructor' }],
    ['the type of what a placeholder gives', { a: '@range(3)', b: 'x@range(3)', c: '@upper(@lower(ABC))' }],
    ['an empty list with a rule', { 'a|3': [] }],
    ['no template at all', 'text'],
  ])('gives just what Mock.js does: %s', (_, template) => {
    expect(make(template)).toEqual(oracle(template))
    expect(JSON.stringify(make(template))).toBe(JSON.stringify(oracle(template)))
  })

  it('draws the same for the same seed, and other values for another', () => {
    const template = { 'list|5': [{ id: '@guid', name: '@cname', at: '@datetime' }] }
    expect(make(template, 7)).toEqual(make(template, 7))
    expect(make(template, 7)).not.toEqual(make(template, 8))
  })

  it('has every placeholder that Mock.js has', () => {
    const names = Object.keys(Mock.Random).filter((name) => !name.startsWith('_') && name !== 'extend')
    expect(names.length).toBeGreaterThan(60)
    for (const name of names.filter((each) => !['pick', 'shuffle', 'order', 'upper', 'lower', 'capitalize'].includes(each)))
      expect(make(`@${name}`), name).not.toBe(`@${name}`)
  })

  it('draws pictures that nothing has to be fetched for', () => {
    expect(make('@image("200x100", "#f60")')).toMatch(/^data:image\/svg\+xml,.*width%3D%22200%22/)
  })

  it('runs nothing of it, and takes nothing from outside of it', () => {
    expect(make({ a: '@pick(globalThis.hacked = 1)', b: '@__proto__', c: '@hasOwnProperty', d: '@upper(constructor)' })).toEqual({
      a: 'globalThis.hacked = 1',
      b: '@__proto__',
      c: '@hasOwnProperty',
      d: 'CONSTRUCTOR',
    })
    expect('hacked' in globalThis).toBe(false)
    const made = make(JSON.parse('{"__proto__|1-2": {"x": 1}, "y": 2}')) as object
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
    expect(Object.hasOwn(made, '__proto__')).toBe(true)
  })

  it('ends with lists, texts and depths that would never end', () => {
    expect((make({ 'a|999999999': [1] }) as { a: number[] }).a.length).toBeLessThanOrEqual(100_000)
    expect((make({ 'a|999999999': 'xy' }) as { a: string }).a.length).toBeLessThanOrEqual(2_000_000)
    expect((make('@string(999999999)') as string).length).toBeLessThanOrEqual(100_000)
    expect(make({ 'a|1.0': 3, 'b|.999999999': 1 })).toMatchObject({ a: expect.any(Number) })
    const nested = Array.from({ length: 6 }).reduce<Json>((inner) => ({ 'n|100': [inner] }), 1)
    expect(JSON.stringify(make(nested)).length).toBeLessThan(5_000_000)
    expect(make({ a: '@b', b: '@a' })).toMatchObject({ a: expect.any(String), b: expect.any(String) })
    expect(make({ a: '@a', b: ['@0'] })).toEqual({ a: '@a', b: ['@0'] })
  })
})
