/** A piece of the query, and where it stands in what was typed. */
export type FilterToken = {
  readonly from: number
  readonly to: number
} & (
  | { readonly kind: 'open'; readonly negated: boolean }
  /** `deep` is an opening one below the most that can be nested. */
  | { readonly kind: 'close' | 'deep' | 'or' | 'and' | 'not' }
  | FilterTerm
)

/** One condition. */
export interface FilterTerm {
  readonly kind: 'term'
  readonly negated: boolean
  /** In small letters; absent for a plain text. */
  readonly key?: string
  /** What follows the key, or the whole; quotes taken off. */
  readonly value: string
  readonly quoted: boolean
}

const OPERATORS: Readonly<Record<string, 'or' | 'and' | 'not'>> = { OR: 'or', AND: 'and', NOT: 'not' }
/** More than anyone writes, and far less than the stack holds. */
const DEEPEST = 50
/** A sign and a key. */
const HEAD = /(-?)(?:([a-z][a-z-]*):)?/iy

/** Cuts a query at blanks, as Chrome does, and at parentheses; a quoted value may hold both. */
export function tokenizeFilter(query: string): readonly FilterToken[] {
  const tokens: FilterToken[] = []
  let depth = 0
  let at = 0
  while (at < query.length) {
    const from = at
    const negated = query[at] === '-'
    const start = negated ? at + 1 : at
    if (/\s/.test(query[at] as string)) at += 1
    else if (query[start] === '(') {
      at = start + 1
      tokens.push(depth < DEEPEST ? { kind: 'open', negated, from, to: at } : { kind: 'deep', from, to: at })
      if (depth < DEEPEST) depth += 1
    } else if (query[at] === ')') {
      at += 1
      tokens.push({ kind: 'close', from, to: at })
      if (depth > 0) depth -= 1
    } else {
      const token = readTerm(query, from, depth > 0)
      at = token.to
      const operator = OPERATORS[query.slice(from, at)]
      if (operator) tokens.push({ kind: operator, from, to: at })
      else if (token.kind === 'term' && (token.value !== '' || token.key !== undefined)) tokens.push(token)
    }
  }
  return tokens
}

function readTerm(query: string, from: number, inGroup: boolean): FilterToken {
  HEAD.lastIndex = from
  const [head = '', sign, key] = HEAD.exec(query) ?? []
  const start = from + head.length
  const common = { kind: 'term', from, negated: sign === '-', ...(key !== undefined && { key: key.toLowerCase() }) } as const
  if (query[start] === '"') {
    const found = query.indexOf('"', start + 1)
    // One that is not closed yet ends with what was typed.
    const end = found < 0 ? query.trimEnd().length : found
    return { ...common, quoted: true, value: query.slice(start + 1, end), to: found < 0 ? end : end + 1 }
  }
  let value = /^\S*/.exec(query.slice(start))?.[0] ?? ''
  // `(status:404)` closes its group, `(a(b)` does not.
  const closing = /\)*$/.exec(value)?.[0].length ?? 0
  if (inGroup) value = value.slice(0, value.length - Math.min(closing, Math.max(0, count(value, ')') - count(value, '('))))
  return { ...common, quoted: false, value, to: start + value.length }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
