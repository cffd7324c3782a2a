export interface SetCookie {
  /** '' when the line has none; browsers keep a cookie without a name as long as it has a value (rfc6265bis). */
  readonly name: string
  readonly value: string
  /** In the order of the line, names as written. */
  readonly attributes: readonly { readonly name: string; readonly value: string | undefined }[]
  readonly raw: string
}

/** One Set-Cookie line in its parts, as RFC 6265 cuts it: a value may hold `=`, and quotes stay. */
export function parseSetCookie(raw: string): SetCookie {
  const [pair = '', ...rest] = raw.split(';')
  const cut = pair.indexOf('=')
  return {
    name: cut < 0 ? '' : pair.slice(0, cut).trim(),
    value: (cut < 0 ? pair : pair.slice(cut + 1)).trim(),
    attributes: rest
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(parseAttribute),
    raw,
  }
}

/** The pairs of a Cookie header. */
export function parseCookieHeader(header: string): readonly { readonly name: string; readonly value: string }[] {
  return header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseAttribute)
    .map(({ name, value }) => (value === undefined ? { name: '', value: name } : { name, value }))
}

function parseAttribute(part: string): { readonly name: string; readonly value: string | undefined } {
  const cut = part.indexOf('=')
  return cut < 0 ? { name: part, value: undefined } : { name: part.slice(0, cut).trim(), value: part.slice(cut + 1).trim() }
}
