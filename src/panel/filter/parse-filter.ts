import { FILTER_KEYS, type FilterFault, type TaskTest, textTest } from './filter-terms.ts'

/** A token that means nothing. The rest of the filter goes on working. */
export interface FilterProblem {
  /** Where it stands in what was typed. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly fault: FilterFault
}

export interface Filter {
  /** Whether it lets everything pass. */
  readonly empty: boolean
  readonly problems: readonly FilterProblem[]
  matches: TaskTest
}

/** One piece of the query as typed, its place kept so that it can be pointed at. */
interface Token {
  readonly from: number
  readonly to: number
  /** As typed, sign and all. */
  readonly text: string
  readonly negated: boolean
  /** Without the sign; quotes taken off. */
  readonly word: string
  readonly key?: string
  readonly value: string
}

const PASS: TaskTest = () => true

/**
 * Reads a filter as Chrome's network panel does: words apart by spaces, all of which must hold, `-` turns one round,
 * `key:value` asks for a property, anything else is looked for as text. A quoted value may hold spaces.
 * An unknown key is text, as in Chrome; a known key with a value that it cannot have is told and left out.
 */
export function parseFilter(query: string): Filter {
  const tests: TaskTest[] = []
  const problems: FilterProblem[] = []
  for (const token of tokenize(query)) {
    const test = readToken(token)
    if (typeof test === 'string') problems.push({ from: token.from, to: token.to, text: token.text, fault: test })
    else tests.push(token.negated ? (task) => !test(task) : test)
  }
  const matches = tests.length === 0 ? PASS : (task: Parameters<TaskTest>[0]) => tests.every((test) => test(task))
  return { empty: tests.length === 0, problems, matches }
}

function readToken(token: Token): TaskTest | FilterFault {
  const maker = token.key !== undefined && Object.hasOwn(FILTER_KEYS, token.key) ? FILTER_KEYS[token.key] : undefined
  if (!maker) return textTest(token.word)
  return token.value === '' ? 'empty-value' : maker(token.value)
}

/** A sign, a key, and a value that is quoted or runs up to the next space. */
const TOKEN = /(-?)(?:([a-z][a-z-]*):)?("[^"]*"?|\S*)/gi

function tokenize(query: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of query.matchAll(TOKEN)) {
    const [text, sign = '', key, raw = ''] = match
    if (text === '' || text === '-') continue
    const value = raw.startsWith('"') ? raw.replaceAll('"', '') : raw
    const word = key === undefined ? value : `${key}:${value}`
    if (word === '') continue
    tokens.push({
      from: match.index,
      to: match.index + text.length,
      text,
      negated: sign === '-',
      word,
      value,
      ...(key !== undefined && { key: key.toLowerCase() }),
    })
  }
  return tokens
}
