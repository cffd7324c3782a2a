/**
 * Cookies kept by hand, because a mini-program has no jar: `Set-Cookie` is reported and never sent back by itself (HDR-9).
 * One origin, one path: that is all the shop has.
 */
export class CookieJar {
  readonly #values = new Map<string, string>()

  /** Takes the raw lines of `res.cookies`; an empty value or `Max-Age=0` forgets the cookie. */
  keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const cut = pair.indexOf('=')
      if (cut < 1) continue
      const name = pair.slice(0, cut)
      const value = pair.slice(cut + 1)
      const expired = attributes.some((attribute) => /^max-age=(0|-\d+)$/i.test(attribute))
      if (value === '' || expired) this.#values.delete(name)
      else this.#values.set(name, value)
    }
  }

  /** The `Cookie` header, or `undefined` when there is none to send. */
  header(): string | undefined {
    if (this.#values.size === 0) return undefined
    return [...this.#values].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }
}
