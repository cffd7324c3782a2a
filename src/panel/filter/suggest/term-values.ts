import { MARK_COLORS } from '../../../contract/event/task-mark.ts'
import { API_NAMES } from '../../rows/api-names.ts'
import type { HeldRow } from '../../rows/task-row.ts'
import { mediaTypeIn } from '../../rows/task-row.ts'
import { hostOf } from '../../rows/url-parts.ts'
import { PHASES, STATES } from '../filter-keys.ts'

/** A value of a key. */
export interface TermValue {
  readonly value: string
  /** How many rows have it; absent where that is not counted. */
  readonly count?: number
}

const STATE_TESTS = Object.entries(STATES)

/** What of each row is a value of a key. */
const OCCURRING: Readonly<Record<string, (row: HeldRow) => readonly (string | number | undefined)[]>> = {
  status: ({ statusCode }) => [statusCode, statusCode === undefined ? undefined : `${Math.floor(statusCode / 100)}xx`],
  'status-code': ({ statusCode }) => [statusCode],
  method: ({ method }) => [method],
  domain: ({ url }) => [hostOf(url)],
  is: (row) => STATE_TESTS.flatMap(([state, test]) => (test(row) ? state : [])),
  api: ({ api }) => [API_NAMES[api]],
  rule: ({ ruleName }) => [ruleName],
  page: ({ page }) => [page],
  errno: ({ error }) => [error?.errno],
  color: ({ mark }) => [mark?.color],
  'mime-type': ({ header }) => [mediaTypeIn(header)],
  scheme: ({ url }) => [/^[a-z][a-z\d+.-]*(?=:)/i.exec(url)?.[0].toLowerCase()],
}

/** Values that make sense whether they occur or not. */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  is: Object.keys(STATES),
  api: Object.values(API_NAMES),
  phase: PHASES,
  color: MARK_COLORS,
  'data-type': ['json', 'text'],
  size: ['>10k', '>1m', '1k..20k'],
  'larger-than': ['10k', '1m'],
  duration: ['>500ms', '>1s', '1s..3s'],
  chunks: ['>1'],
  'mixed-content': ['displayed'],
  mocked: ['yes', 'no'],
  aborted: ['yes', 'no'],
}

/** To count them takes some ms; a longer record is not worth a frame that comes late. */
const MOST_ROWS = 20_000

/** The values that each key has in some rows, counted when somebody asks for those of a key. */
export class TermValues {
  readonly #rows: readonly HeldRow[]
  readonly #counted = new Map<string, readonly TermValue[]>()

  /** Of more rows than can be counted the last are read, and no numbers told. */
  constructor(rows: Iterable<HeldRow>) {
    this.#rows = [...rows]
  }

  /** Whether a value of the key may begin so, or have a word that does: what is known without counting. */
  mayHave(key: string, typed: string): boolean {
    return key !== 'is' || STATE_TESTS.some(([state]) => state.includes(typed))
  }

  /** Most frequent first, then those that do not occur. */
  of(key: string): readonly TermValue[] {
    const before = this.#counted.get(key)
    if (before) return before
    const values = this.#count(key)
    this.#counted.set(key, values)
    return values
  }

  #count(key: string): readonly TermValue[] {
    const counts = new Map<string, number>()
    const valuesOf = Object.hasOwn(OCCURRING, key) ? OCCURRING[key] : undefined
    if (valuesOf) {
      for (const row of this.#rows.slice(-MOST_ROWS)) {
        for (const value of valuesOf(row)) {
          if (value === undefined || value === '') continue
          const text = String(value)
          counts.set(text, (counts.get(text) ?? 0) + 1)
        }
      }
    }
    const all = this.#rows.length <= MOST_ROWS
    const fixed = (Object.hasOwn(FIXED, key) ? FIXED[key] : undefined) ?? []
    return [
      ...[...counts].sort(([, a], [, b]) => b - a).map(([value, count]) => ({ value, ...(all && { count }) })),
      ...fixed.filter((value) => !counts.has(value)).map((value) => ({ value })),
    ]
  }
}
