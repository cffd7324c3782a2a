import type { Redacted } from '../../exchange/redact/redactor.ts'
import { formatCount } from '../parts/format.ts'
import type { exchangeWords } from '../words/exchange-words.ts'

/** Names that are told one by one. */
const MOST_NAMES = 6

/** How many secrets were replaced, and under which names they stood. */
export function replacedText(replaced: readonly Redacted[], words: (typeof exchangeWords)['zh']): string {
  const names = [...new Set(replaced.map(({ name, place }) => (name === '' || place === 'message' ? words.place[place] : name)))]
  const rest = names.length - MOST_NAMES
  const told = names.slice(0, MOST_NAMES).join(words.comma) + (rest > 0 ? words.more(formatCount(rest)) : '')
  return words.replaced(formatCount(new Set(replaced.map(({ mark }) => mark)).size), told)
}
