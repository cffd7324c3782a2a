import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import type { Language } from '../../../entry/words.ts'
import type { Bilingual } from '../data/tea.ts'
import { accountRules } from './account-rules.ts'
import { catalogRules } from './catalog-rules.ts'
import { chatRules } from './chat-rules.ts'
import { fileRules } from './file-rules.ts'
import { orderRules } from './order-rules.ts'
import { type AnswerId, answerNames, type ShopRule } from './shop-rule.ts'
import { withStates } from './shop-scenarios.ts'
import { troubleRules } from './trouble-rules.ts'

/** The rules in their order, under the headings of the panel. */
const GROUPS: readonly { readonly name: Bilingual; readonly rules: readonly ShopRule[] }[] = [
  { name: { zh: '文件', en: 'Files' }, rules: fileRules },
  { name: { zh: '商品', en: 'Catalog' }, rules: catalogRules },
  { name: { zh: '账户', en: 'Account' }, rules: accountRules },
  { name: { zh: '订单', en: 'Orders' }, rules: orderRules },
  { name: { zh: '客服', en: 'Chat' }, rules: chatRules },
  { name: { zh: '异常场景', en: 'Trouble' }, rules: troubleRules },
]

const all = GROUPS.flatMap(({ name, rules }) => rules.map((rule) => ({ ...rule, group: name })))

/** The shop's whole API as mock rules, named in one language. The first rule that takes a call answers it. */
export function shopRulesIn(language: Language): readonly MockRule[] {
  return all.map(({ name, group, ...rule }) => ({
    ...rule,
    name: name[language],
    group: group[language],
    enabled: true,
    respond: withStates({ ...rule, name }, language),
  }))
}

/** The same rules with the shop's names in another language. What a person changed, added or renamed stays as it is. */
export function renameRules(rules: readonly MockRule[], language: Language): readonly MockRule[] {
  const known = new Map(all.map((rule) => [rule.id, rule]))
  return rules.map((rule) => {
    const coded = known.get(rule.id)
    if (!coded) return rule
    const isCoded = (text: string | undefined, { zh, en }: Bilingual) => text === zh || text === en
    return {
      ...rule,
      ...(isCoded(rule.name, coded.name) && { name: coded.name[language] }),
      ...(isCoded(rule.group, coded.group) && { group: coded.group[language] }),
      respond: renameAnswers(rule.respond, language),
    }
  })
}

function renameAnswers(respond: MockRule['respond'], language: Language): MockRule['respond'] {
  if (!('picked' in respond)) return respond
  const answers = respond.answers.map((answer) => ({ ...answer, name: renameAnswer(answer.name, language) }))
  return { ...respond, answers, picked: renameAnswer(respond.picked, language) }
}

function renameAnswer(name: string, language: Language): string {
  const known = Object.entries(answerNames[language === 'zh' ? 'en' : 'zh']).find(([, other]) => other === name)
  return known ? answerNames[language][known[0] as AnswerId] : name
}
