import { mainKey } from '../filter-keys.ts'
import { type FilterTerm, type FilterToken, tokenizeFilter } from '../tokenize-filter.ts'
import type { TermValue, TermValues } from './term-values.ts'

/** The keys that are suggested, those that are asked for most often first. */
export const SUGGESTED_KEYS = [
  'status',
  'method',
  'domain',
  'is',
  'url',
  'api',
  'rule',
  'page',
  'errno',
  'duration',
  'size',
  'header',
  'body',
  'req-body',
  'resp-body',
  'mime-type',
  'phase',
  'chunks',
  'data-type',
  'scheme',
  'larger-than',
  'has-request-header',
  'has-response-header',
  'cookie-name',
  'cookie-value',
  'cookie-domain',
  'cookie-path',
  'set-cookie-name',
  'set-cookie-value',
  'set-cookie-domain',
  'response-header-set-cookie',
  'mocked',
  'aborted',
  'status-code',
  'note',
  'color',
  'mixed-content',
] as const

export type SuggestedKey = (typeof SUGGESTED_KEYS)[number]

/** What can stand in the place of the term that is being typed. */
export interface Suggestion {
  /** With its sign, and with quotes where its value needs them. */
  readonly text: string
  /** Absent for a saved filter. */
  readonly key?: SuggestedKey
  /** The name of a saved filter. */
  readonly savedAs?: string
  /** Absent when the value is still to be typed. */
  readonly value?: string
  /** How many rows it finds, where that is known. */
  readonly count?: number
}

export interface Suggestions {
  /** What they take the place of. */
  readonly from: number
  readonly to: number
  readonly items: readonly Suggestion[]
  /** Whether the first is meant unless another is chosen: what was typed can only be a term of this grammar, and is not whole yet. */
  readonly preselected: boolean
}

/** Keys whose values are found by a plain word, too. */
const FOUND_BY_WORD: readonly SuggestedKey[] = ['is', 'method', 'status', 'domain', 'rule', 'mime-type']
/** A letter alone is the beginning of too much. */
const SHORTEST_WORD = 2
/** Of each kind for a plain word, which most often is meant as one. */
const MOST_FOR_WORD = 5
const MOST_VALUES = 50
const LONGEST_VALUE = 200

/**
 * What the term at the caret could become: keys, then values of the rows, by how often they occur. `undefined` where there is nothing to
 * suggest. `asked` tells that all keys are wanted where a term can begin.
 */
export function suggestTerms(
  query: string,
  caret: number,
  values: Pick<TermValues, 'of' | 'mayHave'>,
  asked: boolean,
): Suggestions | undefined {
  const before = query.slice(0, caret)
  const term = tokenizeFilter(before).findLast((token): token is FilterToken & FilterTerm => token.kind === 'term' && token.to === caret)
  const from = term?.from ?? caret
  const to = term ? endOf(query, term, caret) : caret
  const sign = term?.negated ? '-' : ''
  if (!term) {
    // In the middle of a blank, or behind what is no term.
    if (!asked || !/(?:^|[\s(])$/.test(before)) return undefined
    return { from, to, items: SUGGESTED_KEYS.map((key) => keySuggestion(sign, key, key)), preselected: false }
  }
  if (term.key !== undefined) {
    const key = SUGGESTED_KEYS.find((each) => each === mainKey(term.key as string))
    if (!key) return undefined
    const found = startingWith(values.of(key), term.value).slice(0, MOST_VALUES)
    const whole = found.some(({ value }) => isSame(value, term.value))
    const items = found.map((each) => valueSuggestion(sign, term.key as string, key, each))
    return whole && items.length === 1 ? undefined : listed({ from, to, items, preselected: !whole })
  }
  if (term.quoted) return undefined
  const word = term.value.toLowerCase()
  const keys = [
    ...SUGGESTED_KEYS.filter((key) => key.startsWith(word)).map((key) => keySuggestion(sign, key, key)),
    ...(['kind', 'resource-type'] as const).filter((name) => name.startsWith(word)).map((name) => keySuggestion(sign, name, 'api')),
    ...SUGGESTED_KEYS.filter((key) => !key.startsWith(word) && word.length >= SHORTEST_WORD && key.includes(`-${word}`)).map((key) =>
      keySuggestion(sign, key, key),
    ),
  ]
  const valued =
    word.length < SHORTEST_WORD
      ? []
      : FOUND_BY_WORD.filter((key) => values.mayHave(key, word))
          .flatMap((key) => startingWith(values.of(key), word).map((each) => valueSuggestion(sign, key, key, each)))
          .filter(({ count }) => count !== undefined)
          .sort((a, b) => (b.count ?? 0) - (a.count ?? 0))
  return listed({ from, to, items: [...keys.slice(0, MOST_FOR_WORD), ...valued.slice(0, MOST_FOR_WORD)], preselected: false })
}

function listed(suggestions: Suggestions): Suggestions | undefined {
  return suggestions.items.length > 0 ? suggestions : undefined
}

/** Where the term ends of which the part before the caret was read. */
function endOf(query: string, term: FilterToken, caret: number): number {
  return Math.max(caret, tokenizeFilter(query).find(({ from }) => from === term.from)?.to ?? caret)
}

function keySuggestion(sign: string, name: string, key: SuggestedKey): Suggestion {
  return { text: `${sign}${name}:`, key }
}

function valueSuggestion(sign: string, name: string, key: SuggestedKey, { value, count }: TermValue): Suggestion {
  const written = /[\s()]/.test(value) ? `"${value}"` : value
  return { text: `${sign}${name}:${written}`, key, value, ...(count !== undefined && { count }) }
}

/** Those that begin so, then those with a word that does. */
function startingWith(values: readonly TermValue[], typed: string): readonly TermValue[] {
  const wanted = typed.toLowerCase()
  // One with quotes cannot be written.
  const usable = values.filter(({ value }) => value.length <= LONGEST_VALUE && !value.includes('"'))
  const begins = usable.filter(({ value }) => value.toLowerCase().startsWith(wanted))
  const within = usable.filter(({ value }) => !begins.some((each) => each.value === value) && hasWord(value.toLowerCase(), wanted))
  return [...begins, ...within]
}

function hasWord(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted, 1); at > 0; at = text.indexOf(wanted, at + 1)) {
    if (/[^\p{L}\p{N}]/u.test(text[at - 1] as string)) return true
  }
  return false
}

function isSame(value: string, typed: string): boolean {
  return value.toLowerCase() === typed.toLowerCase()
}
