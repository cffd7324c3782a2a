import type { TraceMap } from '@jridgewell/trace-mapping'
import type { StackFrame } from '../../rows/initiator-frames.ts'
import type { MapFault } from '../../words/details/source-map-words.ts'
import { mapReferenceOf, readSourceMap, type SourcePlace, sourcePlaceOf, textOfDataUrl } from './source-map.ts'

export interface MappedFrame {
  readonly place?: SourcePlace
  /** With what came instead, where there is more to say: a status, or what is wrong with the map. */
  readonly fault?: { readonly kind: MapFault; readonly reason?: string }
}

/** Reads a text at an address, as the page may; rejects with `MapFailure`. */
export type ReadText = (url: string, kind: 'script' | 'map') => Promise<{ readonly text: string; readonly reference?: string }>

export class MapFailure extends Error {
  readonly kind: MapFault
  readonly reason: string | undefined

  constructor(kind: MapFault, reason?: string) {
    super(reason ?? kind)
    this.kind = kind
    this.reason = reason
  }
}

/** Bytes of a script or of a map that are read: reading more would hold up the page. */
const MOST_BYTES = 32 * 2 ** 20

/**
 * The places of frames in the sources of their scripts. Each script is fetched once, then its map, unless that stands in the script: to be
 * called when a person asks for it. Nothing of what comes is run, and no address within a map is followed.
 */
export async function mapFrames(frames: readonly StackFrame[], read: ReadText = fetchText): Promise<readonly MappedFrame[]> {
  const maps = new Map<string, Promise<TraceMap>>()
  return Promise.all(
    frames.map(async ({ url, line, column }) => {
      try {
        const map = maps.get(url) ?? mapOfScript(url, read)
        maps.set(url, map)
        const place = sourcePlaceOf(await map, line, column)
        return place ? { place } : { fault: { kind: 'no-place' as const } }
      } catch (thrown) {
        if (thrown instanceof MapFailure)
          return { fault: { kind: thrown.kind, ...(thrown.reason !== undefined && { reason: thrown.reason }) } }
        return { fault: { kind: 'bad-map' as const, reason: String(thrown instanceof Error ? thrown.message : thrown).slice(0, 200) } }
      }
    }),
  )
}

async function mapOfScript(url: string, read: ReadText): Promise<TraceMap> {
  const script = await read(fetchable(url), 'script')
  const reference = mapReferenceOf(script.text) ?? script.reference
  if (reference === undefined) throw new MapFailure('no-map')
  if (/^data:/i.test(reference)) {
    const text = textOfDataUrl(reference)
    if (text === undefined) throw new MapFailure('bad-map')
    return readSourceMap(text, reference)
  }
  const address = fetchable(reference, url)
  return readSourceMap((await read(address, 'map')).text, address)
}

/** Only what is fetched as the page fetches its own scripts. */
function fetchable(reference: string, base?: string): string {
  const url = URL.canParse(reference, base) ? new URL(reference, base) : undefined
  if (!url || !['http:', 'https:', 'blob:'].includes(url.protocol)) throw new MapFailure('address')
  return url.href
}

/** By this the page's record knows a request of the inspector, which is none of the app's (`transport/mark-url.ts`). It is not sent. */
const OURS = '#wx=source-map'

const fetchText: ReadText = async (url, kind) => {
  const response = await fetch(url.replace(/#.*$/s, '') + OURS, { cache: 'force-cache', credentials: 'same-origin' }).catch(
    (thrown: unknown) => {
      throw new MapFailure(kind, thrown instanceof Error ? thrown.message : undefined)
    },
  )
  if (!response.ok) throw new MapFailure(kind, String(response.status))
  const reference = response.headers.get('SourceMap') ?? response.headers.get('X-SourceMap') ?? undefined
  return { text: await textUpTo(response, MOST_BYTES, kind), ...(reference !== undefined && { reference }) }
}

async function textUpTo(response: Response, most: number, kind: MapFault): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  const pieces: string[] = []
  let size = 0
  for (;;) {
    const step = await reader?.read().catch(() => {
      throw new MapFailure(kind)
    })
    if (!step || step.done) break
    size += step.value.byteLength
    if (size > most) {
      await reader?.cancel()
      throw new MapFailure('too-large')
    }
    pieces.push(decoder.decode(step.value, { stream: true }))
  }
  return pieces.join('') + decoder.decode()
}
