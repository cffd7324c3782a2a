import { describe, expect, it } from 'vitest'
import { readJsonPath } from './json-path.ts'

describe('a JSON path', () => {
  it.each([
    ['', []],
    ['$', []],
    ['$.user.tags[0]', ['user', 'tags', '0']],
    ['user.名称', ['user', '名称']],
    ['.user', ['user']],
    ['[0][12]', ['0', '12']],
    ['$.$ref.$', ['$ref', '$']],
    [`$['full name']["it's"]`, ['full name', "it's"]],
    [String.raw`$['it\'s "so"']`, ['it\'s "so"']],
    [String.raw`$["a\"b\\c\n\u0001\ud800"]`, ['a"b\\c\n\u0001\ud800']],
    ['$[""].x', ['', 'x']],
    ['$["a]b.c[0]"]', ['a]b.c[0]']],
    ['$.__proto__.constructor', ['__proto__', 'constructor']],
  ])('%s leads along %j', (path, steps) => {
    expect(readJsonPath(path)).toEqual(steps)
  })

  it.each(['$.', '$..a', '$.a[', '$.a[x]', '$.a[-1]', '$.a[0]b', '$[*]', "$['a]", '$["a\nb"]', String.raw`$['\x41']`, '$ .a', 'a b'])(
    '%j is none',
    (path) => {
      expect(readJsonPath(path)).toBeUndefined()
    },
  )
})
