import { hostOf } from '../rows/url-parts.ts'

/** Counts hosts, to know which one most calls go to: rows of that host need not name it. */
export class HostCount {
  readonly #counts = new Map<string, number>()
  #majority = ''

  /** The host of more than half of all calls so far, or `''` when none has so many. */
  get majority(): string {
    return (this.#counts.get(this.#majority) ?? 0) * 2 > this.#total ? this.#majority : ''
  }

  #total = 0

  add(url: string): void {
    const host = hostOf(url)
    const count = (this.#counts.get(host) ?? 0) + 1
    this.#counts.set(host, count)
    this.#total += 1
    if (count > (this.#counts.get(this.#majority) ?? 0)) this.#majority = host
  }
}
