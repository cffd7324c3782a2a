import type { Platform } from './event/platform.ts'

/**
 * The files of the simulated phone, as uploads and downloads use them. Paths are WeChat's: `wxfile://…` or devtools' `http://tmp/…` and
 * `http://usr/…`; every platform accepts both (DOWN-7).
 */
export interface FileStore {
  /** The content of a file, as a Blob that is not held in memory; `undefined` if there is no such file. */
  read(path: string): Promise<Blob | undefined>
  /** The facts of a file or directory; `undefined` if there is none. */
  stat(path: string): Promise<FileFacts | undefined>
  /** A new temporary file, which gets its path when it is finished. `suffix` is like `.png`, or empty. It is removed with the page. */
  beginTemp(suffix: string, platform: Platform): PendingFile
  /**
   * A new file at `path`, or new content for it. Rejects with a FileFailure if it cannot be written: `permission-denied` outside the user
   * directory (DOWN-8), `no-such-file` without its directory, `is-a-directory`.
   */
  writeTo(path: string): Promise<PendingFile>
}

/** A file that is being written. Nothing is visible under its path before `finish`: a page that is killed leaves no partial file. */
export interface PendingFile {
  /** Bytes written so far. */
  readonly size: number
  /** Appends a copy of the bytes. Throws a FileFailure `storage-limit` if the storage would exceed its limit (LIM-7). */
  write(chunk: Uint8Array): void
  /** Waits until the browser has stored all bytes. The file is not visible yet and can still be discarded. Rejects with a FileFailure. */
  seal(): Promise<void>
  /**
   * Puts the file under its path in one step and resolves with the path; seals it first if necessary. Rejects with a FileFailure; then
   * nothing has changed.
   */
  finish(): Promise<string>
  /** Discards what was written. No effect after `finish`. */
  discard(): void
}

/** The facts of a file or directory without its content. */
export interface FileFacts {
  readonly kind: 'file' | 'directory'
  /** Bytes; 0 for a directory. */
  readonly size: number
  /** Epoch ms. */
  readonly modifiedAt: number
}
