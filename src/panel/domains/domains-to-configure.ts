import type { DomainCheck, DomainList } from '../../contract/event/domain-check.ts'
import type { Settings } from '../../contract/settings.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { checkDomain } from '../../wechat/check-domain.ts'

/** What stands between the calls of a record and a phone that enforces the domain check. */
export interface DomainsToConfigure {
  /** What the admin page has to list, in the order in which it was called first. */
  readonly lists: Readonly<Record<DomainList, readonly string[]>>
  /** What no list can hold, such as http and IP addresses: these calls have to change. */
  readonly unlistable: readonly DomainCheck[]
}

/** Holds every address that was called, redirects too, against the lists as they are now, whatever the check was when it was called. */
export function domainsToConfigure(tasks: Iterable<TaskSnapshot>, settings: Settings): DomainsToConfigure {
  const enforced: Settings = { ...settings, urlCheck: true, enableDebug: false, domainCheck: 'enforce' }
  const lists: Record<DomainList, string[]> = { request: [], socket: [], uploadFile: [], downloadFile: [] }
  const unlistable: DomainCheck[] = []
  const asked = new Set<string>()
  for (const { check, redirects, refusedTargets = [] } of tasks) {
    if (!check) continue
    const { list } = check
    for (const address of [check.origin, ...redirects.map(({ url }) => url), ...refusedTargets.map(({ origin }) => origin)]) {
      const key = `${list} ${address}`
      if (asked.has(key)) continue
      asked.add(key)
      const now = checkDomain(list, address, enforced)
      if (!now.fix || asked.has(`${list} ${now.origin} told`)) continue
      asked.add(`${list} ${now.origin} told`)
      if (now.fix.kind === 'switch-off') unlistable.push(now)
      else lists[list].push(now.fix.origin)
    }
  }
  return { lists, unlistable }
}
