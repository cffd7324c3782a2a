import type { Clock } from '../contract/clock.ts'
import type { FileStore } from '../contract/file-store.ts'
import type { Settings } from '../contract/settings.ts'
import type { WxFiles } from '../contract/wx/wx-files.ts'
import { runApi } from '../wechat/run-api.ts'
import { createChoosers } from './choose-files.ts'
import { createFileStore } from './create-file-store.ts'
import { getSavedFileList, removeSavedFile } from './directory-calls.ts'
import { createFileBytes, type ReadNow } from './file-bytes.ts'
import type { FileCallContext } from './file-call.ts'
import { getFileInfo, saveFile } from './file-calls.ts'
import { spellPath, userDirectory } from './file-path.ts'
import { createFileSpace, type FileSpaceOptions } from './file-space.ts'
import { createFileSystemManager, workOn } from './file-system-manager.ts'
import type { KeptFiles } from './kept-files.ts'
import { type PickFiles, pickFiles } from './pick-files.ts'
import { readBlobNow } from './read-blob-now.ts'
import { type ReadVideo, readVideo } from './read-video.ts'

export interface FilesOptions {
  readonly clock: Clock
  readonly settings: () => Settings
  /** Storage for files that outlive the page. Absent: none do. */
  readonly keep?: KeptFiles | undefined
  readonly onTrouble?: FileSpaceOptions['onTrouble']
  /** Default: the browser's file picker. */
  readonly pickFiles?: PickFiles
  readonly readVideo?: ReadVideo
  /** Default: a synchronous request, which only a page can make. */
  readonly readNow?: ReadNow
}

/** The files of the simulated phone: for uploads and downloads, and for the app. */
export interface Files {
  readonly store: FileStore
  readonly wx: WxFiles
  /** Settles, and never rejects, when the files of earlier pages are loaded or have timed out. Earlier Sync calls do not see them. */
  readonly ready: Promise<void>
  /** Stores what is not stored yet and closes the storage. Later calls fail like those of a phone whose storage is broken. */
  close(): Promise<void>
}

export function createFiles(options: FilesOptions): Files {
  const { clock, keep, settings } = options
  const closed = new AbortController()
  const space = createFileSpace({ clock, appid: () => settings().appid, keep, onTrouble: options.onTrouble ?? (() => {}) })
  const bytes = createFileBytes(options.readNow ?? readBlobNow)
  const now = () => clock.startedAt + clock.now()
  const context: FileCallContext = {
    space,
    bytes,
    context: () => ({ tree: space.tree(), platform: settings().platform, now, newName, remember: bytes.remember }),
  }
  const manager = createFileSystemManager(context)
  const addTemp = async (blob: Blob, suffix: string) => {
    const key = `temp/${newName(suffix)}`
    const change = [{ key, entry: { kind: 'file', blob, modifiedAt: now() } }] as const
    space.tree().checkRoom('temp', change)
    await space.commit(change)
    return spellPath(key, settings().platform)
  }
  return {
    store: createFileStore(space, now, newName),
    wx: {
      env: {
        get USER_DATA_PATH() {
          return userDirectory(settings().platform)
        },
      },
      getFileSystemManager: () => manager,
      saveFile: (option) => runApi('saveFile', option, () => workOn(saveFile, option, context)),
      getSavedFileList: (option) => runApi('getSavedFileList', option, () => workOn(getSavedFileList, option, context)),
      removeSavedFile: (option) => runApi('removeSavedFile', option, () => workOn(removeSavedFile, option, context)),
      getFileInfo: (option) => runApi('getFileInfo', option, () => workOn(getFileInfo, option, context)),
      ...createChoosers({
        addTemp,
        pickFiles: (picking) => (options.pickFiles ?? pickFiles)(picking, closed.signal),
        readVideo: options.readVideo ?? readVideo,
      }),
    },
    ready: space.loaded,
    async close() {
      closed.abort()
      await space.close()
    },
  }
}

/** As long as WeChat's own names, so that collisions are not to be expected. */
function newName(suffix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}${suffix}`
}
