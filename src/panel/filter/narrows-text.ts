import { tokenizeFilter } from './tokenize-filter.ts'

/** Whether only rows that one query finds can be found by the other: a word was typed further, or one was added to words. */
export function narrowsText(before: string, after: string): boolean {
  const [words, longer] = [wordsOf(before), wordsOf(after)]
  return words !== undefined && longer !== undefined && words.every((word, place) => longer[place]?.startsWith(word))
}

/** The words of a query that has nothing else in it; what a pattern finds may be lost when it goes on. */
function wordsOf(query: string): readonly string[] | undefined {
  const words: string[] = []
  for (const token of tokenizeFilter(query)) {
    if (token.kind !== 'term' || token.key !== undefined || token.negated || token.quoted || token.value.startsWith('/')) return undefined
    words.push(token.value)
  }
  return words
}
