import type { DomainList } from '../../contract/event/domain-check.ts'
import { MAX_DOMAIN_ENTRIES, schemeOf } from '../../wechat/settings/domain-entry.ts'
import type { domainWords } from '../words/domain-words.ts'
import type { LineOutcome } from './change-entries.ts'

type Words = (typeof domainWords)['zh']

/** What came of a line, in words. */
export function lineOutcomeText(outcome: LineOutcome, list: DomainList, words: Words): string {
  if (outcome.result === 'full') return words.full(MAX_DOMAIN_ENTRIES)
  if (outcome.result !== 'refused') return words[outcome.result]
  return outcome.why === 'scheme' ? words.fault.scheme(schemeOf(list)) : words.fault[outcome.why]
}
