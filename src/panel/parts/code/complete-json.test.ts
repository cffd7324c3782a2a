import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { json } from '@codemirror/lang-json'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { completeJson } from './complete-json.ts'

const SAMPLES = [
  { page: 1, items: [{ id: 7, name: 'Longjing', price: 168, tags: ['green', 'new'], vendor: { city: 'Hangzhou' } }] },
  { page: 2, total: 40, items: [{ id: 8, name: 'Dahongpao', sold: true }] },
]

/** Completes where `|` stands, as when it was asked for; gives the labels and the text after taking the first. */
function complete(marked: string, explicit = true): { labels: string[]; taken: string } {
  const pos = marked.indexOf('|')
  const text = marked.replace('|', '')
  const state = EditorState.create({ doc: text, extensions: [json()] })
  const found = completeJson(() => SAMPLES)(new CompletionContext(state, pos, explicit)) as CompletionResult | null
  const first = found?.options[0]
  const apply = typeof first?.apply === 'string' ? first.apply : (first?.label ?? '')
  return {
    labels: (found?.options ?? []).map(({ label }) => label),
    taken: found ? text.slice(0, found.from) + apply + text.slice(found.to ?? pos) : text,
  }
}

describe('completeJson', () => {
  it('offers the keys that the answers have there, without those that are there already', () => {
    expect(complete('{|}').labels).toEqual(['"page"', '"items"', '"total"'])
    expect(complete('{"page": 3, |}').labels).toEqual(['"items"', '"total"'])
    expect(complete('{"items": [{"id": 1, |}]}').labels).toEqual(['"name"', '"price"', '"tags"', '"vendor"', '"sold"'])
    expect(complete('{"items": [{"vendor": {|}}]}').labels).toEqual(['"city"'])
  })

  it('writes a key with its colon, and no second one', () => {
    expect(complete('{"|"}').taken).toBe('{"page": }')
    expect(complete('{"|": 5}').taken).toBe('{"page": 5}')
    expect(complete('{p|}').taken).toBe('{"page": }')
  })

  it('offers the values that a key had', () => {
    expect(complete('{"items": [{"name": |}]}').labels).toEqual(['"Longjing"', '"Dahongpao"'])
    expect(complete('{"items": [{"tags": ["|"]}]}').labels).toEqual(['"green"', '"new"'])
    expect(complete('{"items": [{"sold": t|}]}').taken).toBe('{"items": [{"sold": true}]}')
    expect(complete('{"page": |}').labels).toEqual(['1', '2'])
    expect(complete('{"items": |}').labels).toEqual(['[]'])
  })

  it('offers nothing where nothing is known, and waits to be asked where nothing was typed', () => {
    expect(complete('{"other": {|}}').labels).toEqual([])
    expect(complete('[|]').labels).toEqual([])
    expect(complete('{|}', false).labels).toEqual([])
    expect(complete('{"|"}', false).labels).toEqual(['"page"', '"items"', '"total"'])
  })
})
