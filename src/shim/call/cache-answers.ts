import { discardable, discardChunks } from '../../contract/discard-chunks.ts'
import { headerValue } from '../../contract/event/header-value.ts'
import type { Answer, Outgoing, Route, Transport } from '../../contract/transport.ts'
import { joinChunks } from '../options/decode.ts'

interface Kept {
  readonly route: Route
  readonly answer: Answer
  readonly body: Uint8Array
  /** ms on the session clock. */
  readonly freshUntil: number
  /** The request headers named by Vary, with their values. */
  readonly varied: readonly (readonly [name: string, value: string | undefined])[]
}

/** Answers kept at most; the oldest is removed first. */
const MOST_KEPT = 50
/** Bytes. Larger answers are not kept, so that the cache is bounded. */
const LARGEST_KEPT = 4 * 1024 * 1024

/** A transport that answers a GET from its cache while `Cache-Control: max-age` allows it (REQ-12). */
export function cacheAnswers(transport: Transport): Transport {
  const kept = new Map<string, Kept>()
  return {
    async send(outgoing, job) {
      const hit = kept.get(outgoing.url)
      if (
        hit &&
        outgoing.method === 'GET' &&
        hit.freshUntil > job.clock.now() &&
        hit.varied.every(([name, value]) => headerValue(outgoing.header, name) === value)
      ) {
        const { timing: _timing, ...route } = hit.route
        return { ...route, cached: true, answer: Promise.resolve({ ...hit.answer, chunks: once(hit.body) }) }
      }
      const route = await transport.send(outgoing, job)
      if (route === undefined || outgoing.method !== 'GET') return route
      const answer = route.answer.then((got) => {
        const maxAge = maxAgeOf(got)
        if (maxAge === undefined) return got
        const keep = (body: Uint8Array) => {
          const [oldest] = kept.keys()
          if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
          const { measuredTiming: _lateTiming, timing: _timing, ...plain } = got
          kept.set(outgoing.url, { route, answer: plain, body, freshUntil: job.clock.now() + maxAge, varied: variedOf(got, outgoing) })
        }
        return { ...got, chunks: discardable(collect(got.chunks, keep), () => discardChunks(got.chunks)) }
      })
      return { ...route, answer }
    },
  }
}

/** Passes the chunks on and calls `keep` with the whole body when it is complete, unless it is too large. */
async function* collect(chunks: AsyncIterable<Uint8Array>, keep: (body: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of chunks) {
    size += piece.byteLength
    if (size <= LARGEST_KEPT) pieces.push(piece)
    else pieces.length = 0
    yield piece
  }
  if (size <= LARGEST_KEPT) keep(joinChunks(pieces))
}

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  if (body.byteLength > 0) yield body
}

/** ms for which an answer is fresh; `undefined` if it must not be cached. */
function maxAgeOf(answer: Answer): number | undefined {
  const control = headerValue(answer.header, 'cache-control')?.toLowerCase() ?? ''
  const seconds = Number(/(?:^|[\s,])max-age="?(\d+)/.exec(control)?.[1] ?? 0)
  const forbidden = /no-store|no-cache/.test(control) || headerValue(answer.header, 'vary')?.trim() === '*'
  return answer.statusCode === 200 && seconds > 0 && !forbidden ? seconds * 1000 : undefined
}

function variedOf(answer: Answer, outgoing: Outgoing): Kept['varied'] {
  const names = headerValue(answer.header, 'vary')?.split(',') ?? []
  return names.map((name) => [name.trim().toLowerCase(), headerValue(outgoing.header, name.trim().toLowerCase())] as const)
}
