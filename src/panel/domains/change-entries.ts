import type { DomainEntry, DomainList } from '../../contract/event/domain-check.ts'
import { type DomainEntryFault, MAX_DOMAIN_ENTRIES, readDomainEntry } from '../../wechat/settings/domain-entry.ts'

/** What came of one line that someone typed or pasted. */
export type LineOutcome =
  | { readonly line: number; readonly text: string; readonly result: 'added' | 'already' | 'full' }
  | { readonly line: number; readonly text: string; readonly result: 'refused'; readonly why: DomainEntryFault }

export interface Addition {
  readonly entries: readonly DomainEntry[]
  /** One for each line that is not blank. */
  readonly outcomes: readonly LineOutcome[]
}

/** A list with the lines of a text added, switched on, as far as the admin page would take them. */
export function addLines(list: DomainList, entries: readonly DomainEntry[], text: string): Addition {
  const grown = [...entries]
  const outcomes: LineOutcome[] = []
  text.split(/\r\n|\n|\r/).forEach((whole, index) => {
    const line = index + 1
    const written = whole.trim()
    if (written === '') return
    const reading = readDomainEntry(list, written)
    if (!reading.ok) {
      outcomes.push({ line, text: written, result: 'refused', why: reading.why })
      return
    }
    const known = grown.some((entry) => entry.origin === reading.origin)
    const result = known ? 'already' : grown.length >= MAX_DOMAIN_ENTRIES ? 'full' : 'added'
    if (result === 'added') grown.push({ origin: reading.origin, enabled: true })
    outcomes.push({ line, text: written, result })
  })
  return { entries: grown, outcomes }
}

/** A list with one entry put back where it was, unless it is there again. */
export function putBack(entries: readonly DomainEntry[], entry: DomainEntry, place: number): readonly DomainEntry[] {
  return entries.some(({ origin }) => origin === entry.origin) ? entries : entries.toSpliced(place, 0, entry)
}
