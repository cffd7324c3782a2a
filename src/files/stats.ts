import type { Stats } from '../contract/wx/wx-files.ts'
import { type FileEntry, sizeOf } from './file-tree.ts'

/** POSIX st_mode: what it is, and that its owner may write it. */
const MODES = { file: 0o100644, directory: 0o040755 }

/** WeChat's Stats. Its times are in seconds. */
export function createStats(entry: FileEntry): Stats {
  const seconds = Math.floor(entry.modifiedAt / 1000)
  return {
    mode: MODES[entry.kind],
    size: sizeOf(entry),
    // When a file was last read is not kept.
    lastAccessedTime: seconds,
    lastModifiedTime: seconds,
    isDirectory: () => entry.kind === 'directory',
    isFile: () => entry.kind === 'file',
  }
}
