import { MARK_COLORS } from '../../../contract/event/task-mark.ts'
import { API_NAMES } from '../../rows/api-names.ts'
import type { RowIndex } from '../../rows/row-index.ts'
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

/** What of a row tells its values of a key: rows of which that is the same are counted together, and it is read once. */
interface Occurring<Part> {
  readonly part: (row: HeldRow) => Part
  /** Default: the part itself. */
  readonly values?: (part: Part) => readonly (string | undefined)[]
}

const occurring = <Part>(part: Occurring<Part>['part'], values?: Occurring<Part>['values']) => ({ part, values }) as Occurring<unknown>

const OCCURRING: Readonly<Record<string, Occurring<unknown>>> = {
  status: occurring(
    ({ statusCode }) => statusCode,
    (status) => (status === undefined ? [] : [String(status), `${Math.floor(status / 100)}xx`]),
  ),
  'status-code': occurring(({ statusCode }) => statusCode),
  method: occurring(({ method }) => method),
  domain: occurring(({ url }) => hostOf(url)),
  is: occurring(
    (row) =>
      STATE_TESTS.filter(([, test]) => test(row))
        .map(([state]) => state)
        .join(' '),
    (states) => states.split(' '),
  ),
  api: occurring(({ api }) => API_NAMES[api]),
  rule: occurring(({ ruleName }) => ruleName),
  page: occurring(({ page }) => page),
  errno: occurring(({ error }) => error?.errno),
  color: occurring(({ mark }) => mark?.color),
  'mime-type': occurring(
    ({ header }) => header,
    (header) => [mediaTypeIn(header)],
  ),
  scheme: occurring(({ url }) => /^[a-z][a-z\d+.-]*(?=:)/i.exec(url)?.[0].toLowerCase()),
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

/** The values that each key has in some rows, counted when somebody asks for those of a key. No row is kept. */
export class TermValues {
  readonly #rows: Pick<RowIndex, 'all' | 'size'>
  readonly #counted = new Map<string, readonly TermValue[]>()

  /** Of more rows than can be counted the last are read, and no numbers told. */
  constructor(rows: Pick<RowIndex, 'all' | 'size'>) {
    this.#rows = rows
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
    const found = Object.hasOwn(OCCURRING, key) ? OCCURRING[key] : undefined
    if (found) {
      const { part: partOf, values = (part) => [part === undefined ? undefined : String(part)] } = found
      const parts = new Map<unknown, { rows: number }>()
      let [before, counted]: [unknown, { rows: number } | undefined] = [undefined, undefined]
      let passedOver = this.#rows.size - MOST_ROWS
      for (const row of this.#rows.all()) {
        if (passedOver-- > 0) continue
        const part = partOf(row)
        // Calls are most often like the one before.
        if (!counted || part !== before) {
          counted = parts.get(part) ?? { rows: 0 }
          parts.set(part, counted)
          before = part
        }
        counted.rows += 1
      }
      for (const [part, { rows }] of parts) {
        for (const value of values(part)) if (value) counts.set(value, (counts.get(value) ?? 0) + rows)
      }
    }
    const all = this.#rows.size <= MOST_ROWS
    const fixed = (Object.hasOwn(FIXED, key) ? FIXED[key] : undefined) ?? []
    return [
      ...[...counts].sort(([, a], [, b]) => b - a).map(([value, count]) => ({ value, ...(all && { count }) })),
      ...fixed.filter((value) => !counts.has(value)).map((value) => ({ value })),
    ]
  }
}
