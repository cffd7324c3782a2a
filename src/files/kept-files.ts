import type { FileChange, FileEntry } from './file-tree.ts'

/** Where files outlive the page. */
export interface KeptFiles {
  /** Everything that was kept, whatever mini-program it belongs to. Rejects when nothing can be kept here at all. */
  load(): Promise<readonly KeptFile[]>
  /** All of them or none; none when `late` aborts before it is done. Rejects with a `QuotaExceededError` when the browser has no room. */
  write(appid: string, changes: readonly FileChange[], timedOut: AbortSignal): Promise<void>
  close(): void
}

export interface KeptFile {
  readonly appid: string
  readonly key: string
  readonly entry: FileEntry
}
