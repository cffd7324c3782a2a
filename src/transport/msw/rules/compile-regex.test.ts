import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRegex, whenRegexesRun } from './compile-regex.ts'

async function match(source: string, flags: string, text: string): Promise<readonly (string | undefined)[] | null> {
  const find = compileRegex(source, flags)
  await whenRegexesRun()
  const found = find(text)
  return found && Array.from(found)
}

describe('a regular expression of a rule', () => {
  it.each(['(a+)+$', '^(a|a)*$', '.*.*=.*', '^(a?){50}a{50}$', `${'(a|a)'.repeat(30)}b`, '(.*)*x', '^(([a-z])+.)+[A-Z]([a-z])+$'])(
    '%s takes no longer for a text that was made to slow it down',
    async (source) => {
      expect(await match(source, '', `${'a'.repeat(50_000)}!`)).toBeNull()
    },
  )

  it.each([
    ['\\s+', '', ['\u00a0', ' ', '\v', '\ufeff', 'x', '\u180e']],
    ['[\\S]+', '', ['\u00a0', 'x', '字', '😀']],
    ['a.*b', '', ['a\nb', 'a\rb', 'a\u2028b', 'a\u0085b', 'a字b']],
    ['a.*b', 's', ['a\nb', 'a\u2028b']],
    ['\\u4e2d+|[\\u4e00-\\u9fa5]+!', '', ['中中', '文!', 'x']],
    ['\\uD83D\\uDE00+', 'u', ['😀', '😁']],
    ['\\u{1f600}+|\\p{Script=Han}+|\\p{Lu}+\\P{L}', 'u', ['😀', '中', 'A1', 'a']],
    ['[\\w-.]+[a-\\d]*', '', ['a-b.c', '-', 'd']],
    ['[]a]*|[^]+', '', ['', 'x']],
    ['[[:alpha:]]+', '', ['a]', ':]', 'b]']],
    ['a{,3}b{1,2}{', '', ['a{,3}b{', 'aab']],
    ['\\e\\m\\-\\/\\_\\é*', '', ['em-/_é', 'em-/_']],
    ['\\cA*[\\b\\cB\\0\\101]*\\x41?', '', ['\u0001', '\b', 'A', '\0']],
    ['(?<year>\\d+)-(?:(a)|b)*?$', 'i', ['2024-A', '7-b', '-']],
    ['^$|^x+$', '', ['', 'x', 'x\n', '\nx']],
    ['\\A*\\z*\\Q+', '', ['AQ', 'Q', 'a']],
  ])('%s with the flags "%s" means what it means in the browser', async (source, flags, texts) => {
    for (const text of texts) expect([text, await match(source, flags, text)]).toEqual([text, plain(new RegExp(source, flags).exec(text))])
  })

  it('is understood whatever it is made of', async () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '-',
      '.',
      '\\d',
      '\\w',
      '\\s',
      '\\S',
      '\\.',
      '\\-',
      '[ab]',
      '[^a-c]',
      '[\\d-]',
      '[\\s\\w]',
      '}',
      ']',
      '\\u0061',
      '\\x62',
      '\\b',
      '^',
      '$',
      '/',
      '字',
    )
    const quantifier = fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,}', '{0,2}', '{1,2}?')
    const { regex } = fc.letrec<{ regex: string; term: string }>((tie) => ({
      term: fc.oneof(
        { depthSize: 'small' },
        fc.tuple(atom, quantifier).map(([one, repeat]) => (/^(\^|\$|\\b)$/.test(one) ? one : one + repeat)),
        fc
          .tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('regex'), quantifier)
          .map(([open, inner, repeat]) => `${open}${inner})${repeat}`),
      ),
      regex: fc.array(fc.oneof(tie('term'), fc.constant('|')), { maxLength: 5 }).map((parts) => parts.join('')),
    }))
    // Short: over a longer one the browser's own would go on for minutes where repeats are nested deep.
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '-', '.', ' ', '\n', '\u00a0', '/', '}', ']', '字'), maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        regex,
        fc.constantFrom('', 'i', 's', 'g'),
        fc.array(text, { minLength: 3, maxLength: 3 }),
        async (source, flags, texts) => {
          let native: RegExp
          try {
            native = new RegExp(source, flags.replace('g', ''))
          } catch {
            return
          }
          for (const text of texts) expect((await match(source, flags, text)) === null).toBe(native.exec(text) === null)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

function plain(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match && Array.from(match)
}
