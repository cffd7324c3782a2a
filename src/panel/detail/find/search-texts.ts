import type { Found } from '../../parts/found/found-context.tsx'
import { patternOf } from '../../parts/found/match-text.ts'
import type { TabId } from '../../words/tab-words.ts'

/** A text of the details that can be searched. */
export interface SearchText extends Pick<Found, 'scope' | 'item'> {
  /** The tab that shows it; undefined for what is in sight whatever tab is open. */
  readonly tab: TabId | undefined
  /** Made when it is first asked for. */
  readonly text: () => string
}

/** A place where what was looked for stands. */
export interface SearchHit extends Found {
  readonly tab: TabId | undefined
}

export interface SearchResult {
  readonly query: string
  readonly hits: readonly SearchHit[]
  /** There are more than were kept. */
  readonly more: boolean
}

/** Characters that are looked through before the page may draw. */
const SLICE = 400_000
/** What it costs to come to a text at all, in characters. */
const TEXT_COST = 100
/** Places that are kept; nobody steps through more. */
export const MOST_HITS = 10_000

/** Looks through texts, and pauses by a `yield` after every slice. `query` is not empty. */
export function* searchTexts(texts: Iterable<SearchText>, query: string): Generator<undefined, SearchResult> {
  const pattern = patternOf(query)
  const hits: SearchHit[] = []
  let looked = 0
  for (const { tab, scope, item, text: read } of texts) {
    const text = read()
    looked += TEXT_COST
    for (let at = 0; at < text.length; ) {
      const end = at + SLICE
      let next = end
      // As much more as a match needs that begins in this slice.
      for (const { index } of text.slice(at, end + query.length - 1).matchAll(pattern)) {
        if (hits.length === MOST_HITS) return { query, hits, more: true }
        hits.push({ tab, scope, item, start: at + index, length: query.length })
        next = Math.max(end, at + index + query.length)
      }
      looked += Math.min(SLICE, text.length - at)
      at = next
      if (looked >= SLICE) {
        looked = 0
        yield
      }
    }
  }
  return { query, hits, more: false }
}

/** Searches with pauses in which the page can draw. Returns how to stop. */
export function searchInSlices(texts: Iterable<SearchText>, query: string, onDone: (result: SearchResult) => void): () => void {
  const search = searchTexts(texts, query)
  let timer: ReturnType<typeof setTimeout>
  const step = () => {
    const { done, value } = search.next()
    if (done) onDone(value)
    else timer = setTimeout(step)
  }
  timer = setTimeout(step)
  return () => clearTimeout(timer)
}
