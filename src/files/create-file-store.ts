import type { FileStore, PendingFile } from '../contract/file-store.ts'
import { checkHeld } from './check-held.ts'
import { type FileArea, placeOf, spellPath } from './file-path.ts'
import type { FileSpace } from './file-space.ts'
import { sizeOf } from './file-tree.ts'
import { findSpot, lookUp } from './find-file.ts'

/** Bytes that are buffered in the page before they become one blob. */
const PIECE = 1024 * 1024

/** The files of a space as uploads and downloads use them. `now` is in epoch ms; `newName` gives a name that no file has. */
export function createFileStore(space: FileSpace, now: () => number, newName: (suffix: string) => string): FileStore {
  const begin = (area: FileArea, key: () => string, path: (key: string) => string): PendingFile => {
    const pieces: Blob[] = []
    let waiting: Uint8Array<ArrayBuffer>[] = []
    let waitingSize = 0
    let size = 0
    const handOver = () => {
      if (waitingSize > 0) pieces.push(new Blob(waiting))
      waiting = []
      waitingSize = 0
    }
    const drop = () => {
      waiting = []
      pieces.length = 0
    }
    let sealing: Promise<Blob> | undefined
    const seal = async () => {
      handOver()
      const blob = new Blob(pieces)
      drop()
      await checkHeld(blob)
      return blob
    }
    const sealed = () => {
      sealing ??= seal()
      return sealing
    }
    return {
      get size() {
        return size
      },
      write(chunk) {
        space.tree().checkRoom(area, [], size + chunk.byteLength)
        waiting.push(new Uint8Array(chunk))
        waitingSize += chunk.byteLength
        size += chunk.byteLength
        if (waitingSize >= PIECE) handOver()
      },
      async seal() {
        await sealed()
      },
      async finish() {
        const blob = await sealed()
        const at = key()
        const change = [{ key: at, entry: { kind: 'file', blob, modifiedAt: now() } }] as const
        space.tree().checkRoom(area, change)
        await space.commit(change)
        return path(at)
      },
      discard: drop,
    }
  }

  /** Temp files live in this page: they do not wait for the browser's storage. */
  const arrived = async (path: string) => {
    if (placeOf(path)?.area !== 'temp') await space.arrived()
  }

  return {
    async read(path) {
      await arrived(path)
      const found = lookUp(space.tree(), path)
      return found?.entry.kind === 'file' ? found.entry.blob : undefined
    },
    async stat(path) {
      await arrived(path)
      const entry = lookUp(space.tree(), path)?.entry
      return entry && { kind: entry.kind, size: sizeOf(entry), modifiedAt: entry.modifiedAt }
    },
    beginTemp: (suffix, platform) =>
      begin(
        'temp',
        () => `temp/${newName(suffix)}`,
        (key) => spellPath(key, platform),
      ),
    async writeTo(path) {
      await space.arrived()
      findSpot(space.tree(), path)
      return begin(
        'user',
        // The directory may have been removed in the meantime.
        () => findSpot(space.tree(), path).key,
        () => path,
      )
    },
  }
}
