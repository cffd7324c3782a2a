import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rulesIn } from '../src/panel/words/explain/rule-names.ts'
import { sentenceOfRule } from '../src/panel/words/explain/sentence-of-rule.ts'
import { WX_PAGES } from '../src/wechat/facts/wx-pages.ts'
import { factsOfRule, isWxRule, WX_RULE_NAMES } from '../src/wechat/facts/wx-rule-facts.ts'

const SURE = /^(?:[DOI](?:\/[DOI])?|not known|–)$/

/** The rules of docs/wechat.md that have a source and say how sure they are. */
const written = new Map(
  readFileSync('docs/wechat.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| [A-Z]+-\d+ \|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => SURE.test(cells.at(-1) ?? ''))
    .map((cells) => {
      const names = (cells.at(-2) ?? '').split(/[,;]\s*/).map((source) => source.split(' ')[0] ?? '')
      const pages = [...new Set(names)].filter((name) => name in WX_PAGES)
      const sure = cells.at(-1) === '–' ? 'not known' : cells.at(-1)
      return [cells[0] ?? '', { sure, pages }] as const
    }),
)

it('says of every rule what docs/wechat.md says of it: how sure it is, and where it comes from', () => {
  expect(WX_RULE_NAMES.length).toBeGreaterThan(150)
  expect(Object.fromEntries(WX_RULE_NAMES.map((name) => [name, factsOfRule(name)]))).toEqual(Object.fromEntries(written))
})

it('knows a rule by its name', () => {
  expect(isWxRule('REQ-12')).toBe(true)
  expect(isWxRule('UTF-8')).toBe(false)
})

it('knows every rule that a text of the panel names, and has a sentence for it', () => {
  const folder = 'src/panel/words'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const named = new Set(files.flatMap((file) => rulesIn(readFileSync(join(folder, file), 'utf8'))))
  expect([...named].filter((name) => !isWxRule(name))).toEqual([])
  expect([...named].filter((name) => (['zh', 'en'] as const).some((language) => !sentenceOfRule(name, language)))).toEqual([])
})
