import type { FileChange, FileEntry } from './file-tree.ts'

/** Storage for files that outlive the page. */
export interface KeptFiles {
  /** All stored files, of every mini-program. Rejects where nothing can be stored. */
  load(): Promise<readonly KeptFile[]>
  /** Stores all of them or none; none when `late` aborts first. Rejects with a `QuotaExceededError` when there is no room. */
  write(appid: string, changes: readonly FileChange[], timedOut: AbortSignal): Promise<void>
  close(): void
}

export interface KeptFile {
  readonly appid: string
  readonly key: string
  readonly entry: FileEntry
}
