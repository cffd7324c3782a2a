import type { DomainCheck, DomainClause } from '../../contract/event/domain-check.ts'
import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import type { WxRuleId } from './wx-rules.ts'

/** The rules shown by the domain check. */
export function* rulesOfCheck({ clauses, list, reported, verdict }: DomainCheck, { environment, given }: TaskSnapshot): Iterable<WxRuleId> {
  const url = String(given['url'])
  if (/^http:/i.test(url)) yield 'URL-6'
  const decided = clauses.find((clause) => clause.verdict === 'fails' || clause.verdict === 'exempts')
  if (verdict === 'switched-off') return yield 'DOM-10'
  if (decided?.verdict === 'exempts') return yield 'DOM-6'
  if (verdict === 'refused') yield 'DOM-1'
  if (decided) yield* rulesOfFailing(decided, list === 'socket')
  else if (clauses.length > 0) yield* ['DOM-3', portRule(list === 'socket')] as const
  if (list !== 'request') yield 'DOM-2'
  if (/^[^/]*\/\/[^/?#]*[A-Z]/.test(url)) yield 'DOM-16'
  if (verdict === 'refused' && !reported && environment.platform === 'devtools') yield 'DOM-11'
}

function* rulesOfFailing({ id, saw }: DomainClause, socket: boolean): Iterable<WxRuleId> {
  if (id === 'scheme') yield 'DOM-14'
  if (id === 'listable') yield* saw === 'api.weixin.qq.com' ? (['DOM-8'] as const) : (['DOM-7', 'URL-7'] as const)
  // An entry of the list is close but does not match.
  if (id === 'host' && saw !== '') yield 'DOM-3'
  if (id === 'port') yield portRule(socket)
}

function portRule(socket: boolean): WxRuleId {
  return socket ? 'DOM-5' : 'DOM-4'
}
