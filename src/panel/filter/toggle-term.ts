import { tokenizeFilter } from './tokenize-filter.ts'

/** Whether a term is one of those that must all hold. */
export function hasTerm(query: string, term: string): boolean {
  return placeOf(query, term) !== undefined
}

/** Adds a term to what must hold already, or takes it away again. */
export function toggleTerm(query: string, term: string): string {
  const place = placeOf(query, term)
  if (place) return `${query.slice(0, place.from).trimEnd()} ${query.slice(place.to).trimStart()}`.trim()
  const before = query.trim()
  if (before === '') return term
  return tokenizeFilter(before).some(({ kind }) => kind === 'or') ? `(${before}) ${term}` : `${before} ${term}`
}

/** Where a term stands, unless it is part of a choice or of a group. */
function placeOf(query: string, term: string): { readonly from: number; readonly to: number } | undefined {
  let depth = 0
  let found: { readonly from: number; readonly to: number } | undefined
  let before: string | undefined
  for (const token of tokenizeFilter(query)) {
    if (token.kind === 'open') depth += 1
    else if (token.kind === 'close') depth -= 1
    else if (depth === 0 && token.kind === 'or') return undefined
    else if (depth === 0 && before !== 'not' && query.slice(token.from, token.to) === term) found = token
    before = token.kind
  }
  return found
}
