import type { Wx } from '../../../contract/wx/wx.ts'

/** What a method gives the program: nothing, a Promise where it is given no callback, a listener that stays, or a task. */
export type Gives = 'nothing' | 'promise' | 'listener' | ObjectKind
export type ObjectKind = 'RequestTask' | 'UploadTask' | 'DownloadTask' | 'SocketTask' | 'FileSystemManager'

const HEADERS = { onHeadersReceived: 'nothing', offHeadersReceived: 'nothing' } as const
const TRANSFER = { abort: 'nothing', onProgressUpdate: 'nothing', offProgressUpdate: 'nothing', ...HEADERS } as const

/**
 * What a program can call, and nothing else. All of it is asynchronous: a worker cannot wait for the page. What WeChat has as a `Sync` is
 * given as a value at the start of a run, or is not there.
 */
export const PROGRAM_API = {
  wx: {
    request: 'RequestTask',
    uploadFile: 'UploadTask',
    downloadFile: 'DownloadTask',
    connectSocket: 'SocketTask',
    onSocketOpen: 'listener',
    onSocketMessage: 'listener',
    onSocketError: 'listener',
    onSocketClose: 'listener',
    sendSocketMessage: 'promise',
    closeSocket: 'promise',
    getFileSystemManager: 'FileSystemManager',
    saveFile: 'promise',
    getSavedFileList: 'promise',
    removeSavedFile: 'promise',
    getFileInfo: 'promise',
    getSystemInfo: 'promise',
    getSystemInfoAsync: 'promise',
    getNetworkType: 'promise',
    onNetworkStatusChange: 'listener',
    offNetworkStatusChange: 'nothing',
    onAppShow: 'listener',
    offAppShow: 'nothing',
    onAppHide: 'listener',
    offAppHide: 'nothing',
    setStorage: 'promise',
    getStorage: 'promise',
    removeStorage: 'promise',
    clearStorage: 'promise',
    getStorageInfo: 'promise',
  },
  RequestTask: { abort: 'nothing', ...HEADERS, onChunkReceived: 'nothing', offChunkReceived: 'nothing' },
  UploadTask: TRANSFER,
  DownloadTask: TRANSFER,
  SocketTask: { send: 'nothing', close: 'nothing', onOpen: 'nothing', onClose: 'nothing', onError: 'nothing', onMessage: 'nothing' },
  FileSystemManager: {
    access: 'nothing',
    appendFile: 'nothing',
    copyFile: 'nothing',
    getFileInfo: 'nothing',
    mkdir: 'nothing',
    readFile: 'nothing',
    readdir: 'nothing',
    rename: 'nothing',
    rmdir: 'nothing',
    unlink: 'nothing',
    writeFile: 'nothing',
  },
} as const satisfies Readonly<Record<ObjectKind, Readonly<Record<string, Gives>>>> & { readonly wx: Partial<Record<keyof Wx, Gives>> }

/** The facts about the phone that WeChat tells at once: read when a run begins. */
export const FACTS = [
  'getSystemInfoSync',
  'getDeviceInfo',
  'getAppBaseInfo',
  'getWindowInfo',
  'getAccountInfoSync',
  'getLaunchOptionsSync',
  'getEnterOptionsSync',
] as const satisfies readonly (keyof Wx)[]

/** Written in the program itself. */
const LOCAL = [
  'env',
  'setStorageSync',
  'getStorageSync',
  'removeStorageSync',
  'clearStorageSync',
  'arrayBufferToBase64',
  'base64ToArrayBuffer',
] as const

/** Every name of `wx` that a program has. */
export const PROGRAM_NAMES: ReadonlySet<string> = new Set([...Object.keys(PROGRAM_API.wx), ...FACTS, ...LOCAL])
