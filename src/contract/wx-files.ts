import type { ApiCallbacks, ApiReturn } from './run-api.ts'

export type FileEncoding = 'ascii' | 'base64' | 'binary' | 'hex' | 'ucs2' | 'ucs-2' | 'utf16le' | 'utf-16le' | 'utf-8' | 'utf8' | 'latin1'

export interface Stats {
  mode: number
  /** Bytes. */
  size: number
  /** Seconds since 1970, as is the next. */
  lastAccessedTime: number
  lastModifiedTime: number
  isDirectory(): boolean
  isFile(): boolean
}

export interface FileStats {
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

export interface ChooseImageOption extends ApiCallbacks<ChosenImages> {
  /** Default 9. */
  count?: number
  sizeType?: string[]
  sourceType?: ('album' | 'camera')[]
}

export interface ChosenImages {
  tempFilePaths: string[]
  tempFiles: { path: string; size: number }[]
}

export interface ChooseMediaOption extends ApiCallbacks<ChosenMedia> {
  /** Default 9; up to 20. */
  count?: number
  mediaType?: ('image' | 'video' | 'mix')[]
  sourceType?: ('album' | 'camera')[]
  maxDuration?: number
  sizeType?: string[]
  camera?: 'back' | 'front'
}

export interface ChosenMedia {
  tempFiles: MediaFile[]
  type: 'image' | 'video' | 'mix'
}

export interface MediaFile {
  tempFilePath: string
  size: number
  fileType: 'image' | 'video'
  /** Seconds; 0 for an image, as height and width are. */
  duration: number
  height: number
  width: number
  /** Empty for an image. */
  thumbTempFilePath: string
}

export interface ChooseMessageFileOption extends ApiCallbacks<{ tempFiles: MessageFile[] }> {
  /** 0 to 100. */
  count: number
  /** Default `all`. */
  type?: 'all' | 'video' | 'image' | 'file'
  /** With `type: 'file'`: which file names may be chosen. */
  extension?: string[]
}

export interface MessageFile {
  name: string
  path: string
  size: number
  /** Seconds since 1970. */
  time: number
  type: 'video' | 'image' | 'file'
}

export interface SavedFile {
  filePath: string
  size: number
  /** Seconds since 1970. */
  createTime: number
}

export type SaveFileOption = { tempFilePath: string; filePath?: string } & ApiCallbacks<{ savedFilePath: string }>
export type FilePathOption<Success = object> = { filePath: string } & ApiCallbacks<Success>
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
