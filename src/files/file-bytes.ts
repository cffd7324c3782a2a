/** Reads a blob synchronously. Throws where the page may not. */
export type ReadNow = (blob: Blob) => Uint8Array<ArrayBuffer>

/** Cache of the bytes of small files that were written or read recently, so that Sync calls need no synchronous request. */
const MOST_REMEMBERED = 32 * 1024 * 1024
const MOST_OF_ONE = 4 * 1024 * 1024

export interface FileBytes {
  remember(blob: Blob, bytes: Uint8Array<ArrayBuffer>): void
  now(blob: Blob): Uint8Array<ArrayBuffer>
  later(blob: Blob): Promise<Uint8Array<ArrayBuffer>>
}

export function createFileBytes(readNow: ReadNow): FileBytes {
  const recent = new Map<Blob, Uint8Array<ArrayBuffer>>()
  let held = 0
  const bytes: FileBytes = {
    remember(blob, content) {
      if (content.byteLength > MOST_OF_ONE || recent.has(blob)) return
      recent.set(blob, content)
      held += content.byteLength
      for (const [oldest, { byteLength }] of recent) {
        if (held <= MOST_REMEMBERED) break
        recent.delete(oldest)
        held -= byteLength
      }
    },
    now(blob) {
      const known = recent.get(blob)
      if (known) return known
      const content = readNow(blob)
      bytes.remember(blob, content)
      return content
    },
    async later(blob) {
      const known = recent.get(blob)
      if (known) return known
      const content = new Uint8Array(await blob.arrayBuffer())
      bytes.remember(blob, content)
      return content
    },
  }
  return bytes
}
