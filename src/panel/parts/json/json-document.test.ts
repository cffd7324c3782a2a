import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJsonPath } from '../../../contract/json-path.ts'
import { isContainer, isList, type JsonDocument, nodeAt, parentsOf, pathOf, readJson, textOfKey, textOfValue } from './json-document.ts'

const blank = fc.constantFrom('', '', ' ', '\n  ', '\t', '\r\n')
const string = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\\"',
        '\\\\',
        '\\/',
        '\\n',
        '\\u0000',
        '\\u001f',
        '\\ud800',
        '\\uDC00',
        '\\u6c34',
        '水',
        '😀',
        '\u2028',
        '<',
        "'",
        '.',
        '[0]',
      ),
      fc.constantFrom('a', 'b', '1', ' ', '$', '\u007f'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => `"${parts.join('')}"`)
const key = fc.oneof(
  string,
  fc.constantFrom('"__proto__"', '"constructor"', '"10"', '"9"', '"a"', '"\\u0061"', '"toString"', '""', '"length"'),
)
const scalar = fc.oneof(
  string,
  fc.constantFrom('0', '-0', '1.10', '1E5', '1e400', '-1e-400', '9007199254740993', '123456789012345678901234567890', '0.1e+1'),
  fc.constantFrom('true', 'false', 'null', '{}', '[ ]'),
)
const { document } = fc.letrec<{ document: string; inner: string }>((tie) => ({
  inner: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    scalar,
    fc.array(fc.tuple(blank, tie('inner'), blank), { maxLength: 5 }).map((items) => `[${items.map((item) => item.join('')).join(',')}]`),
    fc
      .array(fc.tuple(blank, key, blank, blank, tie('inner'), blank), { maxLength: 5 })
      .map((items) => `{${items.map(([a, name, b, c, value, d]) => `${a}${name}${b}:${c}${value}${d}`).join(',')}}`),
  ),
  document: fc.tuple(blank, tie('inner'), blank).map((parts) => parts.join('')),
}))

/** Keys and scalars as the tree shows them, put together again. */
function reassemble(json: JsonDocument, node = 0): string {
  if (!isContainer(json, node)) return textOfValue(json, node)
  const parts: string[] = []
  for (let child = node + 1; child < (json.nexts[node] as number); child = json.nexts[child] as number) {
    const name = textOfKey(json, child)
    parts.push(`${name === undefined ? '' : `"${name}":`}${reassemble(json, child)}`)
  }
  return isList(json, node) ? `[${parts.join(',')}]` : `{${parts.join(',')}}`
}

/** Without what stands between its tokens. */
function withoutBlanks(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|[ \t\r\n]+/g, (part) => (part.startsWith('"') ? part : ''))
}

function read(text: string): JsonDocument {
  const json = readJson(text)
  if (!json) throw new Error(`not read: ${text}`)
  return json
}

describe('a JSON document', () => {
  it('shows the text that came, and leads to each value by a path that finds it and no other', () => {
    fc.assert(
      fc.property(document, (text) => {
        const json = read(text)
        expect(reassemble(json)).toBe(withoutBlanks(text))
        const value: unknown = JSON.parse(text)
        const paths = json.starts.map((_, node) => pathOf(json, node))
        const found = paths.filter((path) => path !== undefined)
        expect(new Set(found).size).toBe(found.length)
        for (const [node, path] of paths.entries()) {
          if (path === undefined) continue
          let here = value
          for (const step of readJsonPath(path) ?? ['no path']) {
            expect(Object.hasOwn(here as object, step)).toBe(true)
            here = (here as Record<string, unknown>)[step]
          }
          expect(here).toEqual(JSON.parse(textOfValue(json, node)))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('has a path for the last of repeated keys only', () => {
    const json = read('{"a":1,"\\u0061":{"b":2},"c":[{"a":3}]}')
    expect(json.starts.map((_, node) => pathOf(json, node))).toEqual(['$', undefined, '$.a', '$.a.b', '$.c', '$.c[0]', '$.c[0].a'])
    const shadowed = read('{"a":{"b":1},"a":2}')
    expect(pathOf(shadowed, 2)).toBeUndefined()
  })

  it('is what JSON.parse reads, and nothing else', () => {
    const noise = fc.tuple(document, fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', '0', '-', '\\', ' ', '\u0001', '\u00a0', 'x'))
    fc.assert(
      fc.property(noise, ([text, place, put]) => {
        const at = place % (text.length + 1)
        const changed = text.slice(0, at) + put + text.slice(at + 1)
        let parses = true
        try {
          JSON.parse(changed)
        } catch {
          parses = false
        }
        expect([changed, readJson(changed) !== undefined]).toEqual([changed, parses])
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    '',
    ' ',
    '01',
    '+1',
    '.5',
    '1.',
    "'a'",
    '{a:1}',
    '[1,]',
    '{"a":1,}',
    '"\\x"',
    '"\\u00g0"',
    '"\n"',
    'nul',
    'NaN',
    '[1]]',
    '{]',
    '[}',
  ])('%j is none', (text) => {
    expect(readJson(text)).toBeUndefined()
  })

  it('takes a byte order mark, any depth and a line of a megabyte', () => {
    expect(reassemble(read('\ufeff[1]'))).toBe('[1]')
    const deep = read(`${'{"a":['.repeat(50_000)}1${']}'.repeat(50_000)}`)
    expect(deep.starts).toHaveLength(100_001)
    expect(pathOf(deep, 100_000)).toBe(`$${'.a[0]'.repeat(50_000)}`)
    const long = `"${'水\\"'.repeat(2 ** 18)}"`
    expect(textOfValue(read(`[${long}]`), 1)).toBe(long)
  })
})

it('knows to which value a character belongs, and what that value is in', () => {
  const text = '{"a": {"key": [1, "needle"]}, "b": 2}'
  const json = readJson(text) as JsonDocument
  const valueAt = (part: string) => textOfValue(json, nodeAt(json, text.indexOf(part)))
  expect(['needle', '1,', 'key', '"b"', '2}', '{"a'].map(valueAt)).toEqual(['"needle"', '1', '[1, "needle"]', '2', '2', text])
  expect(parentsOf(json, nodeAt(json, text.indexOf('needle'))).map((node) => json.depths[node])).toEqual([2, 1, 0])
})
