import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { TaskMark } from '../../contract/event/task-mark.ts'
import { InspectorError, type Issue } from '../../contract/inspector-error.ts'
import { createRest, type RestOptions } from '../../contract/pace/create-rest.ts'
import { EntryFault, own } from './har-values.ts'
import { moveEvents } from './move-events.ts'
import { type OwnEvent, type ReadEntry, readEntry } from './read-entry.ts'
import { EntrySplitter, type HarFrame, type RawEntry } from './split-entries.ts'

/** What a HAR file held beside its calls. */
export interface HarFacts {
  /** Wall time at 0 on the clock of the events, in epoch ms. */
  readonly startedAt: number
  /** What a person noted about the calls, by their ids. */
  readonly marks: ReadonlyMap<string, TaskMark>
  /** Entries that could not be used: their place in the file, and why. */
  readonly skipped: readonly Issue[]
  /** The program that wrote the file; absent if it does not say. */
  readonly creator?: string
}

/** How a file is read. */
export interface ReadHarOptions extends RestOptions {
  /** Told now and then how many bytes of a file or text were read. */
  readonly onProgress?: (bytes: number) => void
  /** Whether a task id is in use already; the task then gets another. */
  readonly isTaken?: (taskId: string) => boolean
  /** The clock that the events are to be told on, by its start in epoch ms. Default: that of the file. */
  readonly startedAt?: number
}

/** Where the calls of a file go, in the order in which they were made. */
export interface CallSink {
  /** Takes a call over: its events are nobody else's. */
  add(events: readonly TaskEvent[]): void
  /** None of the calls so far counts: they come once more. */
  clear(): void
}

/**
 * Reads HAR 1.2: a file, its text, or its JSON. Works in slices of a few ms, so that the page goes on drawing. Each entry is taken or
 * refused for itself; a file that ends too early gives what it has. Nothing in it is run or fetched. Throws InspectorError `bad-har` for
 * what is no HAR at all.
 *
 * Calls are handed on as they are read: those of a large file would take several times its size at once, and the collector of the engine
 * more than a frame. Only a file that is not in the order of its calls, or says in the end on what clock they are, is read twice.
 */
export async function readHar(file: unknown, sink: CallSink, options: ReadHarOptions = {}): Promise<HarFacts> {
  const rest = createRest(options)
  options.signal?.throwIfAborted()
  const blob = typeof file === 'string' ? new Blob([file]) : file
  const read = (reader: EntryReader) => (blob instanceof Blob ? readStream(blob, reader, rest, options) : readObject(blob, reader, rest))
  let reader = new EntryReader(sink, options)
  const frame = await read(reader)
  if (reader.misled(frame)) {
    sink.clear()
    reader = new EntryReader(sink, options, frame)
    await read(reader)
    await reader.handOn(rest)
  }
  options.signal?.throwIfAborted()
  const { marks, skipped, startedAt = frame.startedAt ?? 0 } = reader
  return { startedAt, marks, skipped, ...(frame.creator !== undefined && { creator: frame.creator }) }
}

/** Tells of a call that it is known from a file only. */
function markImported(events: readonly OwnEvent[], creator = 'HAR'): void {
  for (const event of events) if (event.type === 'created') event.importedFrom = creator
}

/** Returns the id that the task has from now on. */
function giveFreeId(events: readonly OwnEvent[], isTaken: (id: string) => boolean): string {
  const wanted = events[0]?.taskId ?? ''
  if (!isTaken(wanted)) return wanted
  let nth = 2
  // The limit of an id is 200 characters.
  const next = () => `${wanted.slice(0, 180)}~${nth++}`
  let taskId = next()
  while (isTaken(taskId)) taskId = next()
  for (const event of events) event.taskId = taskId
  return taskId
}

class EntryReader {
  readonly skipped: Issue[] = []
  readonly marks = new Map<string, TaskMark>()
  /** Wall time at 0 on the clock of the events, in epoch ms; known from the first call on. */
  startedAt: number | undefined
  readonly #sink: CallSink
  readonly #isTaken: (taskId: string) => boolean
  readonly #ids = new Set<string>()
  #frame: FrameFacts
  /** Of calls that wait until all were read, to be put in order. */
  readonly #waiting: ReadEntry[] | undefined
  #last = Number.NEGATIVE_INFINITY
  #inOrder = true

  /** `frame` is what the file tells around its entries, if it was read before. */
  constructor(sink: CallSink, { startedAt, isTaken = () => false }: ReadHarOptions, frame?: FrameFacts) {
    this.startedAt = startedAt
    this.#sink = sink
    this.#isTaken = isTaken
    this.#frame = frame ?? {}
    this.#waiting = frame && []
  }

  /** Tells what stands before the entries. */
  begin(frame: FrameFacts): void {
    if (!this.#waiting) this.#frame = frame
  }

  /** Whether calls were handed on by what turned out to be wrong. */
  misled({ creator, startedAt }: FrameFacts): boolean {
    return !this.#inOrder || (this.#ids.size > 0 && (creator !== this.#frame.creator || startedAt !== this.#frame.startedAt))
  }

  /** Hands on what waits. */
  async handOn(rest: () => Promise<void>): Promise<void> {
    for (const entry of this.#waiting?.sort((one, other) => one.start - other.start) ?? []) {
      this.#take(entry)
      await rest()
    }
  }

  readRaw({ index, text, fault }: RawEntry): void {
    const path = `log.entries[${index}]`
    if (text === undefined) {
      this.skipped.push({ path, message: fault ?? 'could not be read' })
      return
    }
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (cause) {
      this.skipped.push({ path, message: `is not JSON: ${messageOf(cause)}` })
      return
    }
    this.read(value, index)
  }

  read(value: unknown, index: number): void {
    const path = `log.entries[${index}]`
    try {
      this.#add(readEntry(value, path, `har-${index + 1}`))
    } catch (cause) {
      this.skipped.push(cause instanceof EntryFault ? cause.issue : { path, message: `could not be read: ${messageOf(cause)}` })
    }
  }

  #add(entry: ReadEntry): void {
    if (this.#waiting) {
      this.#waiting.push(entry)
      return
    }
    this.#inOrder &&= entry.start >= this.#last
    this.#last = entry.start
    if (this.#inOrder) this.#take(entry)
  }

  #take({ events, from, start, mark }: ReadEntry): void {
    const { creator, startedAt } = this.#frame
    this.startedAt ??= startedAt ?? start
    const zero = from === 'made' ? start : (startedAt ?? start - (events[0]?.at ?? 0))
    // What was read belongs to nobody else: a hundred thousand calls are not copied to be changed.
    moveEvents(events, zero - this.startedAt)
    if (from === 'made') markImported(events, creator)
    const taskId = giveFreeId(events, (id) => this.#ids.has(id) || this.#isTaken(id))
    this.#ids.add(taskId)
    if (mark) this.marks.set(taskId, mark)
    this.#sink.add(events)
  }
}

/** What is told outside of the entries. */
interface FrameFacts {
  readonly startedAt?: number
  readonly creator?: string
}

async function readStream(
  blob: Blob,
  reader: EntryReader,
  rest: () => Promise<void>,
  { onProgress, signal }: ReadHarOptions,
): Promise<FrameFacts> {
  await refuseOtherFormats(blob)
  const splitter = new EntrySplitter()
  const stream = blob.stream().getReader()
  let bytes = 0
  let begun: FrameFacts | undefined
  try {
    for (;;) {
      const { done, value } = await stream.read()
      if (done) break
      for (const piece of inPieces(bytes === 0 ? withoutMarks(value) : value)) {
        const entries = splitter.feed(piece)
        if (entries.length > 0) begun ??= begin(reader, splitter.head)
        for (const raw of entries) {
          reader.readRaw(raw)
          await rest()
        }
        await rest()
      }
      signal?.throwIfAborted()
      bytes += value.byteLength
      onProgress?.(bytes)
    }
  } finally {
    await stream.cancel()
  }
  const frame = splitter.end()
  if (!frame.hasEntries) throw notHar(frame.cutIn ? 'ends before its log.entries' : 'has no list log.entries')
  if (frame.cutIn === 'entry') {
    reader.skipped.push({ path: `log.entries[${frame.entries - 1}]`, message: 'is cut off: the file ends within it' })
  }
  return factsOf(frame, reader.skipped) ?? begun ?? {}
}

/** Reads what stands before the entries, as far as it is JSON. */
function begin(reader: EntryReader, head: string): FrameFacts {
  let facts: FrameFacts = {}
  try {
    facts = logFacts(JSON.parse(`${head}]}}`))
  } catch {
    // It is told with the rest of what is around the entries.
  }
  reader.begin(facts)
  return facts
}

/** A stream may give a file as one piece; this many bytes are looked through in a few ms. */
const PIECE = 256 * 1024

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

/** Some editors put a byte-order mark before the one that is there. */
function withoutMarks(bytes: Uint8Array): Uint8Array {
  let at = 0
  while (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3
  return bytes.subarray(at)
}

/** What the first bytes say about files that are often taken for a HAR. */
async function refuseOtherFormats(blob: Blob): Promise<void> {
  const [one, two] = new Uint8Array(await blob.slice(0, 2).arrayBuffer())
  if (one === undefined) throw notHar('is empty')
  if (one === 0x50 && two === 0x4b) throw notHar('is a ZIP archive: unpack it, and open the .har file in it')
  if (one === 0x1f && two === 0x8b) throw notHar('is compressed with gzip: unpack it first')
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)) throw notHar('is UTF-16: save it as UTF-8')
}

function factsOf({ text, cutIn }: HarFrame, skipped: Issue[]): FrameFacts | undefined {
  if (cutIn) {
    if (cutIn === 'frame') skipped.push({ path: 'file', message: 'is cut off: it ends too early' })
    return undefined
  }
  try {
    return logFacts(JSON.parse(text))
  } catch (cause) {
    skipped.push({ path: 'file', message: `is not JSON around its entries: ${messageOf(cause)}` })
    return undefined
  }
}

async function readObject(file: unknown, reader: EntryReader, rest: () => Promise<void>): Promise<FrameFacts> {
  const log = objectIn(file, 'log')
  const entries = log && own(log, 'entries')
  if (!Array.isArray(entries)) throw notHar('has no list log.entries')
  reader.begin(logFacts(file))
  for (const [index, entry] of entries.entries()) {
    reader.read(entry, index)
    await rest()
  }
  return logFacts(file)
}

function logFacts(file: unknown): FrameFacts {
  const log = objectIn(file, 'log') ?? {}
  const creator = own(objectIn(log, 'creator') ?? {}, 'name')
  const startedAt = own(objectIn(log, '_wx') ?? {}, 'startedAt')
  return {
    ...(typeof creator === 'string' && creator !== '' && { creator: creator.slice(0, 80) }),
    ...(typeof startedAt === 'number' && startedAt > Date.UTC(2000) && startedAt < Date.UTC(2100) && { startedAt }),
  }
}

function objectIn(value: unknown, key: string): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const inner = own(value as Record<string, unknown>, key)
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Record<string, unknown>) : undefined
}

function notHar(message: string): InspectorError {
  return new InspectorError('bad-har', 'This is no HAR file.', { issues: [{ path: 'file', message }] })
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
