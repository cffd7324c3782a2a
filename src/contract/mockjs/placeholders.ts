import {
  DOMAINS,
  FAMILY_NAMES,
  FIRST_NAMES,
  GIVEN_NAMES,
  HAN,
  IMAGE_SIZES,
  LAST_NAMES,
  PROTOCOLS,
  PROVINCES,
  REGIONS,
} from './dictionary.ts'
import { formatDate, startOf } from './format-date.ts'

/** What a placeholder draws with. */
export interface Draws {
  /** In [0, 1). */
  readonly draw: () => number
  /** ms since the epoch. */
  readonly now: number
  /** Counts up for `@increment`. */
  count: number
  /** Where `@order` is in its list, for each place in the template. */
  readonly orders: Map<string, number>
  /** The place in the template. */
  place: string
}

type Placeholder = (draws: Draws, ...given: readonly unknown[]) => unknown

/** The largest length of a text or list that one placeholder makes. */
const MOST_DRAWN = 100_000
const LARGEST = 2 ** 53
/** Random dates end here, so that the same seed gives the same ones. */
const LAST_DATE = Date.UTC(2025, 0, 1)

const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const UPPER = LOWER.toUpperCase()
const DIGITS = '0123456789'
const SYMBOLS = '!@#$%^&*()[]'
const POOLS: Readonly<Record<string, string>> = {
  lower: LOWER,
  upper: UPPER,
  number: DIGITS,
  symbol: SYMBOLS,
  alpha: LOWER + UPPER,
  undefined: LOWER + UPPER + DIGITS + SYMBOLS,
}

const whole = (value: unknown, fallback: number): number => (value === undefined ? fallback : Number.parseInt(String(value), 10))
const ranged = ({ draw }: Draws, min: number, max: number): number => Math.round(draw() * (max - min)) + min
const size = (value: number): number => Math.min(Math.max(Number.isNaN(value) ? 0 : value, 0), MOST_DRAWN)

export const natural = (draws: Draws, min?: unknown, max?: unknown): number => ranged(draws, whole(min, 0), whole(max, LARGEST))
const integer: Placeholder = (draws, min, max) => ranged(draws, whole(min, -LARGEST), whole(max, LARGEST))

export function bool({ draw }: Draws, min?: unknown, max?: unknown, current?: unknown): boolean {
  if (current === undefined) return draw() >= 0.5
  const least = Number.isNaN(Number(min ?? Number.NaN)) ? 1 : whole(min, 1)
  const most = Number.isNaN(Number(max ?? Number.NaN)) ? 1 : whole(max, 1)
  return draw() > (1 / (least + most)) * least ? !current : Boolean(current)
}

export function character(draws: Draws, pool?: unknown): string {
  const named = String(pool).toLowerCase()
  const from = Object.hasOwn(POOLS, named) ? (POOLS[named] as string) : String(pool)
  return from.charAt(natural(draws, 0, from.length - 1))
}

const repeat = (length: number, make: () => string, between = ''): string => Array.from({ length: size(length) }, make).join(between)

/** `(length)`, `(min, max)`, `(pool, length)` or `(pool, min, max)`. */
function drawText(draws: Draws, given: readonly unknown[], none: number, letter: (pool: unknown) => string, onePool: boolean): string {
  const [first, second, third] = given
  const pooled = given.length > 2 || (typeof first === 'string' && (given.length > 1 || onePool))
  if (given.length === 0) return repeat(none, () => letter(undefined))
  if (given.length === 1) return repeat(pooled ? 1 : Number(first), () => letter(pooled ? first : undefined))
  if (given.length === 2) return repeat(pooled ? Number(second) : natural(draws, first, second), () => letter(pooled ? first : undefined))
  return repeat(natural(draws, second, third), () => letter(first))
}

export const string: Placeholder = (draws, ...given) =>
  drawText(draws, given, natural(draws, 3, 7), (pool) => character(draws, pool), false)

/** So many: a number, from one to another, or the default. */
const many = (draws: Draws, least: number, most: number, min?: unknown, max?: unknown): number =>
  min === undefined ? natural(draws, least, most) : max === undefined ? Number(min) : natural(draws, min, max)

const capitalize = (text: unknown): string => String(text).charAt(0).toUpperCase() + String(text).slice(1)
const pickOne = <Item>(draws: Draws, list: readonly Item[]): Item => list[natural(draws, 0, list.length - 1)] as Item

export function shuffle<Item>(draws: Draws, list: readonly Item[], ...[min, max]: readonly unknown[]): readonly Item[] {
  const left = [...list]
  const shuffled: Item[] = []
  while (left.length > 0) shuffled.push(...left.splice(natural(draws, 0, left.length - 1), 1))
  return min === undefined ? shuffled : shuffled.slice(0, natural(draws, min, max ?? min))
}

const pick: Placeholder = (draws, ...given) => {
  const [list, min = 1, max = min] = given
  if (!Array.isArray(list)) return pickOne(draws, given)
  return min === 1 && max === 1 ? pickOne(draws, list) : shuffle(draws, list, min, max)
}

const word = (draws: Draws, min?: unknown, max?: unknown): string => repeat(many(draws, 3, 10, min, max), () => character(draws, 'lower'))
const cword: Placeholder = (draws, ...given) => drawText(draws, given, 1, (pool) => character(draws, pool ?? HAN), true)
const sentence = (draws: Draws, min?: unknown, max?: unknown): string =>
  `${capitalize(repeat(many(draws, 12, 18, min, max), () => word(draws), ' '))}.`
const csentence = (draws: Draws, min?: unknown, max?: unknown): string =>
  `${repeat(many(draws, 12, 18, min, max), () => String(cword(draws)))}。`

const randomDate = ({ draw }: Draws): Date => new Date(draw() * LAST_DATE)
const dated =
  (standard: string): Placeholder =>
  (draws, format) =>
    formatDate(randomDate(draws), String(format ?? standard))

const domain = (draws: Draws, end?: unknown): string => `${word(draws)}.${end ?? pickOne(draws, DOMAINS)}`
const first = (draws: Draws): string => pickOne(draws, FIRST_NAMES)
const city = (draws: Draws, depth: number): readonly string[] => {
  const { name, cities } = pickOne(draws, PROVINCES)
  const [town = '', ...counties] = pickOne(draws, cities)
  return [name, town, ...(depth > 2 ? [pickOne(draws, counties)] : [])]
}
const place =
  (depth: number): Placeholder =>
  (draws, prefix) =>
    prefix ? city(draws, depth).join(' ') : city(draws, depth).at(-1)
const shade = (draws: Draws): number => natural(draws, 64, 224)
const shades = (draws: Draws): string => `${shade(draws)}, ${shade(draws)}, ${shade(draws)}`
const hex = (draws: Draws): string => `#${[0, 0, 0].map(() => shade(draws).toString(16).padStart(2, '0')).join('')}`

/** A picture that nothing has to be fetched for: its size on a ground. */
const image: Placeholder = (draws, given, ground) => {
  const [width = '300', height = '250'] = (/^(\d+)x(\d+)$/.exec(String(given)) ?? String(pickOne(draws, IMAGE_SIZES)).split('x')).slice(-2)
  const color = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(String(ground))?.[1]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${color ? `#${color}` : hex(draws)}"/><text x="50%" y="50%" fill="#fff" font-family="sans-serif" text-anchor="middle" dominant-baseline="middle">${width}×${height}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

const id: Placeholder = (draws) => {
  const head = `${pickOne(draws, PROVINCES).id}${formatDate(randomDate(draws), 'yyyyMMdd')}${repeat(3, () => character(draws, 'number'))}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return head + '10X98765432'.charAt(weights.reduce((sum, weight, nth) => sum + weight * Number(head.charAt(nth)), 0) % 11)
}
const guid: Placeholder = (draws) =>
  [8, 4, 4, 4, 12].map((length) => repeat(length, () => character(draws, 'abcdefABCDEF1234567890'))).join('-')
const increment: Placeholder = (draws, step) => {
  draws.count += Number(step) || 1
  return draws.count
}
const float: Placeholder = (draws, min, max, least = 0, most = 17) => {
  const digits = natural(draws, Math.min(Math.max(Number(least), 0), 17), Math.min(Math.max(Number(most), 0), 17))
  const decimals = Array.from({ length: digits }, (_, nth) => character(draws, nth < digits - 1 ? 'number' : '123456789'))
  return Number.parseFloat(`${integer(draws, min, max)}.${decimals.join('')}`)
}
const range: Placeholder = (_, ...given) => {
  const [start, stop, step] =
    given.length < 2 ? [0, Number(given[0] ?? 0), 1] : [Number(given[0]), Number(given[1]), Number(given[2] ?? 1) || 1]
  return Array.from({ length: size(Math.ceil((stop - start) / step)) }, (_each, nth) => start + nth * step)
}
const now: Placeholder = (draws, ...given) => {
  const [unit, format] = given.length === 1 && !/year|month|day|hour|minute|second|week/.test(String(given[0])) ? ['', given[0]] : given
  return formatDate(startOf(new Date(draws.now), String(unit ?? '').toLowerCase()), String(format || 'yyyy-MM-dd HH:mm:ss'))
}
const order: Placeholder = (draws, ...given) => {
  const list: readonly unknown[] = given.length === 1 && Array.isArray(given[0]) ? given[0] : given
  const nth = draws.orders.get(draws.place) ?? 0
  draws.orders.set(draws.place, nth + 1)
  return list[nth % list.length]
}
const dice =
  (sides: number): Placeholder =>
  (draws) =>
    natural(draws, 1, sides)

/** Every placeholder by its name in lower case. */
export const PLACEHOLDERS: ReadonlyMap<string, Placeholder> = new Map<string, Placeholder>(
  Object.entries({
    boolean: bool,
    bool,
    natural,
    integer,
    int: integer,
    float,
    character,
    char: character,
    string,
    str: string,
    range,
    date: dated('yyyy-MM-dd'),
    time: dated('HH:mm:ss'),
    datetime: dated('yyyy-MM-dd HH:mm:ss'),
    now,
    image,
    img: image,
    dataimage: image,
    color: hex,
    hex,
    rgb: (draws: Draws) => `rgb(${shades(draws)})`,
    rgba: (draws: Draws) => `rgba(${shades(draws)}, ${draws.draw().toFixed(2)})`,
    hsl: (draws: Draws) => `hsl(${natural(draws, 0, 360)}, ${natural(draws, 0, 100)}, ${natural(draws, 0, 100)})`,
    paragraph: (draws: Draws, min?: unknown, max?: unknown) => repeat(many(draws, 3, 7, min, max), () => sentence(draws), ' '),
    cparagraph: (draws: Draws, min?: unknown, max?: unknown) => repeat(many(draws, 3, 7, min, max), () => csentence(draws)),
    sentence,
    csentence,
    word,
    cword,
    title: (draws: Draws, min?: unknown, max?: unknown) => repeat(many(draws, 3, 7, min, max), () => capitalize(word(draws)), ' '),
    ctitle: (draws: Draws, min?: unknown, max?: unknown) => repeat(many(draws, 3, 7, min, max), () => String(cword(draws))),
    first,
    last: (draws: Draws) => pickOne(draws, LAST_NAMES),
    name: (draws: Draws, middle?: unknown) => `${first(draws)} ${middle ? `${first(draws)} ` : ''}${pickOne(draws, LAST_NAMES)}`,
    cfirst: (draws: Draws) => pickOne(draws, FAMILY_NAMES),
    clast: (draws: Draws) => pickOne(draws, GIVEN_NAMES),
    cname: (draws: Draws) => pickOne(draws, FAMILY_NAMES) + pickOne(draws, GIVEN_NAMES),
    url: (draws: Draws, protocol?: unknown, host?: unknown) =>
      `${protocol || pickOne(draws, PROTOCOLS)}://${host || domain(draws)}/${word(draws)}`,
    protocol: (draws: Draws) => pickOne(draws, PROTOCOLS),
    domain,
    tld: (draws: Draws) => pickOne(draws, DOMAINS),
    email: (draws: Draws, at?: unknown) => `${character(draws, 'lower')}.${word(draws)}@${at || domain(draws)}`,
    ip: (draws: Draws) => [0, 0, 0, 0].map(() => natural(draws, 0, 255)).join('.'),
    region: (draws: Draws) => pickOne(draws, REGIONS),
    province: (draws: Draws) => pickOne(draws, PROVINCES).name,
    city: place(2),
    county: place(3),
    zip: (draws: Draws, length?: unknown) => repeat(Number(length ?? 6), () => character(draws, 'number')),
    capitalize: (_: Draws, text: unknown) => capitalize(text),
    upper: (_: Draws, text: unknown) => String(text).toUpperCase(),
    lower: (_: Draws, text: unknown) => String(text).toLowerCase(),
    pick,
    shuffle: (draws: Draws, list: unknown, min?: unknown, max?: unknown) => shuffle(draws, Array.isArray(list) ? list : [], min, max),
    order,
    d4: dice(4),
    d6: dice(6),
    d8: dice(8),
    d12: dice(12),
    d20: dice(20),
    d100: dice(100),
    guid,
    uuid: guid,
    id,
    increment,
    inc: increment,
  }),
)
