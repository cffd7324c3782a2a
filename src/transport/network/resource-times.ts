import type { Clock } from '../../contract/clock.ts'
import type { Disposables } from '../../contract/disposables.ts'
import type { ConnectionFacts, Timing, TimingMark } from '../../contract/event/profile.ts'
import { isMarkedUrl } from '../mark-url.ts'
import type { BodySizes } from './broken-body.ts'

/** How many unclaimed entries are kept. */
const KEPT = 200

/**
 * Looks up the resource timing of the calls that this page sent, by their marked URL. Never waits: the entry exists when the body ends, at
 * the latest one task later. If the page's `fetch` was replaced, it never does.
 */
export class ResourceTimes {
  readonly #found = new Map<string, PerformanceResourceTiming>()
  readonly #observer: PerformanceObserver | undefined

  constructor(disposables: Disposables) {
    if (typeof PerformanceObserver === 'undefined') return
    // The buffer of `performance.getEntries` holds 250 entries; an observer has no such limit.
    const observer = new PerformanceObserver((list) => this.#keep(list.getEntries()))
    this.#observer = observer
    observer.observe({ type: 'resource' })
    disposables.add(() => observer.disconnect())
  }

  /** The timing of a call whose body has ended; `undefined` if the browser has none. */
  takeTiming(name: string, clock: Clock): Timing | undefined {
    const entry = this.#take(name)
    return entry && timingFrom(entry, clock)
  }

  /** The measured sizes of a body that broke off; `undefined` if the browser has none. */
  takeSizes(name: string): BodySizes | undefined {
    const entry = this.#take(name)
    return entry && { encoded: entry.encodedBodySize, decoded: entry.decodedBodySize }
  }

  #take(name: string): PerformanceResourceTiming | undefined {
    // The observer's callback would run in a later task.
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
  // Entries count from the page's time origin, the session clock from its own start: the difference is the offset.
  const offset = clock.now() - new Event('').timeStamp
  const marks: Partial<Record<TimingMark, number>> = {}
  const note = (mark: TimingMark, value: number) => {
    // 0 means "not available". Without Timing-Allow-Origin nearly all fields are 0.
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
    // A page cannot see the IP address of the server.
    peerIP: '',
    port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
    rtt: Math.round(tcpEnd - entry.connectStart),
  }
}
