import type { Framework } from '../contract/event/task-event.ts'
import { withoutQuery } from '../contract/event/without-query.ts'
import type { Delivery, FrameworkApi, FrameworkCall, FrameworkListener, FrameworkOutcome } from '../contract/framework-call.ts'

/** A call that an app made through a framework, from the moment it was made. */
export class PendingCall implements FrameworkCall {
  readonly framework: Framework
  readonly api: FrameworkApi
  readonly given: object
  readonly at: number
  readonly timeout: number
  /** Whether its request has been identified. */
  taken = false
  readonly #pending: ((listener: FrameworkListener) => void)[] = []
  #listener: FrameworkListener | undefined
  #settled = false

  constructor(facts: Pick<FrameworkCall, 'framework' | 'api' | 'given' | 'at' | 'timeout'>) {
    this.framework = facts.framework
    this.api = facts.api
    this.given = facts.given
    this.at = facts.at
    this.timeout = facts.timeout
  }

  follow(listener: FrameworkListener): void {
    this.#listener = listener
    for (const notify of this.#pending.splice(0)) notify(listener)
  }

  delivered(delivery: Delivery): void {
    this.#notify((listener) => listener.delivered(delivery))
  }

  /** Whether this is the first report of its end. */
  settle(outcome: FrameworkOutcome): boolean {
    if (this.#settled) return false
    this.#settled = true
    this.#notify((listener) => listener.settled(outcome))
    return true
  }

  #notify(notify: (listener: FrameworkListener) => void): void {
    if (this.#listener) notify(this.#listener)
    else this.#pending.push(notify)
  }
}

/** ms after which the request of a call is given up: an interceptor may have stopped it without any sign. */
const LONGEST = 10_000

/**
 * The calls whose requests have not been identified yet. Most frameworks make the request before their function returns; where an
 * interceptor or a file delays it, it is matched by its url.
 */
export class PendingCalls {
  readonly #waiting = new Set<PendingCall>()
  readonly #now: () => number
  #inside: PendingCall | undefined

  constructor(now: () => number) {
    this.#now = now
  }

  /** Runs the framework's own function: a request that it makes meanwhile is this call's. */
  run<Result>(call: PendingCall, invoke: () => Result): Result {
    const before = this.#inside
    this.#inside = call
    this.#waiting.add(call)
    try {
      return invoke()
    } finally {
      this.#inside = before
    }
  }

  take(kind: 'request' | 'socket', url: string): PendingCall | undefined {
    const found = this.#find(kind, url)
    if (!found) return undefined
    found.taken = true
    this.#waiting.delete(found)
    return found
  }

  forget(call: PendingCall): void {
    this.#waiting.delete(call)
  }

  #find(kind: 'request' | 'socket', url: string): PendingCall | undefined {
    const candidates = [...this.#waiting].filter(
      ({ api, at }) => (api === 'connectSocket') === (kind === 'socket') && this.#now() - at < LONGEST,
    )
    const inside = candidates.find((call) => call === this.#inside)
    const likely = inside ? [inside, ...candidates] : candidates
    return likely.find((call) => isAddressOf(call, url)) ?? inside
  }
}

/** Whether an interceptor may have made this address of the one that the app gave: a base put before it, a query behind it. */
function isAddressOf({ given }: PendingCall, url: string): boolean {
  const { url: givenUrl } = given as { readonly url?: unknown }
  if (typeof givenUrl !== 'string' || givenUrl === '') return false
  const path = withoutQuery(givenUrl)
  const called = withoutQuery(url)
  return called === path || called.endsWith(path.startsWith('/') ? path : `/${path}`)
}
