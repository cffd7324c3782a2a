/**
 * What can be wrong with a path or a write, in the words and numbers of WeChat's file layer (docs/wechat.md, section 4).
 * Calls that only use files (uploadFile, downloadFile) put their own words around it, or instead of it.
 */
export type FileFaultKind =
  | 'no-such-file'
  /** A temp file that is gone, or was never there. */
  | 'no-such-temp-file'
  /** A path outside the directories that a mini-program has, or one that it may only read. */
  | 'permission-denied'
  | 'already-exists'
  | 'not-a-directory'
  | 'is-a-directory'
  /** Something that only files can have done to them, such as unlink. */
  | 'not-permitted'
  | 'directory-not-empty'
  | 'storage-limit'
  | 'name-too-long'
  | 'bad-encoding'
  | 'position-out-of-range'
  | 'length-out-of-range'
  /** The bytes could not be had: the browser lost them, or forbids the way to them. */
  | 'input-output'

/** What is wrong, and with which path. */
export interface FileFault {
  readonly kind: FileFaultKind
  readonly path: string
}

interface Said {
  readonly errno: number
  readonly text: (path: string, doing: string) => string
}

const SAID: Readonly<Record<FileFaultKind, Said>> = {
  'no-such-file': { errno: 1300002, text: (path, doing) => `no such file or directory, ${doing} '${path}'` },
  'no-such-temp-file': { errno: 1301112, text: () => 'tempFilePath file not exist' },
  'permission-denied': { errno: 1300014, text: (path, doing) => `permission denied, ${doing} ${path}` },
  'already-exists': { errno: 1301005, text: (path) => `file already exists ${path}` },
  'not-a-directory': { errno: 1300020, text: (path) => `not a directory ${path}` },
  'is-a-directory': { errno: 1301003, text: (path, doing) => `illegal operation on a directory, ${doing} ${path}` },
  'not-permitted': { errno: 1300001, text: (path, doing) => `operation not permitted, ${doing} ${path}` },
  'directory-not-empty': { errno: 1300066, text: () => 'directory not empty' },
  'storage-limit': { errno: 1300202, text: () => 'the maximum size of the file storage limit is exceeded' },
  'name-too-long': { errno: 1300036, text: () => 'File name too long' },
  'bad-encoding': { errno: 1300203, text: () => 'base64 encode error' },
  'position-out-of-range': { errno: 1301009, text: () => 'value of position is out of range' },
  'length-out-of-range': { errno: 1301006, text: () => 'value of length is out of range' },
  'input-output': { errno: 1300005, text: () => 'Input/output error' },
}

/** The number that WeChat's list of errno has for it. */
export function errnoOfFault({ kind }: FileFault): number {
  return SAID[kind].errno
}

/** Thrown where a file could not be used. Its message is WeChat's, as it follows `<api>:fail `. */
export class FileFailure extends Error {
  override readonly name = 'FileFailure' as const
  readonly fault: FileFault

  /** `doing` is the verb that WeChat's text has for it: `open`, `access`, `scandir` … */
  constructor(kind: FileFaultKind, path: string, doing = 'open', options?: ErrorOptions) {
    super(SAID[kind].text(path, doing), options)
    this.fault = { kind, path }
  }
}
