import type { ApiCallbacks, ApiReturn } from './api-call.ts'

/** How text stands in a file, and bytes in a text, in all the spellings that WeChat takes. */
export type FileEncoding = 'ascii' | 'base64' | 'binary' | 'hex' | 'ucs2' | 'ucs-2' | 'utf16le' | 'utf-16le' | 'utf-8' | 'utf8' | 'latin1'

/** What is known of a file or directory. */
export interface Stats {
  /** POSIX st_mode. */
  mode: number
  /** Bytes. */
  size: number
  /** Seconds since 1970, as is the next. */
  lastAccessedTime: number
  lastModifiedTime: number
  isDirectory(): boolean
  isFile(): boolean
}

/** One entry of a recursive `stat`. */
export interface FileStats {
  /** As seen from the directory that was asked for. */
  path: string
  stats: Stats
}

/** Files of the mini-program. A call without the `Sync` tells its callbacks and returns nothing; a Sync one throws an Error whose message is WeChat's. */
export interface FileSystemManager {
  access(option: { path: string } & ApiCallbacks): void
  accessSync(path: string): void
  appendFile(option: { filePath: string; data: string | ArrayBuffer; encoding?: FileEncoding } & ApiCallbacks): void
  appendFileSync(filePath: string, data: string | ArrayBuffer, encoding?: FileEncoding): void
  copyFile(option: { srcPath: string; destPath: string } & ApiCallbacks): void
  copyFileSync(srcPath: string, destPath: string): void
  getFileInfo(option: FilePathOption<{ size: number }>): void
  getSavedFileList(option?: GetSavedFileListOption): void
  mkdir(option: { dirPath: string; recursive?: boolean } & ApiCallbacks): void
  mkdirSync(dirPath: string, recursive?: boolean): void
  readdir(option: { dirPath: string } & ApiCallbacks<{ files: string[] }>): void
  readdirSync(dirPath: string): string[]
  /** Without an encoding the data is an ArrayBuffer. */
  readFile(
    option: { filePath: string; encoding?: FileEncoding; position?: number; length?: number } & ApiCallbacks<{
      data: string | ArrayBuffer
    }>,
  ): void
  readFileSync(filePath: string, encoding?: FileEncoding, position?: number, length?: number): string | ArrayBuffer
  removeSavedFile(option: FilePathOption): void
  rename(option: { oldPath: string; newPath: string } & ApiCallbacks): void
  renameSync(oldPath: string, newPath: string): void
  rmdir(option: { dirPath: string; recursive?: boolean } & ApiCallbacks): void
  rmdirSync(dirPath: string, recursive?: boolean): void
  saveFile(option: SaveFileOption): void
  saveFileSync(tempFilePath: string, filePath?: string): string
  stat(option: { path: string; recursive?: boolean } & ApiCallbacks<{ stats: Stats | FileStats[] }>): void
  statSync(path: string, recursive?: boolean): Stats | FileStats[]
  unlink(option: FilePathOption): void
  unlinkSync(filePath: string): void
  writeFile(option: { filePath: string; data: string | ArrayBuffer; encoding?: FileEncoding } & ApiCallbacks): void
  writeFileSync(filePath: string, data: string | ArrayBuffer, encoding?: FileEncoding): void
}

/** Options of wx.chooseImage. */
export interface ChooseImageOption extends ApiCallbacks<ChosenImages> {
  /** Default 9. */
  count?: number
  /** Without effect here: a browser does not compress what is chosen. */
  sizeType?: string[]
  /** `['camera']` goes to the camera at once, where the device has one. */
  sourceType?: ('album' | 'camera')[]
}

/** What was chosen by wx.chooseImage. */
export interface ChosenImages {
  tempFilePaths: string[]
  /** The same, each with its size in bytes. */
  tempFiles: { path: string; size: number }[]
}

/** Options of wx.chooseMedia. */
export interface ChooseMediaOption extends ApiCallbacks<ChosenMedia> {
  /** Default 9; up to 20. */
  count?: number
  /** Default images and videos. */
  mediaType?: ('image' | 'video' | 'mix')[]
  /** `['camera']` goes to the camera at once, where the device has one. */
  sourceType?: ('album' | 'camera')[]
  /** Without effect here, as is the next: a browser neither cuts nor compresses what is chosen. */
  maxDuration?: number
  sizeType?: string[]
  /** Default `back`. */
  camera?: 'back' | 'front'
}

/** What was chosen by wx.chooseMedia. */
export interface ChosenMedia {
  tempFiles: MediaFile[]
  type: 'image' | 'video' | 'mix'
}

/** A picture or a video that was chosen. */
export interface MediaFile {
  tempFilePath: string
  /** Bytes. */
  size: number
  fileType: 'image' | 'video'
  /** Seconds; 0 for an image, as height and width are. */
  duration: number
  /** px, as is the width. */
  height: number
  width: number
  /** The first picture of a video; empty for an image. */
  thumbTempFilePath: string
}

/** Options of wx.chooseMessageFile. */
export interface ChooseMessageFileOption extends ApiCallbacks<{ tempFiles: MessageFile[] }> {
  /** 0 to 100. */
  count: number
  /** Default `all`. */
  type?: 'all' | 'video' | 'image' | 'file'
  /** With `type: 'file'`: which file names may be chosen. */
  extension?: string[]
}

/** A file that was chosen by wx.chooseMessageFile. */
export interface MessageFile {
  name: string
  path: string
  /** Bytes. */
  size: number
  /** Seconds since 1970. */
  time: number
  type: 'video' | 'image' | 'file'
}

/** A file that wx.saveFile kept. */
export interface SavedFile {
  filePath: string
  /** Bytes. */
  size: number
  /** Seconds since 1970. */
  createTime: number
}

/** Options of wx.saveFile; without `filePath` the file goes to a place of WeChat's own. */
export type SaveFileOption = { tempFilePath: string; filePath?: string } & ApiCallbacks<{ savedFilePath: string }>
/** Options of a call about one file. */
export type FilePathOption<Success = object> = { filePath: string } & ApiCallbacks<Success>
/** Options of wx.getSavedFileList. */
export type GetSavedFileListOption = ApiCallbacks<{ fileList: SavedFile[] }>

/** What files put on `wx`. A call gives a Promise when it is given no callback. */
export interface WxFiles {
  readonly env: { readonly USER_DATA_PATH: string }
  getFileSystemManager(): FileSystemManager
  saveFile<Option extends SaveFileOption>(option: Option): ApiReturn<Option, { savedFilePath: string }>
  getSavedFileList<Option extends GetSavedFileListOption>(option?: Option): ApiReturn<Option, { fileList: SavedFile[] }>
  removeSavedFile<Option extends FilePathOption>(option: Option): ApiReturn<Option>
  getFileInfo<Option extends FilePathOption<{ size: number }>>(option: Option): ApiReturn<Option, { size: number }>
  chooseImage<Option extends ChooseImageOption>(option?: Option): ApiReturn<Option, ChosenImages>
  chooseMedia<Option extends ChooseMediaOption>(option?: Option): ApiReturn<Option, ChosenMedia>
  chooseMessageFile<Option extends ChooseMessageFileOption>(option: Option): ApiReturn<Option, { tempFiles: MessageFile[] }>
}
