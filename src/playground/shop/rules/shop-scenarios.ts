import type { MockAnswer } from '../../../contract/mock/mock-rule.ts'
import type { Scenario } from '../../../contract/mock/scenario.ts'
import type { Language } from '../../../entry/words.ts'
import { CATEGORIES } from '../data/tea.ts'
import { type AnswerId, answerJson, answerNames, answerProblem, answerTemplate, type ShopRule } from './shop-rule.ts'

const NOTHING = answerJson({ page: 1, pages: 1, items: [] }, 110)
const BROKEN = answerProblem(500, 'INTERNAL', { zh: '服务器开小差了', en: 'The server has failed' }, 200)

/** What a rule can answer beside what it answers in the code, by its id. */
const STATES: Readonly<Record<string, Partial<Record<AnswerId, MockAnswer>>>> = {
  ...Object.fromEntries(CATEGORIES.map((family) => [`teas-${family}`, { empty: NOTHING, broken: BROKEN }])),
  'teas-page-1': { empty: NOTHING, broken: BROKEN },
  'teas-page-2': { broken: BROKEN },
  ...Object.fromEntries(CATEGORIES.map((family) => [`search-${family}`, { empty: answerTemplate({ q: '{{query.q}}', items: [] }, 420) }])),
  me: {
    first: answerJson(
      {
        nickname: { zh: '新朋友', en: 'New here' },
        level: { zh: '新会员', en: 'New member' },
        points: 0,
        coupons: 1,
        saved: 0,
        lastOrder: null,
      },
      100,
    ),
    broken: BROKEN,
  },
  cart: {
    first: answerJson({ shipping: 0, freeFrom: 0, note: { zh: '首单包邮', en: 'Free shipping on your first order' } }, 120),
    broken: BROKEN,
  },
  'order-create': { broken: answerProblem(503, 'BUSY', { zh: '下单的人太多，请稍后再试', en: 'Too many orders, please try again' }, 800) },
}

/** The rules with their states as named answers, and with the answer of the code picked. */
export function withStates(rule: ShopRule, language: Language): ShopRule['respond'] {
  const states = STATES[rule.id]
  if (!states || 'mode' in rule.respond) return rule.respond
  const names = answerNames[language]
  const answers = Object.entries(states).map(([id, answer]) => ({ name: names[id as AnswerId], ...answer }))
  return { mode: 'pick', answers: [{ name: names.coded, ...rule.respond }, ...answers], picked: names.coded }
}

const SCENARIOS: readonly {
  id: string
  name: Record<Language, string>
  pick?: AnswerId
  only?: RegExp
  conditions?: Scenario['conditions']
}[] = [
  { id: 'empty', name: { zh: '空店铺', en: 'Empty shop' }, pick: 'empty' },
  { id: 'first', name: { zh: '首次访问', en: 'First visit' }, pick: 'first' },
  { id: 'slow', name: { zh: '全部很慢', en: 'Everything slow' }, conditions: { preset: '2g' } },
  {
    id: 'broken',
    name: { zh: '一半出错', en: 'Half of it broken' },
    pick: 'broken',
    only: /^(?:teas-(?:page-2|black|dark|ware)|me|order-create)$/,
  },
]

/** States of the whole shop, named in one language. */
export function shopScenariosIn(language: Language): readonly Scenario[] {
  return SCENARIOS.map(({ id, name, pick, only, conditions }) => ({
    id,
    name: name[language],
    picks: Object.fromEntries(
      Object.entries(STATES).flatMap(([ruleId, states]) =>
        pick && states[pick] && (!only || only.test(ruleId)) ? [[ruleId, answerNames[language][pick]]] : [],
      ),
    ),
    ...(conditions && { conditions }),
  }))
}
