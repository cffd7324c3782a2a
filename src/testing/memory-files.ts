import type { FileStore, PendingFile } from '../contract/file-store.ts'
import { FileFailure } from '../wechat/file-fault.ts'

export interface MemoryFiles extends FileStore {
  /** What can be seen under each path. */
  readonly files: Map<string, Blob>
  /** Files that were begun and neither finished nor dropped. */
  readonly pending: ReadonlySet<PendingFile>
}

/** A file store in memory that keeps the promises of the real one, `pause` long. `room` is in bytes; only `wxfile://usr/` may be written to. */
export function createMemoryFiles(room = Number.POSITIVE_INFINITY, pause = async () => {}): MemoryFiles {
  const files = new Map<string, Blob>()
  const pending = new Set<PendingFile>()
  let temps = 0

  const begin = (path: string): PendingFile => {
    const chunks: Uint8Array<ArrayBuffer>[] = []
    let size = 0
    const file: PendingFile = {
      get size() {
        return size
      },
      write(chunk) {
        if (size + chunk.byteLength > room) throw new FileFailure('storage-limit', path)
        chunks.push(chunk.slice())
        size += chunk.byteLength
      },
      seal: pause,
      async finish() {
        await pause()
        files.set(path, new Blob(chunks))
        pending.delete(file)
        await pause()
        return path
      },
      discard: () => void pending.delete(file),
    }
    pending.add(file)
    return file
  }
  return {
    files,
    pending,
    read: async (path) => files.get(path),
    stat: async (path) => {
      const file = files.get(path)
      return file && { kind: 'file', size: file.size, modifiedAt: 0 }
    },
    beginTemp: (suffix, platform) => begin(`${platform === 'devtools' ? 'http://tmp/' : 'wxfile://tmp_'}${++temps}${suffix}`),
    async writeTo(path) {
      if (!path.startsWith('wxfile://usr/')) throw new FileFailure('permission-denied', path)
      return begin(path)
    },
  }
}
