import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import type { Language } from '../../../entry/words.ts'
import { accountRules } from './account-rules.ts'
import { catalogRules } from './catalog-rules.ts'
import { chatRules } from './chat-rules.ts'
import { fileRules } from './file-rules.ts'
import { orderRules } from './order-rules.ts'
import { type AnswerId, answerNames, type ShopRule } from './shop-rule.ts'
import { withStates } from './shop-scenarios.ts'
import { troubleRules } from './trouble-rules.ts'

const all: readonly ShopRule[] = [...fileRules, ...catalogRules, ...accountRules, ...orderRules, ...chatRules, ...troubleRules]

/** The shop's whole API as mock rules, named in one language. The first rule that takes a call answers it. */
export function shopRulesIn(language: Language): readonly MockRule[] {
  return all.map((rule) => ({ ...rule, name: rule.name[language], enabled: true, respond: withStates(rule, language) }))
}

/** The same rules with the shop's names in another language. What a person changed, added or renamed stays as it is. */
export function renameRules(rules: readonly MockRule[], language: Language): readonly MockRule[] {
  const names = new Map(all.map((rule) => [rule.id, rule.name]))
  return rules.map((rule) => {
    const name = names.get(rule.id)
    if (!name) return rule
    const renamed = rule.name === name.zh || rule.name === name.en ? { ...rule, name: name[language] } : rule
    return { ...renamed, respond: renameAnswers(renamed.respond, language) }
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
