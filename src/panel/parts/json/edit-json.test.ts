import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appendValue,
  applySplice,
  childrenOf,
  followValue,
  moveValue,
  removeValue,
  renameKey,
  repeatValue,
  replaceValue,
  type Splice,
  spliceBetween,
  twinOf,
} from './edit-json.ts'
import { isContainer, type JsonDocument, readJson } from './json-document.ts'

function read(text: string): JsonDocument {
  const json = readJson(text)
  if (!json) throw new Error(`not read: ${text}`)
  return json
}

const edited = (text: string, edit: (json: JsonDocument) => Splice | undefined) => {
  const splice = edit(read(text))
  return splice && applySplice(text, splice)
}

describe('an edit of a JSON text', () => {
  it('changes the value it is about and no other digit, blank or key', () => {
    const text = '{ "id": 12345678901234567890,\n  "price": 1.50, "price": 2e400 }'
    expect(edited(text, (json) => replaceValue(json, 2, '9900'))).toBe('{ "id": 12345678901234567890,\n  "price": 9900, "price": 2e400 }')
  })

  it('takes a value out with its comma, wherever it stands', () => {
    const text = '{"a": 1, "b": [2], "c": 3}'
    expect(edited(text, (json) => removeValue(json, 1))).toBe('{"b": [2], "c": 3}')
    expect(edited(text, (json) => removeValue(json, 2))).toBe('{"a": 1, "c": 3}')
    expect(edited(text, (json) => removeValue(json, 4))).toBe('{"a": 1, "b": [2]}')
    expect(edited(text, (json) => removeValue(json, 3))).toBe('{"a": 1, "b": [], "c": 3}')
  })

  it('adds in the manner of what is there', () => {
    expect(edited('{}', (json) => appendValue(json, 0, '1', 'a"b'))).toBe('{"a\\"b":1}')
    expect(edited('{\n  "a": 1\n}', (json) => appendValue(json, 0, 'null', 'b'))).toBe('{\n  "a": 1,\n  "b": null\n}')
    expect(edited('[1, 2]', (json) => appendValue(json, 0, '3'))).toBe('[1, 2, 3]')
    expect(edited('[ ]', (json) => appendValue(json, 0, '3'))).toBe('[3]')
  })

  it('renames, repeats and moves', () => {
    expect(edited('{"a\\"" : "x:\\"y"}', (json) => renameKey(json, 1, 'b'))).toBe('{"b" : "x:\\"y"}')
    expect(edited('[{"a":1},2]', (json) => repeatValue(json, 1, 2))).toBe('[{"a":1},{"a":1},{"a":1},2]')
    expect(edited('{"a":1, "b":{"c":2}}', (json) => moveValue(json, 2, -1))).toBe('{"b":{"c":2}, "a":1}')
    expect(edited('[1,2]', (json) => moveValue(json, 2, 1))).toBeUndefined()
  })

  it('leaves JSON, and parses to what the edit means', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.constantFrom('remove', 'append', 'repeat', 'move', 'replace'),
        (text, at, what) => {
          const json = read(text)
          const node = at % json.starts.length
          const inside = node > 0
          const splice =
            what === 'append'
              ? isContainer(json, node)
                ? appendValue(json, node, '"new"', text[json.starts[node] as number] === '{' ? 'added' : undefined)
                : undefined
              : what === 'replace'
                ? replaceValue(json, node, '0')
                : !inside
                  ? undefined
                  : what === 'remove'
                    ? removeValue(json, node)
                    : what === 'move'
                      ? moveValue(json, node, 1)
                      : json.keys[node] === -1
                        ? repeatValue(json, node, 3)
                        : undefined
          if (!splice) return
          const next = applySplice(text, splice)
          const after = read(next)
          const parent = json.parents[node] as number
          if (what === 'remove') expect(after.counts[parent]).toBe((json.counts[parent] as number) - 1)
          if (what === 'repeat') expect(after.counts[parent]).toBe((json.counts[parent] as number) + 3)
          if (what === 'append') expect(after.counts[node]).toBe((json.counts[node] as number) + 1)
          if (what === 'move') expect(after.counts[parent]).toBe(json.counts[parent])
          const between = spliceBetween(text, next)
          expect(applySplice(text, between)).toBe(next)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is followed by what stands around it', () => {
    const before = read('[{"a":1},{"b":[2]},{"c":3}]')
    const splice = removeValue(before, 1)
    const after = read(applySplice(before.text, splice))
    expect(followValue(before, after, splice, 0)).toBe(0)
    expect(followValue(before, after, splice, 1)).toBeUndefined()
    expect(followValue(before, after, splice, 4)).toBe(2)
  })

  it('can be compared with what stood there before', () => {
    const before = read('{"list":[{"a":1,"b":2}],"x":{}}')
    const now = read('{"x":{},"list":[{"b":3},{"b":4}]}')
    const [x, list] = childrenOf(now, 0) as [number, number]
    const [first, second] = childrenOf(now, list) as [number, number]
    expect(twinOf(now, x, before)).toBe(5)
    expect(twinOf(now, first + 1, before)).toBe(4)
    expect(twinOf(now, second, before)).toBeUndefined()
  })
})
