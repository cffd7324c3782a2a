import { expect, it } from 'vitest'
import { markRows } from './mark-rows.ts'

it('gives the marks of each name a line, in the order in which they came', () => {
  const call = (name: 'onChunkReceived' | 'success' | 'complete', at: number) => ({ name, at, took: 1 })
  const rows = markRows({
    headersReceived: 20,
    chunks: [30, 50],
    callbacks: [call('onChunkReceived', 31), call('onChunkReceived', 51), call('success', 60), call('complete', 62)],
    redirects: [10],
    end: { at: 60, how: 'succeeded' },
  })
  expect(rows.map(({ kind, name, moments }) => [name ?? kind, moments.map(({ at }) => at)])).toEqual([
    ['redirect', [10]],
    ['headers', [20]],
    ['chunk', [30, 50]],
    ['onChunkReceived', [31, 51]],
    ['end', [60]],
    ['success', [60]],
    ['complete', [62]],
  ])
})

it('has none for a call that has just begun', () => {
  expect(markRows({ chunks: [], callbacks: [], redirects: [] })).toEqual([])
})
