import { getCleanUrlString } from 'msw'
import { regexOf } from '../../../contract/regex/written-regex.ts'
import { decode } from '../call/call-facts.ts'
import { compileRegex, type FindMatch } from './compile-regex.ts'
import { compilePattern } from './match-pattern.ts'

/** The values of `:name` in a URL pattern. */
export type Params = Readonly<Record<string, string>>

const NO_PARAMS: Params = {}

/** Compiles the `url` of a rule to a matcher for a URL without query and hash. A match returns the path parameters. */
export function compileUrl(pattern: string): (url: string) => Params | undefined {
  const regex = regexOf(pattern)
  if (regex) return matchRegex(compileRegex(regex.source, regex.flags))
  const exact = exactUrl(pattern)
  if (exact !== undefined) return (url) => (url === exact ? NO_PARAMS : undefined)
  // URLs of calls are percent-encoded, while people write 中文 in a pattern.
  const encoded = pattern.replace(/[^\x20-\x7e]+/g, encodeURIComponent)
  const match = compilePattern(getCleanUrlString(absolute(encoded)))
  return (url) => {
    const { origin, pathname } = new URL(url)
    return match(`${origin}${pathname}`)
  }
}

/** A pattern that begins with a slash is about the host of the page, where there is one. */
function absolute(pattern: string): string {
  if (!pattern.startsWith('/') || pattern.startsWith('//') || typeof location === 'undefined') return pattern
  return decodeURI(new URL(encodeURI(pattern), location.href).href)
}

/** The one address that a pattern takes, if it is no pattern. */
export function exactUrl(pattern: string): string | undefined {
  if (!isExact(pattern)) return undefined
  const { protocol, host, pathname } = new URL(pattern)
  return `${protocol}//${host}${pathname}`
}

/** Without `*` and `:name` one comparison is enough, as in most rules. */
function isExact(pattern: string): boolean {
  return /^(?:http|ws)s?:\/\/[^*\\]+$/i.test(pattern) && !/:[A-Za-z_]/.test(pattern.slice(pattern.indexOf('//'))) && URL.canParse(pattern)
}

function matchRegex(find: FindMatch): (url: string) => Params | undefined {
  return (url) => {
    const match = find(url)
    return match ? decodeAll({ ...match.slice(1), ...match.groups }) : undefined
  }
}

function decodeAll(groups: Readonly<Record<string, unknown>>): Params {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(String(value ?? ''))]))
}
