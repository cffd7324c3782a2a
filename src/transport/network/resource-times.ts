import type { Clock } from '../../contract/clock.ts'
import type { Disposables } from '../../contract/disposables.ts'
import type { ConnectionFacts, Timing, TimingMark } from '../../contract/event/profile.ts'
import type { BodySizes } from './broken-body.ts'

/** An entry comes some ms after the end of the body; after so many ms it will not come any more. */
const LONGEST_WAIT = 60
/** Entries that nobody asked for yet. */
const KEPT = 200

/** Finds what the browser measured of the calls that this page sent. The name of a call is its marked url. */
export class ResourceTimes {
  readonly #found = new Map<string, PerformanceResourceTiming>()
  readonly #waiting = new Map<string, () => void>()
  readonly #listens = typeof PerformanceObserver !== 'undefined'

  constructor(disposables: Disposables) {
    if (!this.#listens) return
    // `performance.getEntries` forgets after 250 entries, an observer does not.
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) this.#keep(entry as PerformanceResourceTiming)
    })
    observer.observe({ type: 'resource' })
    disposables.add(() => observer.disconnect())
  }

  /** Resolves with `undefined` where the browser tells nothing. */
  async timingOf(name: string, clock: Clock): Promise<Timing | undefined> {
    const entry = await this.#entryOf(name, clock)
    return entry && timingFrom(entry, clock)
  }

  /** How much of a body came; `undefined` where the browser does not tell. */
  async sizesOf(name: string, clock: Clock): Promise<BodySizes | undefined> {
    const entry = await this.#entryOf(name, clock)
    return entry && { encoded: entry.encodedBodySize, decoded: entry.decodedBodySize }
  }

  async #entryOf(name: string, clock: Clock): Promise<PerformanceResourceTiming | undefined> {
    if (!this.#found.has(name) && this.#listens) {
      const waiting = new AbortController()
      this.#waiting.set(name, () => waiting.abort())
      await clock.sleep(LONGEST_WAIT, waiting.signal)
      this.#waiting.delete(name)
    }
    const entry = this.#found.get(name)
    this.#found.delete(name)
    return entry
  }

  #keep(entry: PerformanceResourceTiming): void {
    if (!entry.name.includes('#wx=')) return
    this.#found.set(entry.name, entry)
    if (this.#found.size > KEPT) this.#found.delete(this.#found.keys().next().value as string)
    this.#waiting.get(entry.name)?.()
  }
}

function timingFrom(entry: PerformanceResourceTiming, clock: Clock): Timing {
  // The entry counts from the page's own zero, the session from its own: one event, looked at on both, gives the difference.
  const offset = clock.now() - new Event('').timeStamp
  const marks: Partial<Record<TimingMark, number>> = {}
  const note = (mark: TimingMark, value: number) => {
    // 0 stands for what the browser does not tell, which is nearly all of it without Timing-Allow-Origin.
    if (value > 0) marks[mark] = value + offset
  }
  note('fetchStart', entry.fetchStart)
  note('redirectStart', entry.redirectStart)
  note('redirectEnd', entry.redirectEnd)
  note('domainLookUpStart', entry.domainLookupStart)
  note('domainLookUpEnd', entry.domainLookupEnd)
  note('connectStart', entry.connectStart)
  note('connectEnd', entry.connectEnd)
  note('SSLconnectionStart', entry.secureConnectionStart)
  note('SSLconnectionEnd', entry.secureConnectionStart > 0 ? entry.connectEnd : 0)
  note('requestStart', entry.requestStart)
  note('responseStart', entry.responseStart)
  note('responseEnd', entry.responseEnd)
  const connection = connectionFrom(entry)
  return { marks, simulated: [], ...(connection && { connection }) }
}

const PROTOCOLS: Readonly<Record<string, ConnectionFacts['protocol']>> = { 'http/1.1': 'http1.1', h2: 'h2', h3: 'quic' }

function connectionFrom(entry: PerformanceResourceTiming): ConnectionFacts | undefined {
  if (entry.requestStart === 0) return undefined
  const url = new URL(entry.name)
  const tcpEnd = entry.secureConnectionStart || entry.connectEnd
  return {
    socketReused: entry.connectEnd === entry.fetchStart,
    protocol: PROTOCOLS[entry.nextHopProtocol] ?? 'unknown',
    // No page is told the address that it spoke to.
    peerIP: '',
    port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
    rtt: Math.round(tcpEnd - entry.connectStart),
  }
}
