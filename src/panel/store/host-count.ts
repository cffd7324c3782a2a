import { detach } from '../../contract/cut-text.ts'
import { hostOf } from '../rows/url-parts.ts'

/** Hosts that are counted one by one: one that comes later is not the host of most calls. */
const MOST_HOSTS = 1000

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
    const before = this.#counts.get(host)
    this.#total += 1
    if (before === undefined && this.#counts.size >= MOST_HOSTS) return
    const count = (before ?? 0) + 1
    // Without the url around it, which may be a long one.
    this.#counts.set(before === undefined ? detach(host) : host, count)
    if (count > (this.#counts.get(this.#majority) ?? 0)) this.#majority = host
  }
}
