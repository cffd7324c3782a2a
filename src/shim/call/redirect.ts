import { headerValue } from '../../contract/event/header-value.ts'
import type { Answer, Outgoing } from '../../contract/transport.ts'

/** Redirects followed at most. WeChat's limit is not known; this is that of browsers (REDIR-4). */
export const MOST_REDIRECTS = 20

const STATUSES = new Set([301, 302, 303, 307, 308])
const BODY_HEADERS = new Set(['content-encoding', 'content-language', 'content-location', 'content-type', 'content-length'])

/** The target of a redirect; `undefined` if it is none, `'unsafe'` if the target must not be followed. */
export function redirectTarget({ statusCode, header }: Answer, from: string): string | undefined {
  if (!STATUSES.has(statusCode)) return undefined
  const location = headerValue(header, 'location')
  if (location === undefined) return undefined
  if (!URL.canParse(location, from)) return 'unsafe'
  const target = new URL(location, from)
  return target.protocol === 'https:' || target.protocol === 'http:' ? target.href : 'unsafe'
}

/** The next request of a redirected call: method, body and credentials as the Fetch standard has it. */
export function redirectedTo(url: string, statusCode: number, outgoing: Outgoing): Outgoing {
  const { method } = outgoing
  const toGet = statusCode === 303 ? method !== 'GET' && method !== 'HEAD' : statusCode < 303 && method === 'POST'
  const leaves = new URL(url).origin !== new URL(outgoing.url).origin
  const header = outgoing.header.filter(([name]) => {
    const lower = name.toLowerCase()
    return !(toGet && BODY_HEADERS.has(lower)) && !(leaves && lower === 'authorization')
  })
  if (!toGet) return { ...outgoing, url, header }
  const { form: _form, ...rest } = outgoing
  return { ...rest, url, header, method: 'GET', body: undefined }
}
