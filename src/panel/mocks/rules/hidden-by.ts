import type { MockRule } from '../../../contract/mock/mock-rule.ts'

/**
 * For each rule that can never answer, the one before it that takes all its calls. Only what is certain: a rule before it without
 * conditions, for its method, whose url is the same or a pattern that covers it.
 */
export function hiddenRules(rules: readonly MockRule[]): ReadonlyMap<string, MockRule> {
  const hidden = new Map<string, MockRule>()
  const byUrl = new Map<string, Covering[]>()
  const patterns: (Covering & { readonly pattern: RegExp; readonly beginning: string })[] = []
  for (const [place, rule] of rules.entries()) {
    if (!rule.enabled) continue
    const { when } = rule
    const covers = ({ rule: first }: Covering) => (first.when.api === undefined || first.when.api === when.api) && takesMethods(first, rule)
    const same = byUrl.get(when.url)?.find(covers)
    const wide = isPattern(when.url)
      ? undefined
      : patterns.find((each) => when.url.startsWith(each.beginning) && covers(each) && each.pattern.test(when.url))
    const by = same && wide ? (same.place < wide.place ? same : wide) : (same ?? wide)
    if (by) hidden.set(rule.id, by.rule)
    const conditions = (when.all?.length ?? 0) + (when.any?.length ?? 0)
    if (conditions > 0 || rule.limit !== undefined) continue
    const covering = { rule, place }
    byUrl.set(when.url, [...(byUrl.get(when.url) ?? []), covering])
    const pattern = patternOf(when.url)
    // Most are told apart by what stands before the first thing in it that varies.
    if (pattern) patterns.push({ ...covering, pattern, beginning: when.url.slice(0, when.url.search(VARIES)) })
  }
  return hidden
}

interface Covering {
  readonly rule: MockRule
  readonly place: number
}

/** What makes a pattern one. */
const VARIES = /\*|\/:\w/

function takesMethods(first: MockRule, then: MockRule): boolean {
  if (first.when.method === undefined) return true
  const taken = [first.when.method].flat().map((method) => method.toUpperCase())
  return then.when.method !== undefined && [then.when.method].flat().every((method) => taken.includes(method.toUpperCase()))
}

function isPattern(url: string): boolean {
  return url.startsWith('/') || VARIES.test(url)
}

/**
 * Each `*` takes as little as it can and never more when the rest does not fit, so that no pattern can hang the page. Where `:name` stands
 * between two stars that may miss a url, which is then not certain.
 */
function patternOf(url: string): RegExp | undefined {
  if (url.startsWith('/') || !isPattern(url)) return undefined
  const [first = '', ...others] = url.split('*').map(sourceOf)
  const last = others.pop()
  if (last === undefined) return new RegExp(`^${first}$`)
  // What a look ahead has found is not tried again.
  const middle = others.map((part, nth) => `(?=(.*?${part}))\\${nth + 1}`)
  return new RegExp(`^${first}${middle.join('')}.*${last}$`)
}

/** A pattern without stars. */
function sourceOf(pattern: string): string {
  return pattern
    .split(/((?<=\/):\w+)/)
    .map((part, nth) => (nth % 2 === 0 ? part.replace(/[.+?^${}()|[\]\\]/g, '\\$&') : '[^/]+'))
    .join('')
}
