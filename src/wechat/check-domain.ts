import type { DomainCheck, DomainClause, DomainClauseId, DomainEntry, DomainFix, DomainList } from '../contract/event/domain-check.ts'
import type { Settings } from '../contract/settings.ts'
import { isLibSince } from './lib-version.ts'
import { isLocalNetwork } from './local-network.ts'
import { isIpAddress, isLocalhost, RESERVED_HOSTS, schemeOf } from './settings/domain-entry.ts'

/** An address as the domain check sees it: lower case, with the port as it was written, since even `:443` counts (DOM-4, DOM-16). */
interface Target {
  readonly scheme: string
  readonly host: string
  readonly port: string
  readonly origin: string
}

/** More different origins than this and the cache starts anew. */
const MOST_CACHED = 1000
const cache = new WeakMap<Settings, Map<string, DomainCheck>>()

/** May this list's API call this url? Calls to one origin under the same settings share one object. The url must be one that `URL` can parse. */
export function checkDomain(list: DomainList, url: string, settings: Settings): DomainCheck {
  const checks = checksUnder(settings)
  const written = writtenOrigin(url)
  const key = `${list} ${written}`
  const known = checks.get(key)
  if (known) return known
  const check = checkClauses(list, readTarget(url, written), settings)
  checks.set(key, check)
  return check
}

function checksUnder(settings: Settings): Map<string, DomainCheck> {
  const checks = cache.get(settings)
  if (checks && checks.size < MOST_CACHED) return checks
  const empty = new Map<string, DomainCheck>()
  cache.set(settings, empty)
  return empty
}

/** Only the host, as a refusal names it. */
export function hostOf(url: string): string {
  return new URL(url).hostname
}

/** Scheme and authority as the caller wrote them; `URL` would hide a default port. It skips tabs, newlines and surplus slashes, and so does this. */
function writtenOrigin(url: string): string {
  return /^[a-z]+:[/\\]*[^/\\?#]*/i.exec(/[\t\n\r]/.test(url) ? url.replace(/[\t\n\r]/g, '') : url)?.[0] ?? url
}

function readTarget(url: string, written: string): Target {
  const { protocol, hostname } = new URL(url)
  const scheme = protocol.slice(0, -1)
  const digits = /:(\d+)$/.exec(written)?.[1]
  const port = digits === undefined ? '' : `:${Number(digits)}`
  return { scheme, host: hostname, port, origin: `${scheme}://${hostname}${port}` }
}

interface Saying {
  readonly verdict: 'passes' | 'fails' | 'exempts'
  readonly saw: string
}

function checkClauses(list: DomainList, target: Target, settings: Settings): DomainCheck {
  const { scheme, host, origin } = target
  const entries = settings.domains[list]
  const sameHost = entries.filter((entry) => entry.enabled && hostOfEntry(entry) === host)
  const pass = (holds: boolean, saw: string): Saying => ({ verdict: holds ? 'passes' : 'fails', saw })

  const questions: readonly (readonly [DomainClauseId, () => Saying])[] = [
    ['switch', () => checkSwitch(settings)],
    [
      'local-network',
      () => ({ verdict: isLibSince(settings.lib, '2.4.0') && isLocalNetwork(host, settings) ? 'exempts' : 'passes', saw: host }),
    ],
    ['scheme', () => pass(scheme === schemeOf(list), scheme)],
    ['listable', () => pass(!isIpAddress(host) && !isLocalhost(host) && !RESERVED_HOSTS.includes(host), host)],
    ['host', () => pass(sameHost.length > 0, (sameHost[0] ?? nearestEntry(host, entries))?.origin ?? '')],
    [
      'port',
      () => {
        const match = sameHost.find((entry) => coversPort(list, entry, target))
        return pass(match !== undefined, (match ?? sameHost[0])?.origin ?? '')
      },
    ],
  ]

  const clauses: DomainClause[] = []
  let decided: DomainClause | undefined
  for (const [id, check] of questions) {
    const clause: DomainClause = decided ? { id, verdict: 'not-reached', saw: '' } : { id, ...check() }
    clauses.push(clause)
    if (clause.verdict === 'fails' || clause.verdict === 'exempts') decided = clause
  }
  if (decided?.verdict === 'fails') {
    const fix = fixFor(list, decided.id, target, entries)
    return { list, verdict: 'refused', origin, clauses, fix, ...(settings.domainCheck === 'report' && { reported: true }) }
  }
  return { list, verdict: decided?.id === 'switch' ? 'switched-off' : 'allowed', origin, clauses }
}

/** DOM-10: the tool has its switch; phones have debugging, but not in a release. */
function checkSwitch({ urlCheck, enableDebug, envVersion, platform }: Settings): Saying {
  if (!urlCheck) return { verdict: 'exempts', saw: 'urlCheck: false' }
  if (enableDebug && envVersion !== 'release' && platform !== 'devtools') return { verdict: 'exempts', saw: 'enableDebug: true' }
  return { verdict: 'passes', saw: 'urlCheck: true' }
}

/** Where nothing that can be listed would help, only the switch does. */
function fixFor(list: DomainList, failed: DomainClauseId, { origin }: Target, entries: readonly DomainEntry[]): DomainFix {
  if (failed === 'scheme' || failed === 'listable') return { kind: 'switch-off' }
  const off = entries.some((entry) => !entry.enabled && entry.origin === origin)
  return { kind: off ? 'enable' : 'add', list, origin }
}

/** DOM-5: a socket entry without a port covers them all. */
function coversPort(list: DomainList, entry: DomainEntry, { port }: Target): boolean {
  const listed = portOfEntry(entry)
  return listed === port || (list === 'socket' && listed === '')
}

function hostOfEntry({ origin }: DomainEntry): string {
  return origin.slice(origin.indexOf('://') + 3).replace(/:\d+$/, '')
}

function portOfEntry({ origin }: DomainEntry): string {
  return /:\d+$/.exec(origin)?.[0] ?? ''
}

/** The entry that someone may have had in mind: this host switched off, else a parent, child or sibling of it. */
function nearestEntry(host: string, entries: readonly DomainEntry[]): DomainEntry | undefined {
  let nearest: DomainEntry | undefined
  // One shared label is only a top-level domain.
  let best = 1
  for (const entry of entries) {
    const shared = sharedLabels(host, hostOfEntry(entry))
    if (shared > best) {
      nearest = entry
      best = shared
    }
  }
  return nearest
}

function sharedLabels(one: string, other: string): number {
  const left = one.split('.').reverse()
  const right = other.split('.').reverse()
  const differs = left.findIndex((label, index) => label !== right[index])
  return differs === -1 ? left.length : differs
}
