import { FileFailure } from '../wechat/file-fault.ts'
import type { FileArea } from './file-path.ts'

/** A file or a directory. */
export type FileEntry = StoredFile | StoredDirectory

export interface StoredFile {
  readonly kind: 'file'
  /** A handle: the browser holds the bytes, on disk when there are many. */
  readonly blob: Blob
  /** Epoch ms. */
  readonly modifiedAt: number
}

export interface StoredDirectory {
  readonly kind: 'directory'
  readonly modifiedAt: number
}

/** `undefined` removes the entry. */
export interface FileChange {
  readonly key: string
  readonly entry: FileEntry | undefined
}

const MEGABYTE = 1024 * 1024
/** Bytes that saved and user files may take together, and that temp files may take (LIM-7). */
const KEPT_LIMIT = 200 * MEGABYTE
const TEMP_LIMIT = 4096 * MEGABYTE

/** The files of one mini-program, all in memory, so that Sync calls can answer at once. */
export class FileTree {
  readonly #entries = new Map<string, FileEntry>()
  #keptSize = 0
  #tempSize = 0

  get(key: string): FileEntry | undefined {
    return key === 'user' ? ROOT : this.#entries.get(key)
  }

  /** The keys of everything below a directory, at any depth, sorted by name. */
  below(key: string): readonly string[] {
    const start = `${key}/`
    return [...this.#entries.keys()].filter((inner) => inner.startsWith(start)).sort()
  }

  /** Throws a FileFailure `storage-limit` where `changes` and `more` bytes do not fit. */
  checkRoom(area: FileArea, changes: readonly FileChange[], more = 0): void {
    const limit = area === 'temp' ? TEMP_LIMIT : KEPT_LIMIT
    const taken = area === 'temp' ? this.#tempSize : this.#keptSize
    const growth = changes
      .filter(({ key }) => isTemp(key) === (area === 'temp'))
      .reduce((sum, { key, entry }) => sum + sizeOf(entry) - sizeOf(this.#entries.get(key)), more)
    if (growth > 0 && taken + growth > limit) throw new FileFailure('storage-limit', changes[0]?.key ?? '')
  }

  /** Applies all of them; returns the changes that undo it. */
  apply(changes: readonly FileChange[]): readonly FileChange[] {
    return changes.map(({ key, entry }) => {
      const before = this.#entries.get(key)
      const growth = sizeOf(entry) - sizeOf(before)
      if (isTemp(key)) this.#tempSize += growth
      else this.#keptSize += growth
      if (entry) this.#entries.set(key, entry)
      else this.#entries.delete(key)
      return { key, entry: before }
    })
  }
}

const ROOT: StoredDirectory = { kind: 'directory', modifiedAt: 0 }

function isTemp(key: string): boolean {
  return key.startsWith('temp/')
}

export function sizeOf(entry: FileEntry | undefined): number {
  return entry?.kind === 'file' ? entry.blob.size : 0
}
