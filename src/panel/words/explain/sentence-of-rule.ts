import type { Language } from '../dictionary.ts'
import { wxRuleWords } from '../wx-rule-words.ts'
import { explainWords } from './explain-words.ts'

/** What a rule says, in one sentence; `undefined` for one that the panel never names. */
export function sentenceOfRule(name: string, language: Language): string | undefined {
  const known: Readonly<Record<string, string>> = { ...wxRuleWords[language].sentence, ...explainWords[language].sentence }
  return known[name]
}
