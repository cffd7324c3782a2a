import { detach } from '../../contract/cut-text.ts'
import { hostOf } from '../rows/url-parts.ts'

/** So many calls make a host the main one. */
const ENOUGH = 3
/** A page that calls so many hosts before any of them was called that often has the first one as its main host. */
const MOST_HOSTS = 100

/**
 * The host that rows need not name: the first to be called three times, until then that of the first call.
 * Decided once, so that no name changes under the eye when calls to another host come to be more.
 */
export class MainHost {
  readonly #counts = new Map<string, number>()
  #host: string | undefined
  #decided = false

  /** `''` before the first call. */
  get host(): string {
    return this.#host ?? ''
  }

  add(url: string): void {
    if (this.#decided) return
    // Without the url around it, which may be a long one.
    const host = detach(hostOf(url))
    this.#host ??= host
    const count = (this.#counts.get(host) ?? 0) + 1
    this.#counts.set(host, count)
    if (count === ENOUGH) this.#host = host
    this.#decided = count === ENOUGH || this.#counts.size === MOST_HOSTS
    if (this.#decided) this.#counts.clear()
  }
}
