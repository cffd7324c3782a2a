import { expect, it } from 'vitest'
import { MOST_HITS, type SearchResult, type SearchText, searchTexts } from './search-texts.ts'

const textOf = (text: string): SearchText => ({ tab: 'response', scope: 'response', item: 0, text: () => text })

function search(text: string, query: string): { readonly result: SearchResult; readonly pauses: number } {
  const run = searchTexts([textOf(text)], query)
  for (let pauses = 0; ; pauses += 1) {
    const { done, value } = run.next()
    if (done) return { result: value, pauses }
  }
}

const starts = (text: string, query: string) => search(text, query).result.hits.map(({ start }) => start)

it('finds capitals and small letters alike, and takes every sign for itself', () => {
  expect(starts('Tea tea TEA t.a', 'tea')).toEqual([0, 4, 8])
  expect(starts('a.b a+b a(b [x] \\n', '.b')).toEqual([1])
  expect(starts('a.b [x] \\n', '\\n')).toEqual([8])
  expect(starts('茶 茶', '茶')).toEqual([0, 2])
})

it('pauses after every slice of a long text, and misses nothing where slices meet', () => {
  const { result, pauses } = search(`${'x'.repeat(399_998)}needle${'y'.repeat(800_000)}needle`, 'needle')
  expect(result.hits.map(({ start }) => start)).toEqual([399_998, 1_200_004])
  expect(pauses).toBeGreaterThanOrEqual(2)
})

it('finds what follows itself as often as it stands there, across slices too', () => {
  expect(search('aa'.repeat(300_000), 'aa').result.hits.slice(-1)[0]?.start).toBe(2 * (MOST_HITS - 1))
  expect(starts(`${'x'.repeat(399_999)}aaaa`, 'aa')).toEqual([399_999, 400_001])
})

it('keeps ten thousand places and says that there are more', () => {
  const { result } = search('a'.repeat(20_000), 'a')
  expect([result.hits.length, result.more]).toEqual([MOST_HITS, true])
  expect(search('a'.repeat(MOST_HITS), 'a').result.more).toBe(false)
})

it('tells in which text each place is', () => {
  const texts: SearchText[] = [
    { tab: undefined, scope: 'url', item: 0, text: () => 'https://x/tea' },
    { tab: 'events', scope: 'events', item: 7, text: () => 'tea' },
  ]
  const { value } = searchTexts(texts, 'tea').next()
  expect(value?.hits).toEqual([
    { tab: undefined, scope: 'url', item: 0, start: 10, length: 3 },
    { tab: 'events', scope: 'events', item: 7, start: 0, length: 3 },
  ])
})
