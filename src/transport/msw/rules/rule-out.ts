import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { regexOf } from '../../../contract/regex/written-regex.ts'
import type { CallFacts } from '../call/call-facts.ts'
import { exactUrl } from './compile-url.ts'

/** Where a pattern begins to be one, behind its scheme. */
const SPECIAL = /(?<=^https?:\/\/.*)[:*?(\\]/i

/**
 * A first look at a call, which waits for nothing and rules most rules out: with a thousand of them the full match would cost each call a
 * thousand turns of the queue. What it does not rule out may still not match.
 */
export function compileRuleOut({ when }: MockRule): (facts: Pick<CallFacts, 'api' | 'method' | 'url'>) => boolean {
  const methods = when.method === undefined ? undefined : new Set([when.method].flat().map((method) => method.toUpperCase()))
  const exact = regexOf(when.url) ? undefined : exactUrl(when.url)
  const beginning = exact === undefined && !regexOf(when.url) ? beginningOf(when.url) : ''
  return ({ api, method, url }) => {
    if (when.api !== undefined && when.api !== api) return true
    if (methods && !methods.has(method)) return true
    return exact === undefined ? !url.toLowerCase().startsWith(beginning) : url !== exact
  }
}

/** What every address begins with that a pattern takes, in small letters: patterns mind no case. An optional part may be gone with its slash. */
function beginningOf(pattern: string): string {
  const at = pattern.search(SPECIAL)
  if (at < 0 || /[^\x20-\x7e]/.test(pattern)) return ''
  return pattern.slice(0, pattern.lastIndexOf('/', at)).toLowerCase()
}
