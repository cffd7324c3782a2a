import { matchRequestUrl } from 'msw'
import { regexOf } from '../../../contract/written-regex.ts'
import { decode } from '../call/call-facts.ts'
import { compileRegex, type FindMatch } from './compile-regex.ts'

export type Params = Readonly<Record<string, string>>

const NO_PARAMS: Params = {}

/** Turns the `url` of a rule into a test of a url without query and hash. A match gives the path parameters. */
export function compileUrl(pattern: string): (url: string) => Params | undefined {
  const regex = regexOf(pattern)
  if (regex) return matchRegex(compileRegex(regex.source, regex.flags))
  if (isExact(pattern)) {
    const { protocol, host, pathname } = new URL(pattern)
    const exact = `${protocol}//${host}${pathname}`
    return (url) => (url === exact ? NO_PARAMS : undefined)
  }
  // Calls come percent-encoded, while people write 中文 in a path.
  const encoded = pattern.replace(/[^\x20-\x7e]+/g, encodeURIComponent)
  return (url) => {
    const { matches, params } = matchRequestUrl(new URL(url), encoded)
    return matches ? decodeAll(params) : undefined
  }
}

/** No `*` and no `:name` in it: nine rules in ten, and one comparison. */
function isExact(pattern: string): boolean {
  return /^(?:http|ws)s?:\/\/[^*\\]+$/i.test(pattern) && !/:[A-Za-z_]/.test(pattern.slice(pattern.indexOf('//'))) && URL.canParse(pattern)
}

function matchRegex(find: FindMatch): (url: string) => Params | undefined {
  return (url) => {
    const match = find(url)
    return match ? decodeAll({ ...match.slice(1), ...match.groups }) : undefined
  }
}

function decodeAll(params: Readonly<Record<string, unknown>> = NO_PARAMS): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String).map(decode).join('/') : decode(String(value ?? '')),
    ]),
  )
}
