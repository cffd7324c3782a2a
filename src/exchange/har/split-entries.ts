/** A piece of a HAR file. */
export type HarPiece =
  /** What stands before the list of entries, as far as it is short. */
  | { readonly kind: 'head'; readonly text: string }
  /** One entry as JSON; `index` is its place in the list. */
  | { readonly kind: 'entry'; readonly index: number; readonly text: string }
  /** The end; `whole` is false for a file that was cut in the middle, or is no JSON. */
  | { readonly kind: 'end'; readonly whole: boolean }

const QUOTE = 34
const BACKSLASH = 92
const OPEN = new Set([91, 123])
const CLOSE = new Set([93, 125])

/** Bytes of the head that are looked at. */
const LONGEST_HEAD = 65_536

/** How deep an entry stands: `{"log":{"entries":[{`. */
const DEPTH = 4

/**
 * Takes a HAR file apart as it is read, so that one broken entry does not lose the others and nothing holds the whole of it. Only the list
 * behind the key `entries` counts: `pages` stand as deep.
 */
export function createSplitter(): { take(bytes: Uint8Array): readonly HarPiece[]; end(): HarPiece } {
  const decoder = new TextDecoder()
  let depth = 0
  let inString = false
  let escaped = false
  let index = 0
  let head: number[] | undefined = []
  let key: number[] = []
  let inEntries = false
  let broken = false
  /** The beginning of an entry that goes on in the next bytes. */
  let parts: Uint8Array[] = []
  let started = -1

  const take = (bytes: Uint8Array): readonly HarPiece[] => {
    const pieces: HarPiece[] = []
    started = started >= 0 ? 0 : -1
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number
      if (head && head.length < LONGEST_HEAD) head.push(byte)
      if (inString) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) inString = false
        else if (depth === 2 && key.length < 16) key.push(byte)
        continue
      }
      if (byte === QUOTE) {
        inString = true
        if (depth === 2) key = []
      } else if (OPEN.has(byte)) {
        depth += 1
        if (depth === 3) {
          inEntries = decoder.decode(Uint8Array.from(key)) === 'entries'
          if (inEntries && head) {
            pieces.push({ kind: 'head', text: decoder.decode(Uint8Array.from(head)) })
            head = undefined
          }
        }
        if (depth === DEPTH && inEntries) started = at
      } else if (CLOSE.has(byte)) {
        if (depth === DEPTH && inEntries && started >= 0) {
          const text = decoder.decode(joined([...parts, bytes.subarray(started, at + 1)]))
          pieces.push({ kind: 'entry', index, text })
          index += 1
          parts = []
          started = -1
        }
        depth -= 1
        if (depth < 0) broken = true
      }
    }
    if (started >= 0) parts.push(bytes.slice(started))
    return pieces
  }
  return { take, end: () => ({ kind: 'end', whole: depth === 0 && !inString && !broken && head === undefined }) }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
