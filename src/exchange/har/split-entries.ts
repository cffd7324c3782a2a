/** One item of `log.entries` as it stands in its file. */
export interface RawEntry {
  readonly index: number
  /** Its JSON; absent if it was not kept. */
  readonly text?: string
  /** Why it was not kept. */
  readonly fault?: string
}

/** What of a file is not an entry. */
export interface HarFrame {
  /** The JSON around the entries, with an empty list in their place. */
  readonly text: string
  /** Whether a list `log.entries` was found. */
  readonly hasEntries: boolean
  /** Where the file ends too early. */
  readonly cutIn?: 'entry' | 'frame'
  /** How many entries there were, a cut one included. */
  readonly entries: number
}

/** Bytes. A record holds no more content than this by default. */
const LARGEST_ENTRY = 64 * 1024 * 1024
const LARGEST_FRAME = 16 * 1024 * 1024
/** Entries of no tool are half as deep; bodies are text in them. */
const DEEPEST = 100

const QUOTE = 34
const COMMA = 44
const BACKSLASH = 92
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

/** The depth of the items in `{ "log": { "entries": [`. */
const ITEMS = 3

/**
 * Cuts the bytes of a HAR file into its entries as they arrive, so that a file is never held as one text, and a faulty entry or an early
 * end does not cost the others. It only counts brackets and strings; whether an entry is JSON is for the parser.
 */
export class EntrySplitter {
  readonly #frame: Uint8Array[] = []
  /** How many pieces of the frame stand before the entries. */
  #headPieces = 0
  #frameBytes = 0
  #item: Uint8Array[] = []
  #itemBytes = 0
  #itemDepth = 0
  #index = 0
  #depth = 0
  #inString = false
  #escaped = false
  #inItems = false
  #inLog = false
  #hasEntries = false
  /** The last string at the depths where `log` and `entries` may stand. */
  #word: number[] = []

  /** Takes the next bytes, and gives the entries that are whole by then. */
  feed(chunk: Uint8Array): readonly RawEntry[] {
    const entries: RawEntry[] = []
    let start = 0
    for (let at = 0; at < chunk.length; at++) {
      if (this.#inString) {
        at = this.#passString(chunk, at)
        continue
      }
      const byte = chunk[at]
      if (byte === QUOTE) {
        this.#inString = true
        if (this.#depth < ITEMS) this.#word = []
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        this.#depth += 1
        if (this.#inItems) this.#itemDepth = Math.max(this.#itemDepth, this.#depth - ITEMS)
        else if (this.#opens(byte)) {
          this.#keepFrame(chunk.slice(start, at + 1))
          this.#headPieces = this.#frame.length
          start = at + 1
        }
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (this.#inItems && this.#depth === ITEMS) {
          this.#endItem(chunk.subarray(start, at), entries)
          this.#inItems = false
          start = at
        }
        this.#depth -= 1
        if (this.#depth < 2) this.#inLog = false
      } else if (byte === COMMA && this.#inItems && this.#depth === ITEMS) {
        this.#endItem(chunk.subarray(start, at), entries)
        start = at + 1
      }
    }
    // A stream may use its memory again.
    if (this.#inItems) this.#keepItem(chunk.slice(start))
    else this.#keepFrame(chunk.slice(start))
    return entries
  }

  /** What stands before the first entry. */
  get head(): string {
    return textOf(this.#frame.slice(0, this.#headPieces))
  }

  /** What is left when all bytes came. */
  end(): HarFrame {
    const cutIn = this.#inItems ? 'entry' : this.#depth > 0 || this.#inString ? 'frame' : undefined
    const unfinished = this.#inItems && this.#itemBytes > 0 && textOf(this.#item).trim() !== ''
    return {
      text: this.#frameBytes > LARGEST_FRAME ? '' : textOf(this.#frame),
      hasEntries: this.#hasEntries,
      entries: this.#index + (unfinished ? 1 : 0),
      ...(cutIn && { cutIn: cutIn === 'entry' && !unfinished ? 'frame' : cutIn }),
    }
  }

  /** Follows where in the frame it is; tells whether the list of entries begins here. */
  #opens(byte: number): boolean {
    const word = String.fromCharCode(...this.#word)
    this.#word = []
    if (this.#depth === 2) this.#inLog = byte === OPEN_OBJECT && word === 'log'
    if (this.#depth !== ITEMS || byte !== OPEN_LIST || !this.#inLog || word !== 'entries') return false
    this.#inItems = true
    this.#hasEntries = true
    return true
  }

  #keepFrame(bytes: Uint8Array): void {
    this.#frameBytes += bytes.length
    if (this.#frameBytes <= LARGEST_FRAME) this.#frame.push(bytes)
  }

  #keepItem(bytes: Uint8Array): void {
    this.#itemBytes += bytes.length
    if (this.#itemBytes > LARGEST_ENTRY) this.#item = []
    else this.#item.push(bytes)
  }

  /** Goes to the end of a string, or of the bytes, and returns where that is. Most bytes of a file are in strings. */
  #passString(chunk: Uint8Array, from: number): number {
    let at = from
    for (;;) {
      const quote = chunk.indexOf(QUOTE, at)
      const end = quote < 0 ? chunk.length : quote
      let backslashes = 0
      while (end - backslashes > at && chunk[end - backslashes - 1] === BACKSLASH) backslashes += 1
      const reachesBack = end - backslashes === at
      const escaped = (backslashes % 2 === 1) !== (reachesBack && this.#escaped)
      if (this.#depth < ITEMS && this.#word.length < 16) this.#word.push(...chunk.subarray(at, Math.min(end, at + 16)))
      this.#escaped = quote < 0 && escaped
      if (quote < 0) return end
      if (!escaped) {
        this.#inString = false
        return end
      }
      at = end + 1
    }
  }

  #endItem(last: Uint8Array, entries: RawEntry[]): void {
    this.#keepItem(last)
    const [pieces, bytes, depth] = [this.#item, this.#itemBytes, this.#itemDepth]
    this.#item = []
    this.#itemBytes = 0
    this.#itemDepth = 0
    if (bytes > LARGEST_ENTRY) {
      entries.push({ index: this.#index++, fault: `is larger than ${LARGEST_ENTRY / 1024 / 1024} MiB` })
    } else if (depth > DEEPEST) {
      entries.push({ index: this.#index++, fault: `is nested more than ${DEEPEST} levels deep` })
    } else {
      const text = textOf(pieces)
      if (text.trim() !== '') entries.push({ index: this.#index++, text })
    }
  }
}

/** Of bytes that are whole. */
const WHOLE = new TextDecoder()

function textOf(pieces: readonly Uint8Array[]): string {
  const [only] = pieces
  if (only && pieces.length === 1) return WHOLE.decode(only)
  const decoder = new TextDecoder()
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode()
}
