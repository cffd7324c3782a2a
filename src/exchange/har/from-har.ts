import type { Issue } from '../../contract/inspector-error.ts'
import { isObject, listIn, numberIn, objectIn } from '../../contract/read-values.ts'
import { eventsOfEntry } from './events-of-entry.ts'
import { createSplitter } from './split-entries.ts'

/** A HAR file as events, which are not checked yet. */
export interface OpenedHar {
  /** The events of one entry each, in the order of their start. */
  readonly calls: readonly (readonly unknown[])[]
  /** Wall time at 0 on the clock of the events, in epoch ms. */
  readonly startedAt: number
  /** What could not be read, by its path in the file. */
  readonly skipped: readonly Issue[]
}

interface ReadOptions {
  /** Called between two slices of work; resolves when the page has had its turn. */
  readonly pause: () => Promise<void>
  /** ms of work in a slice, by the clock that `now` reads. */
  readonly now: () => number
  readonly signal?: AbortSignal
  /** Bytes that were read. */
  readonly onProgress?: (bytes: number) => void
}

/** ms */
const SLICE = 12

/** Bytes that are looked at between two looks at the clock. */
const STEP = 256 * 1024

/**
 * Reads a HAR 1.2 file of any tool. Entries that were written here bring their events along; of others events are made. A broken entry is
 * skipped and told, the others come. Throws an Error with a reason for what is no HAR file, and when `signal` is aborted.
 */
export async function fromHar(file: Blob, { pause, now, signal, onProgress }: ReadOptions): Promise<OpenedHar> {
  await refuseOthers(file)
  const splitter = createSplitter()
  const found: { start: number; events: (startedAt: number) => readonly unknown[] }[] = []
  const skipped: Issue[] = []
  const ids = new Set<string>()
  let startedAt: number | undefined
  let sliceEnds = now() + SLICE
  let read = 0
  let entries = 0

  const rest = async () => {
    if (now() < sliceEnds) return
    onProgress?.(read)
    await pause()
    signal?.throwIfAborted()
    sliceEnds = now() + SLICE
  }

  const takeEntry = (index: number, text: string) => {
    entries += 1
    const path = `log.entries[${index}]`
    let entry: unknown
    try {
      entry = JSON.parse(text)
    } catch (thrown) {
      skipped.push({ path, message: `is no JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}` })
      return
    }
    const own = isObject(entry) ? listIn(objectIn(entry, '_wx'), 'events') : []
    const id = uniqueId(own, index, ids)
    if (own.length > 0) {
      const at = isObject(own[0]) ? (numberIn(own[0], 'at') ?? 0) : 0
      found.push({ start: at, events: () => own.map((event) => (isObject(event) ? { ...event, taskId: id } : event)) })
      return
    }
    const made = eventsOfEntry(entry)
    if (typeof made === 'string') {
      skipped.push({ path, message: made })
      return
    }
    found.push({
      start: made.start,
      events: (base) => made.drafts.map((draft, seq) => shifted({ ...draft, taskId: id, seq }, made.start - base)),
    })
  }

  const reader = file.stream().getReader()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    for (let at = 0; at < chunk.value.length; at += STEP) {
      const step = chunk.value.subarray(at, at + STEP)
      for (const piece of splitter.take(step)) {
        if (piece.kind === 'head') startedAt = startOf(piece.text)
        if (piece.kind === 'entry') takeEntry(piece.index, piece.text)
        await rest()
      }
      read += step.length
      await rest()
    }
  }
  const end = splitter.end()
  if (entries === 0 && end.kind === 'end' && !end.whole) throw new Error('It has no list log.entries, so it is no HAR file, or it was cut.')
  if (end.kind === 'end' && !end.whole)
    skipped.push({ path: `log.entries[${entries}]`, message: 'is missing: the file ends in the middle' })
  // Entries of other tools have wall times; those of ours stand on the clock of their session.
  const base = startedAt ?? found.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)
  const known = Number.isFinite(base) ? base : 0
  found.sort((a, b) => a.start - b.start)
  const calls: (readonly unknown[])[] = []
  for (const { events } of found) {
    calls.push(events(known))
    await rest()
  }
  return { calls, startedAt: known, skipped }
}

/** What is not JSON at all is told by its first bytes. */
async function refuseOthers(file: Blob): Promise<void> {
  const bytes = new Uint8Array(await file.slice(0, 64).arrayBuffer())
  if (bytes.length === 0) throw new Error('The file is empty.')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new Error('This is a zip archive. Unpack it first.')
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw new Error('This is a gzip archive. Unpack it first.')
  // The byte order mark of UTF-8 may stand before it, some tools write two.
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/^\ufeff+/, '')
    .trimStart()
  if (!text.startsWith('{')) throw new Error('This is no HAR file: it does not begin with {.')
}

function startOf(head: string): number | undefined {
  const found = /"_wx"\s*:\s*\{\s*"version"\s*:\s*1\s*,\s*"startedAt"\s*:\s*(\d+(?:\.\d+)?)/.exec(head)?.[1]
  return found === undefined ? undefined : Number(found)
}

function uniqueId(own: readonly unknown[], index: number, ids: Set<string>): string {
  const [first] = own
  const given = isObject(first) ? first['taskId'] : undefined
  let id = typeof given === 'string' && given.length < 200 ? given : `har-${index}`
  while (ids.has(id)) id = `${id}~${index}`
  ids.add(id)
  return id
}

/** On the clock of the session. Marks of the timing are moments too. */
function shifted(event: Readonly<Record<string, unknown>>, by: number): unknown {
  const timing = event['timing'] as { readonly marks: Readonly<Record<string, number>> } | undefined
  return {
    ...event,
    at: (event['at'] as number) + by,
    ...(timing && { timing: { ...timing, marks: Object.fromEntries(Object.entries(timing.marks).map(([name, at]) => [name, at + by])) } }),
  }
}
