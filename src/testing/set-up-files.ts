import { DEFAULT_SETTINGS, type Settings } from '../contract/settings.ts'
import type { FileSystemManager } from '../contract/wx/wx-files.ts'
import { createFiles, type Files, type FilesOptions } from '../files/create-files.ts'
import type { FileEntry } from '../files/file-tree.ts'
import type { KeptFiles } from '../files/kept-files.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'

/** A browser's storage that a test can look into, fill and break. It lives longer than the files that use it. */
export interface MemoryKeep extends KeptFiles {
  readonly kept: Map<string, FileEntry>
  /** Thrown by the next writes, as long as it is set. */
  broken?: Error | undefined
  /** Answers wait for it, for better or worse. */
  held?: Promise<void> | undefined
}

export function createMemoryKeep(): MemoryKeep {
  const keep: MemoryKeep = {
    kept: new Map(),
    async load() {
      await keep.held
      return [...keep.kept].map(([name, entry]) => ({
        appid: name.slice(0, name.indexOf('|')),
        key: name.slice(name.indexOf('|') + 1),
        entry,
      }))
    },
    async write(appid, changes, timedOut) {
      await keep.held
      if (keep.broken) throw keep.broken
      if (timedOut.aborted) return
      for (const { key, entry } of changes) {
        if (entry) keep.kept.set(`${appid}|${key}`, entry)
        else keep.kept.delete(`${appid}|${key}`)
      }
    },
    close: () => {},
  }
  return keep
}

export interface FilesUnderTest {
  readonly clock: FakeClock
  readonly files: Files
  readonly fs: FileSystemManager
  readonly keep: MemoryKeep
  readonly troubles: string[]
  settings: Settings
}

/** Files of an Android phone that nothing was written to, on a clock that stands still. */
export function setUpFiles({ keep = createMemoryKeep(), ...options }: Partial<FilesOptions> & { keep?: MemoryKeep } = {}): FilesUnderTest {
  const troubles: string[] = []
  const clock = createFakeClock()
  const made = { settings: DEFAULT_SETTINGS, keep, troubles, clock }
  const files = createFiles({
    clock,
    settings: () => made.settings,
    keep,
    onTrouble: (code) => troubles.push(code),
    ...options,
  })
  return Object.assign(made, { files, fs: files.wx.getFileSystemManager() })
}

/** Makes a call with callbacks and gives what they heard, in order. */
export function resultOf(call: (option: never) => unknown, option: object = {}): Promise<Record<string, unknown> & { errMsg: string }> {
  return new Promise((resolve) => {
    call({ ...option, complete: resolve } as never)
  })
}
