/** From one number to another; open where a bound itself does not belong to it. */
interface Range {
  readonly from: number
  readonly to: number
  readonly above: boolean
  readonly below: boolean
}

/** What one of each unit is. Without a unit a number stands for itself. */
export type Units = Readonly<Record<string, number>>

/** Thousands, as Chrome counts them. */
export const SIZE_UNITS: Units = { b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6 }
export const TIME_UNITS: Units = { ms: 1, s: 1e3 }

const NUMBER = String.raw`(\d+(?:\.\d+)?)([a-z]*)`
const FROM_TO = new RegExp(`^${NUMBER}\\.\\.${NUMBER}$`, 'i')
const BOUND = new RegExp(`^(>=|<=|>|<|)${NUMBER}$`, 'i')

/** Reads `200`, `>=1.5k` or `200..499` into a test of numbers; `undefined` when it is none of them. */
export function readRange(value: string, units: Units): ((number: number) => boolean) | undefined {
  const range = parseRange(value, units)
  return (
    range &&
    ((number) => (range.above ? number > range.from : number >= range.from) && (range.below ? number < range.to : number <= range.to))
  )
}

/** A number with its unit. */
export function readNumber(value: string, units: Units): number | undefined {
  const [, digits, unit] = new RegExp(`^${NUMBER}$`, 'i').exec(value) ?? []
  return digits === undefined ? undefined : inUnit(digits, unit, units)
}

/** `404` or `4xx`, or a range of them. */
export function readStatus(value: string): ((status: number) => boolean) | undefined {
  const family = /^([1-5])xx$/i.exec(value)
  return family ? (status) => Math.floor(status / 100) === Number(family[1]) : readRange(value, {})
}

function parseRange(value: string, units: Units): Range | undefined {
  const both = FROM_TO.exec(value)
  if (both) {
    // `1..2k` is from one to two thousand.
    const from = inUnit(both[1], both[2] || both[4], units)
    const to = inUnit(both[3], both[4], units)
    return from === undefined || to === undefined ? undefined : { from, to, above: false, below: false }
  }
  const [, sign = '', digits, unit] = BOUND.exec(value) ?? []
  const bound = inUnit(digits, unit, units)
  if (bound === undefined) return undefined
  return {
    from: sign.startsWith('<') ? Number.NEGATIVE_INFINITY : bound,
    to: sign.startsWith('>') ? Number.POSITIVE_INFINITY : bound,
    above: sign === '>',
    below: sign === '<',
  }
}

function inUnit(digits: string | undefined, unit: string | undefined, units: Units): number | undefined {
  const one = unit ? (Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined) : 1
  return digits === undefined || one === undefined ? undefined : Number(digits) * one
}
