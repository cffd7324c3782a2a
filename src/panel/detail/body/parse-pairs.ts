export interface Pair {
  readonly name: string
  readonly value: string
  /** False when a percent sign in it begins no escape, or escapes are no UTF-8; those are given as they stand. */
  readonly decoded: boolean
}

/** The pairs of a query or of a form body as the URL standard reads them, in order, repeated names included: `+` is a blank. */
export function parsePairs(text: string): readonly Pair[] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const cut = part.indexOf('=')
      const name = decode(cut < 0 ? part : part.slice(0, cut))
      const value = decode(cut < 0 ? '' : part.slice(cut + 1))
      return { name: name.text, value: value.text, decoded: name.whole && value.whole }
    })
}

function decode(text: string): { readonly text: string; readonly whole: boolean } {
  let whole = true
  const decoded = text.replaceAll('+', ' ').replace(/(?:%[\da-f]{2})+|%/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      whole = false
      return escapes
    }
  })
  return { text: decoded, whole }
}

/** What stands between `?` and `#`; '' without a query. Works on what is no url too. */
export function queryOf(url: string): string {
  const [beforeHash = ''] = url.split('#')
  const cut = beforeHash.indexOf('?')
  return cut < 0 ? '' : beforeHash.slice(cut + 1)
}
