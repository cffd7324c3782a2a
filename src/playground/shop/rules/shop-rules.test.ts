import { describe, expect, it } from 'vitest'
import { parseRules } from '../../../contract/parse/parse-rules.ts'
import { parseScenarios } from '../../../contract/parse/parse-scenarios.ts'
import { troubleWords } from '../../words/trouble-words.ts'
import { SHOP_DOMAINS, UNLISTED_ORIGIN } from '../client/shop-origins.ts'
import { harvestLog } from '../data/harvest-log.ts'
import { searchStems } from '../data/search-stems.ts'
import { teas } from '../data/teas.ts'
import { PAGE_SIZE } from './catalog-rules.ts'
import { renameRules, shopRulesIn } from './shop-rules.ts'
import { shopScenariosIn } from './shop-scenarios.ts'

const rules = shopRulesIn('zh')

describe("the shop's rules", () => {
  it('are plain data that the inspector accepts, and survive a file', () => {
    const fromFile: unknown = JSON.parse(JSON.stringify(rules))
    expect(parseRules(fromFile)).toEqual(rules)
  })

  it('carry ids that differ and a name in both languages', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
    for (const [index, rule] of shopRulesIn('en').entries()) {
      expect(rule.name).not.toBe('')
      expect(rule.name, rule.id).not.toBe(rules[index]?.name)
      expect(rule.name, rule.id).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('answer only for origins that the shop has, and one that it forgot to list', () => {
    const origins = new Set(rules.map((rule) => new URL(rule.when.url).origin))
    expect([...origins].sort()).toEqual([...new Set([...Object.values(SHOP_DOMAINS).flat(), UNLISTED_ORIGIN])].sort())
    expect(Object.values(SHOP_DOMAINS).flat()).not.toContain(UNLISTED_ORIGIN)
  })

  it('answer the button of the big answer with as much as it promises', () => {
    const promised = new Intl.NumberFormat('en').format(harvestLog.length)
    const size = new TextEncoder().encode(JSON.stringify(harvestLog)).length
    expect(troubleWords.en.items.big[0]).toBe(`${promised} rows, about ${Math.round(size / 10_000) * 10} kB`)
    expect(troubleWords.zh.items.big[0]).toContain(`约 ${Math.round(size / 10_000) * 10} kB`)
  })

  it('take another language without losing what a person changed', () => {
    const [first, second, ...rest] = rules
    const edited = [{ ...first!, enabled: false }, { ...second!, name: '我的规则' }, ...rest]
    const english = renameRules(edited, 'en')
    expect(english[0]).toEqual({ ...shopRulesIn('en')[0], enabled: false })
    expect(english[1]?.name).toBe('我的规则')
    expect(renameRules(english, 'zh')).toEqual(edited)
  })
})

describe("the shop's scenarios", () => {
  it.each(['zh', 'en'] as const)('pick answers that the rules have, in %s', (language) => {
    const answers = new Map(
      shopRulesIn(language).map(({ id, respond }) => [id, 'mode' in respond ? respond.answers.map(({ name }) => name) : []]),
    )
    const scenarios = parseScenarios(shopScenariosIn(language))
    expect(scenarios.map(({ id }) => id)).toEqual(['empty', 'first', 'slow', 'broken'])
    for (const { id, picks, conditions } of scenarios) {
      expect(Object.keys(picks).length > 0 || conditions, id).toBeTruthy()
      for (const [ruleId, answer] of Object.entries(picks)) expect(answers.get(ruleId), `${id}: ${ruleId}`).toContain(answer)
    }
  })
})

describe('the stock of the shop', () => {
  it('fills every page of the list but the last', () => {
    const pages = rules.filter((rule) => rule.id.startsWith('teas-page-'))
    expect(pages).toHaveLength(Math.ceil(teas.length / PAGE_SIZE))
  })

  it('has every text in Chinese and in English', () => {
    for (const tea of teas) {
      for (const text of [tea.name, tea.origin, tea.taste, tea.story, tea.unit]) {
        expect(text.zh, tea.id).toMatch(/\p{Script=Han}/u)
        expect(text.en, tea.id).toMatch(/^[^\p{Script=Han}]+$/u)
      }
    }
  })

  it('is found by the Chinese and the English name of each tea', () => {
    for (const tea of teas) {
      for (const name of [tea.name.zh, tea.name.en.toLowerCase()]) {
        const family = searchStems.find(({ stems }) => stems.some((stem) => name.includes(stem)))?.family
        expect(family, name).toBe(tea.category)
      }
    }
  })
})
