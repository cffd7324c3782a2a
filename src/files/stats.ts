import type { Stats } from '../contract/wx/wx-files.ts'
import { type FileEntry, sizeOf } from './file-tree.ts'

/** POSIX st_mode: the type, and the owner's permission to write. */
const MODES = { file: 0o100644, directory: 0o040755 }

/** WeChat's Stats. Its times are in seconds. */
export function createStats(entry: FileEntry): Stats {
  const seconds = Math.floor(entry.modifiedAt / 1000)
  return {
    mode: MODES[entry.kind],
    size: sizeOf(entry),
    // The time of the last read is not stored.
    lastAccessedTime: seconds,
    lastModifiedTime: seconds,
    isDirectory: () => entry.kind === 'directory',
    isFile: () => entry.kind === 'file',
  }
}
