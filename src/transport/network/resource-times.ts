import type { Clock } from '../../contract/clock.ts'
import type { Disposables } from '../../contract/disposables.ts'
import type { ConnectionFacts, Timing, TimingMark } from '../../contract/event/profile.ts'
import { isMarkedUrl } from '../mark-url.ts'
import type { BodySizes } from './broken-body.ts'

/** Entries that nobody asked for yet. */
const KEPT = 200

/**
 * Finds what the browser measured of the calls that this page sent. The name of a call is its marked url.
 * Nothing here waits: a browser has measured a call by the time its body ends, at the latest in the task after that, and where
 * the page's fetch was replaced it never does.
 */
export class ResourceTimes {
  readonly #found = new Map<string, PerformanceResourceTiming>()
  readonly #observer: PerformanceObserver | undefined

  constructor(disposables: Disposables) {
    if (typeof PerformanceObserver === 'undefined') return
    // `performance.getEntries` forgets after 250 entries, an observer does not.
    const observer = new PerformanceObserver((list) => this.#keep(list.getEntries()))
    this.#observer = observer
    observer.observe({ type: 'resource' })
    disposables.add(() => observer.disconnect())
  }

  /** What is known once the body has ended; `undefined` where the browser tells nothing. */
  takeTiming(name: string, clock: Clock): Timing | undefined {
    const entry = this.#take(name)
    return entry && timingFrom(entry, clock)
  }

  /** How much of a body came before it broke; `undefined` where the browser tells nothing. */
  takeSizes(name: string): BodySizes | undefined {
    const entry = this.#take(name)
    return entry && { encoded: entry.encodedBodySize, decoded: entry.decodedBodySize }
  }

  #take(name: string): PerformanceResourceTiming | undefined {
    // The observer is told later, in a task of its own.
    this.#keep(this.#observer?.takeRecords() ?? [])
    const entry = this.#found.get(name)
    this.#found.delete(name)
    return entry
  }

  #keep(entries: PerformanceEntryList): void {
    for (const entry of entries) {
      if (!isMarkedUrl(entry.name)) continue
      this.#found.set(entry.name, entry as PerformanceResourceTiming)
      if (this.#found.size > KEPT) this.#found.delete(this.#found.keys().next().value as string)
    }
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
