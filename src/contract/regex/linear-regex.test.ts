import { describe, expect, it } from 'vitest'
import { readLinearRegex } from './linear-regex.ts'

const engineOf = (source: string, flags = '') => {
  const regex = readLinearRegex(source, flags)
  return 'refused' in regex ? regex.refused : regex.engine
}

describe('a regular expression of a rule', () => {
  it.each(['abc', '^https://a\\.com/[a-z]/\\d$', '(?:a|b)c', '(?!x)a', '(a)\\1', '\\bword\\b', 'a\\*'])(
    '%s has nothing to repeat: the browser runs it',
    (source) => {
      expect(engineOf(source)).toBe('native')
    },
  )

  it.each(['a*', '(a+)+$', '.*.*=.*', '(a|a)*$', '(a?){50}a{50}', '(a|a)'.repeat(9), 'x{2,}', '^/v1/\\w+\\s\\u00e9?$'])(
    '%s runs in linear time',
    (source) => {
      expect(engineOf(source)).toBe('re2')
    },
  )

  it.each([
    ['(?=a)b*', '', 'has a look-ahead (?=…) beside a repetition.'],
    ['(?<!a)b+', '', 'has a look-behind (?<!…) beside a repetition.'],
    ['(a+)\\1', '', 'has a back-reference (\\1) beside a repetition.'],
    ['(?<x>a+)\\k<x>', '', 'has a back-reference (\\k) beside a repetition.'],
    ['a{1001}', '', 'has more than 1000 repetitions.'],
    ['(?:a{40}){40}', '', 'has more than 1000 repetitions.'],
    ['^a*', 'm', 'has ^ with the flag m.'],
    ['[a&&b]*', 'v', 'has the flag v.'],
    ['\\p{Emoji}*', 'u', 'has the property Emoji.'],
  ])('%s with the flags "%s" is refused in words', (source, flags, why) => {
    expect(engineOf(source, flags)).toBe(
      `${why} A rule is matched in linear time, so that no text can freeze the page; write it without it`,
    )
  })
})
