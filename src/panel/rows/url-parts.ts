/** The pieces of a url that a list shows. Cut by hand: a url that is recorded may be one that `URL` refuses. */
export interface UrlParts {
  /** With its port, when it has one; empty for a relative url. */
  readonly host: string
  /** The last segment of the path; the whole path when it ends in a slash. */
  readonly name: string
  readonly path: string
  /** With its question mark, or empty. */
  readonly query: string
}

/** The host of a url with its port, or `''`. */
export function hostOf(url: string): string {
  const start = url.indexOf('://')
  if (start < 0) return ''
  const from = start + 3
  const authority = beginningUpTo(beginningUpTo(beginningUpTo(url.slice(from), '/'), '?'), '#')
  return authority.slice(authority.lastIndexOf('@') + 1)
}

function beginningUpTo(text: string, end: string): string {
  const at = text.indexOf(end)
  return at < 0 ? text : text.slice(0, at)
}

export function splitUrl(url: string): UrlParts {
  const host = hostOf(url)
  const scheme = url.indexOf('://')
  const afterHost = scheme < 0 ? url : url.slice(scheme + 3).replace(/^[^/?#]*/, '')
  const [address = ''] = afterHost.split('#', 1)
  const mark = address.indexOf('?')
  const path = mark < 0 ? address : address.slice(0, mark)
  const query = mark < 0 ? '' : address.slice(mark)
  const last = path.slice(path.lastIndexOf('/') + 1)
  return { host, path, query, name: last === '' ? path || '/' : last }
}

/** Percent signs read, for eyes. What cannot be read, and what divides a url where it is read, stays as it is. */
export function readable(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURI(escapes)
    } catch {
      return escapes
    }
  })
}
