/** A key of a template: the name in what is made, and the rule behind its last `|`. */
export interface Key {
  readonly name: string
  /** Whether there is a `|` at all. */
  readonly ruled: boolean
  readonly step?: number
  readonly min?: number
  readonly max?: number
  readonly decimals?: { readonly min: number; readonly max: number | undefined }
}

const KEY = /(.+)\|(?:\+(\d+)|([+-]?\d+-?[+-]?\d*)?(?:\.(\d+-?\d*))?)/
const RANGE = /([+-]?\d+)-?([+-]?\d+)?/

/** Reads `name|min-max`, `name|count`, `name|min-max.dmin-dmax` and `name|+step`, as Mock.js does. */
export function parseKey(key: string): Key {
  const parts = KEY.exec(key)
  if (!parts) return { name: key, ruled: false }
  const name = key.replace(KEY, '$1')
  if (parts[2] !== undefined) return { name, ruled: true, step: Number(parts[2]) }
  const range = RANGE.exec(parts[3] ?? '')
  const decimals = RANGE.exec(parts[4] ?? '')
  return {
    name,
    ruled: true,
    ...(range && { min: Number(range[1]), ...(range[2] !== undefined && { max: Number(range[2]) }) }),
    ...(decimals && { decimals: { min: Number(decimals[1]), max: decimals[2] === undefined ? undefined : Number(decimals[2]) } }),
  }
}
