import type { DomainCheck } from '../../contract/event/domain-check.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { schemeOf } from '../../wechat/settings/domain-entry.ts'
import type { failureWords } from '../words/failure-words.ts'

type Words = (typeof failureWords)['zh']

/** Why the domain check refused a host, in words, and the rule that says so. */
export function refusalText(host: string, check: DomainCheck | undefined, words: Words): { readonly why: string; readonly rule: string } {
  const list = check?.list ?? 'request'
  if (check?.fix?.kind === 'enable') return { rule: 'DOM-1', why: words.refused.disabled(host, list) }
  switch (check?.clauses.find((clause) => clause.verdict === 'fails')?.id) {
    case 'scheme':
      return { rule: 'DOM-14', why: words.refused.scheme(check?.origin ?? host, schemeOf(list)) }
    case 'listable':
      return { rule: host === 'api.weixin.qq.com' ? 'DOM-8' : 'DOM-7', why: words.refused.listable(host) }
    case 'port':
      return { rule: list === 'socket' ? 'DOM-5' : 'DOM-4', why: words.refused.port(host, list) }
    default:
      return { rule: 'DOM-1', why: words.refused.host(host, list) }
  }
}

/** What of a task a phone would have refused though it went on: its own address first, then targets of redirects. */
export function reportedChecks({ check, refusedTargets = [] }: Pick<TaskSnapshot, 'check' | 'refusedTargets'>): readonly DomainCheck[] {
  return check?.reported ? [check, ...refusedTargets] : refusedTargets
}

/** "Would be refused on a phone", and why. */
export function reportText(check: DomainCheck, words: Words): string {
  return words.wouldRefuse(refusalText(hostOfOrigin(check.origin), check, words).why)
}

function hostOfOrigin(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : origin
}
