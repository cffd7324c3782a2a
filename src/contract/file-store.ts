import type { Platform } from './event/platform.ts'

/**
 * The files of the simulated phone, as calls that carry files see them. Paths are WeChat's: `wxfile://…` or the
 * tool's `http://tmp/…` and `http://usr/…`; either spelling is understood on every platform (DOWN-7).
 */
export interface FileStore {
  /** The bytes of a file, as a handle that holds none of them in memory; `undefined` when there is no such file. */
  read(path: string): Promise<Blob | undefined>
  /** What is known of a file or directory; `undefined` when there is none. */
  stat(path: string): Promise<FileFacts | undefined>
  /** A new temp file that has no path until it is finished. `suffix` is like `.png`, or empty. Lives as long as the page. */
  beginTemp(suffix: string, platform: Platform): PendingFile
  /**
   * A new file for `path`, or new content for it. Rejects with a FileFailure when nothing may be written there:
   * `permission-denied` outside the user directory (DOWN-8), `no-such-file` without its directory, `is-a-directory`.
   */
  writeTo(path: string): Promise<PendingFile>
}

/** A file on its way. Nothing of it can be seen under its path before `finish`, and never a part of it: a killed page leaves no half file. */
export interface PendingFile {
  /** Bytes so far. */
  readonly size: number
  /** Takes a copy. Throws a FileFailure `storage-limit` when the storage would be over its limit (LIM-7). */
  write(chunk: Uint8Array): void
  /** Waits until the browser has all of it; nothing of it can be seen yet, and it can still be dropped. Rejects with a FileFailure. */
  seal(): Promise<void>
  /** Puts the whole file under its path in one step, sealed if it was not, and gives the path. Rejects with a FileFailure, and then nothing has changed. */
  finish(): Promise<string>
  /** Drops what was written. No effect after `finish`. */
  discard(): void
}

/** What is known of a file or directory without a look into it. */
export interface FileFacts {
  readonly kind: 'file' | 'directory'
  /** Bytes; 0 for a directory. */
  readonly size: number
  /** Epoch ms. */
  readonly modifiedAt: number
}
