import type { Notice } from '../../contract/panel-source.ts'
import { isMarkedUrl } from '../../transport/mark-url.ts'
import { LEADS_HERE } from '../../transport/page/leads-here.ts'
import type { Installation } from './install-on.ts'

export interface BypassOptions {
  /** Absent while nothing is installed. */
  readonly installation: Installation | undefined
  readonly page: object
  /** Whether the page's own calls pass a worker of ours. */
  readonly seesPage: boolean
}

/** The notices that can come and go as the page changes. */
export const BYPASS_CODES = ['wx-replaced', 'page-fetch-replaced', 'page-calls-not-seen'] as const

/** What of this page makes calls that are not recorded, as far as it can be seen from outside. */
export function findBypasses({ installation, page, seesPage }: BypassOptions): readonly Notice[] {
  const found: Notice[] = []
  const replaced = installation?.bypassed() ?? []
  if (replaced.length > 0) found.push({ code: 'wx-replaced', detail: replaced.join(', ') })
  const foreign = (['fetch', 'XMLHttpRequest'] as const).filter((name) => isForeign((page as Partial<Record<string, unknown>>)[name]))
  if (foreign.length > 0) found.push({ code: 'page-fetch-replaced', detail: foreign.join(', ') })
  const unseen = seesPage ? 0 : countUnseen()
  if (unseen > 0) found.push({ code: 'page-calls-not-seen', detail: String(unseen) })
  return found
}

/** Whether a function of the browser was replaced by one of the page. */
function isForeign(value: unknown): boolean {
  if (typeof value !== 'function' || LEADS_HERE in value) return false
  try {
    return !/\[native code\]\s*\}$/.test(Function.prototype.toString.call(value))
  } catch {
    return true
  }
}

/** The page's own calls to the network; those of the inspector are marked. */
function countUnseen(): number {
  const entries = (globalThis.performance?.getEntriesByType?.('resource') ?? []) as PerformanceResourceTiming[]
  return entries.filter(({ initiatorType, name }) => /^(?:fetch|xmlhttprequest)$/.test(initiatorType) && !isMarkedUrl(name)).length
}
