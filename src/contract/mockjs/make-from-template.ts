import type { Json } from '../event/json.ts'
import { type Key, parseKey } from './parse-key.ts'
import { bool, character, type Draws, natural, PLACEHOLDERS, shuffle, string } from './placeholders.ts'
import { readArguments } from './read-arguments.ts'

/** What one template may make at most: values, and characters by repeating a text. Then lists and texts end. */
const MOST_VALUES = 100_000
const MOST_CHARACTERS = 2_000_000
const MOST_DEPTH = 200
/** Digits after the point: a number holds no more. */
const MOST_DECIMALS = 17

const PLACEHOLDER = /\\*@([^@#%&()?\s]+)(?:\((.*?)\))?/g

/** Where a value is made: the object or list around it, as far as it is made, and the template of that. */
interface Around {
  readonly made: Record<string, unknown> | unknown[]
  readonly template: unknown
  readonly outer: Around | undefined
}

/** How often a template was used: a `+step` goes on from there. */
type Uses = Map<unknown, Map<string, number>>

/**
 * Makes data from a template in the syntax of Mock.js. Nothing of it is run: the arguments of a placeholder are read as literals, functions
 * and regular expressions do not exist. The same draws give the same data.
 * @param draw numbers in [0, 1)
 * @param now ms since the epoch, for `@now`
 */
export function makeFromTemplate(template: Json, draw: () => number, now: number): Json {
  const draws: Draws = { draw, now, count: 0, orders: new Map(), place: '' }
  const uses: Uses = new Map()
  // What was made before its turn, for a value that refers to it.
  const early = new Map<unknown, Map<string, unknown>>()
  let values = 0
  let characters = 0
  let depth = 0

  const full = () => values >= MOST_VALUES || depth > MOST_DEPTH

  function make(value: unknown, key: Key, around: Around | undefined, place: string): unknown {
    values += 1
    depth += 1
    try {
      if (Array.isArray(value)) return makeList(value, key, around, place)
      if (typeof value === 'object' && value !== null) return makeObject(value as Record<string, unknown>, key, around, place)
      if (typeof value === 'number') return makeNumber(value, key)
      if (typeof value === 'boolean') return key.ruled ? bool(draws, key.min, key.max, value) : value
      return typeof value === 'string' ? makeText(value, key, around, place) : value
    } finally {
      depth -= 1
    }
  }

  /** How often: so often, or drawn from a range; `undefined` without either. */
  function timesOf({ min, max }: Key): number | undefined {
    return min === undefined || max === undefined ? min : natural(draws, min, max)
  }

  function makeList(template: readonly unknown[], key: Key, around: Around | undefined, place: string): unknown {
    if (template.length === 0) return []
    const items = (made: unknown[]) => {
      const here: Around = { made, template, outer: around }
      for (const [nth, item] of template.entries()) {
        if (full()) return made
        made.push(make(item, NO_RULE, here, `${place}/${nth}`))
      }
      return made
    }
    if (!key.ruled) return items([])
    if (key.min === 1 && key.max === undefined) {
      const made = items([])
      return made[natural(draws, 0, made.length - 1)]
    }
    if (key.step !== undefined) {
      const nth = usesOf(template, '')
      setUses(template, '', nth + key.step)
      return items([])[nth % template.length]
    }
    const made: unknown[] = []
    const times = timesOf(key) ?? 0
    for (let turn = 0; turn < times && !full(); turn += 1) items(made)
    return made
  }

  function makeObject(template: Record<string, unknown>, { min, ...rest }: Key, around: Around | undefined, place: string): unknown {
    const made: Record<string, unknown> = {}
    const here: Around = { made, template, outer: around }
    const keys = Object.keys(template)
    const some = min === undefined ? keys : shuffle(draws, keys).slice(0, timesOf({ ...rest, min }))
    for (const each of some) {
      if (full()) break
      const key = parseKey(each)
      put(made, key.name, makeAt(template, each, key, here, place))
      if (min === undefined && key.step !== undefined && typeof template[each] === 'number')
        setUses(template, each, usesOf(template, each) + key.step)
    }
    early.delete(template)
    return made
  }

  /** The value for a key of an object, unless it was made before its turn. */
  function makeAt(template: Record<string, unknown>, key: string, parsed: Key, here: Around, place: string): unknown {
    const before = early.get(template)?.get(key)
    if (before !== undefined) return before
    const value = template[key]
    if (typeof value === 'number' && parsed.step !== undefined) return value + usesOf(template, key)
    return make(value, parsed, here, `${place}/${key}`)
  }

  const usesOf = (template: unknown, key: string): number => uses.get(template)?.get(key) ?? 0
  function setUses(template: unknown, key: string, count: number): void {
    const counts = uses.get(template) ?? new Map<string, number>()
    uses.set(template, counts.set(key, count))
  }

  function makeNumber(template: number, key: Key): number {
    const times = timesOf(key)
    if (!key.decimals) return times ?? template
    const { min, max } = key.decimals
    const [front = '0', back = ''] = String(template).split('.')
    const length = Math.min(MOST_DECIMALS, Math.max(0, max === undefined ? min : natural(draws, min, max)))
    let decimals = back.slice(0, length)
    while (decimals.length < length) decimals += character(draws, decimals.length < length - 1 ? 'number' : '123456789')
    return Number.parseFloat(`${times ?? front}.${decimals}`)
  }

  function makeText(template: string, key: Key, around: Around | undefined, place: string): unknown {
    const times = timesOf(key)
    if (template === '') return times === undefined ? '' : string(draws, times)
    const room = Math.max(0, Math.floor((MOST_CHARACTERS - characters) / template.length))
    const text = times === undefined ? template : template.repeat(Math.min(Math.max(times, 0), room))
    characters += text.length
    const found = [...text.matchAll(PLACEHOLDER)].filter(([whole]) => !whole.startsWith('\\'))
    if (found.length === 1 && found[0]?.[0] === text) return standsFor(text, around, place)
    return text.replace(PLACEHOLDER, (whole) => {
      if (whole.startsWith('\\')) return whole
      const value = standsFor(whole, around, place)
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value) : String(value)
    })
  }

  /** What a placeholder stands for: a value beside it, one at a path, or what it draws; itself where there is none of these. */
  function standsFor(placeholder: string, around: Around | undefined, place: string): unknown {
    const [, name = '', source = ''] = new RegExp(PLACEHOLDER.source).exec(placeholder) ?? []
    if (around && Object.hasOwn(around.made, name)) return (around.made as Record<string, unknown>)[name]
    const path = name.split(/\/+/).filter((part) => part !== '')
    if (name.startsWith('/') || path.length > 1) return referTo(name, path, around) ?? `@${path.join('/')}`
    const beside = around && makeEarly(around, name, placeholder)
    if (beside !== undefined) return beside
    const drawn = PLACEHOLDERS.get(name.toLowerCase())
    if (!drawn) return placeholder
    const given = readArguments(source).map((each) => {
      const inner = typeof each === 'string' && new RegExp(PLACEHOLDER.source).exec(each)?.[0]
      return inner ? standsFor(inner, around, place) : each
    })
    draws.place = place
    return drawn(draws, ...given) ?? ''
  }

  /** Makes the value of a key before its turn. One that refers to itself is not there. */
  function makeEarly({ made, template, outer }: Around, key: string, placeholder?: string): unknown {
    const value = own(template, key)
    const known = early.get(template) ?? new Map<string, unknown>()
    if (known.has(key)) return known.get(key)
    if (value === undefined || value === placeholder) return undefined
    early.set(template, known.set(key, undefined))
    known.set(key, make(value, parseKey(key), { made, template, outer }, key))
    return known.get(key)
  }

  /** `/from/the/root`, or `../beside` and `deeper/down` from where the placeholder is. */
  function referTo(name: string, path: readonly string[], around: Around | undefined): unknown {
    let here = around
    let steps = path
    if (name.startsWith('/')) while (here?.outer) here = here.outer
    else
      while (steps[0] === '..' || steps[0] === '.') {
        if (steps[0] === '..') here = here?.outer
        steps = steps.slice(1)
      }
    let made: unknown = here?.made
    let template: unknown = here?.template
    for (const [nth, step] of steps.entries()) {
      if (made !== null && typeof made === 'object' && Object.hasOwn(made, step)) {
        made = (made as Record<string, unknown>)[step]
        template = own(template, step)
      } else if (nth === steps.length - 1 && here && own(template, step) !== undefined) {
        return makeEarly({ made: (made ?? {}) as Record<string, unknown>, template, outer: here }, step)
      } else {
        made = undefined
        template = own(template, step)
      }
    }
    return made
  }

  return make(template, NO_RULE, undefined, '') as Json
}

const NO_RULE: Key = { name: '', ruled: false }

const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined

/** Own keys only, whatever they are called. */
function put(made: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(made, name, { value, writable: true, enumerable: true, configurable: true })
}
