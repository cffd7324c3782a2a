import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import type { Language } from '../../../entry/words.ts'
import { accountRules } from './account-rules.ts'
import { catalogRules } from './catalog-rules.ts'
import { chatRules } from './chat-rules.ts'
import { fileRules } from './file-rules.ts'
import { orderRules } from './order-rules.ts'
import type { ShopRule } from './shop-rule.ts'
import { troubleRules } from './trouble-rules.ts'

const all: readonly ShopRule[] = [...fileRules, ...catalogRules, ...accountRules, ...orderRules, ...chatRules, ...troubleRules]

/** The shop's whole API as mock rules, named in one language. The first rule that takes a call answers it. */
export function shopRulesIn(language: Language): readonly MockRule[] {
  return all.map(({ name, ...rule }) => ({ ...rule, name: name[language], enabled: true }))
}

/** The same rules with the shop's names in another language. What a person changed, added or renamed stays as it is. */
export function renameRules(rules: readonly MockRule[], language: Language): readonly MockRule[] {
  const names = new Map(all.map((rule) => [rule.id, rule.name]))
  return rules.map((rule) => {
    const name = names.get(rule.id)
    return name && (rule.name === name.zh || rule.name === name.en) ? { ...rule, name: name[language] } : rule
  })
}
