import type { Notice, ServiceWorkerState } from '../../contract/panel-source.ts'
import { isMarkedUrl } from '../../transport/mark-url.ts'
import { LEADS_HERE } from '../../transport/page/leads-here.ts'
import type { Installation } from './install-on.ts'

export interface BypassOptions {
  /** Absent while nothing is installed. */
  readonly installation: Installation | undefined
  readonly page: object
  readonly serviceWorker: ServiceWorkerState
  /** Since when the page's own calls pass our worker; epoch ms. Absent while they do not. */
  readonly activeSince: number | undefined
}

/** The notices that can come and go as the page changes. */
export const BYPASS_CODES = [
  'wx-replaced',
  'page-fetch-replaced',
  'page-calls-not-seen',
  'page-calls-left-alone',
  'page-calls-too-early',
] as const

/** What of this page makes calls that are not recorded, as far as it can be seen from outside. */
export function findBypasses(options: BypassOptions): readonly Notice[] {
  const { installation, page, serviceWorker } = options
  const found: Notice[] = []
  const replaced = installation?.bypassed() ?? []
  if (replaced.length > 0) found.push({ code: 'wx-replaced', detail: replaced.join(', ') })
  const foreign = (['fetch', 'XMLHttpRequest'] as const).filter((name) => isForeign((page as Partial<Record<string, unknown>>)[name]))
  if (foreign.length > 0) found.push({ code: 'page-fetch-replaced', detail: foreign.join(', ') })
  const unseen = serviceWorker === 'starting' ? 0 : countUnseen(options)
  if (unseen > 0) found.push({ code: UNSEEN_CODES[serviceWorker], detail: String(unseen) })
  return found
}

/** Why the page's own calls were not seen. */
const UNSEEN_CODES = {
  starting: 'page-calls-too-early',
  active: 'page-calls-too-early',
  off: 'page-calls-left-alone',
  unavailable: 'page-calls-not-seen',
} as const satisfies Record<ServiceWorkerState, Notice['code']>

/** Whether a function of the browser was replaced by one of the page. */
function isForeign(value: unknown): boolean {
  if (typeof value !== 'function') return false
  if (LEADS_HERE in value) return isForeign(value[LEADS_HERE])
  try {
    return !/\[native code\]\s*\}$/.test(Function.prototype.toString.call(value))
  } catch {
    return true
  }
}

/** The page's own calls to the network that no worker of ours has seen; those of the inspector are marked. */
function countUnseen({ activeSince = Number.POSITIVE_INFINITY }: BypassOptions): number {
  const { performance } = globalThis
  const entries = (performance?.getEntriesByType?.('resource') ?? []) as PerformanceResourceTiming[]
  return entries.filter(
    ({ initiatorType, name, startTime }) =>
      /^(?:fetch|xmlhttprequest)$/.test(initiatorType) && performance.timeOrigin + startTime < activeSince && !isMarkedUrl(name),
  ).length
}
