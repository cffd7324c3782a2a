export interface Pair {
  readonly name: string
  readonly value: string
  /** False when a percent sign does not begin an escape; then the text is given as it stands. */
  readonly decoded: boolean
}

/** The pairs of a query or of a form body, in order, repeated names included. */
export function parsePairs(text: string): readonly Pair[] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const cut = part.indexOf('=')
      const name = cut < 0 ? part : part.slice(0, cut)
      const value = cut < 0 ? '' : part.slice(cut + 1)
      try {
        return { name: decodeURIComponent(name), value: decodeURIComponent(value), decoded: true }
      } catch {
        return { name, value, decoded: false }
      }
    })
}

/** What stands between `?` and `#`; '' without a query. Works on what is no url too. */
export function queryOf(url: string): string {
  const [beforeHash = ''] = url.split('#')
  const cut = beforeHash.indexOf('?')
  return cut < 0 ? '' : beforeHash.slice(cut + 1)
}
