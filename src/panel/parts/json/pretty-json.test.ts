import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readJson } from './json-document.ts'
import { faultOfJson, prettyJson } from './pretty-json.ts'

it('gives each value a line as JSON.stringify does, and keeps what that would lose', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      expect(prettyJson(readJson(text)!)).toBe(JSON.stringify(value, undefined, 2))
    }),
  )
  expect(prettyJson(readJson('{"a":1.50,"a":12345678901234567890}')!)).toBe('{\n  "a": 1.50,\n  "a": 12345678901234567890\n}')
})

it('tells where a text stops being JSON', () => {
  expect(faultOfJson('{"a": 1}')).toBeUndefined()
  expect(faultOfJson('{\n  "a": 1,\n}')).toMatchObject({ line: 3, column: 1 })
  expect(faultOfJson('[1')).toMatchObject({ line: 1, column: 3 })
})
