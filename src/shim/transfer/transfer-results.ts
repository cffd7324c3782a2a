import type { SavedFile } from '../../contract/event/task-event.ts'
import type { Answer } from '../../contract/transport.ts'
import type {
  DownloadFileSuccess,
  DownloadProgressResult,
  RequestProfile,
  TransferHeadersResult,
  UploadFileSuccess,
  UploadProgressResult,
} from '../../contract/wx/wx.ts'

/** The argument of `success` and `complete` of wx.uploadFile: without header and cookies (docs/wechat.md, section 8). */
export function uploadResult(answer: Answer, data: string, profile: RequestProfile | undefined): UploadFileSuccess {
  return { data, statusCode: answer.statusCode, ...(profile && { profile }), errMsg: 'uploadFile:ok' }
}

/** The argument of `success` and `complete` of wx.downloadFile: one of the two paths, never both (DOWN-1, DOWN-2). */
export function downloadResult(answer: Answer, file: SavedFile, profile: RequestProfile | undefined): DownloadFileSuccess {
  const result = {
    ...(file.chosen ? { filePath: file.path } : { tempFilePath: file.path }),
    statusCode: answer.statusCode,
    // DOWN-6: not documented, but present.
    header: { ...answer.header },
    ...(profile && { profile }),
    errMsg: 'downloadFile:ok',
  }
  // WeChat's own typings have both paths.
  return result as DownloadFileSuccess
}

/** The argument of onHeadersReceived listeners of transfers: less than for a request (UP-5). */
export function transferHeadersResult(answer: Answer): TransferHeadersResult {
  return { header: { ...answer.header } }
}

export function uploadProgressResult(loaded: number, expected: number | undefined, whole: boolean): UploadProgressResult {
  return { progress: percent(loaded, expected, whole), totalBytesSent: loaded, totalBytesExpectedToSend: expected ?? UNKNOWN }
}

export function downloadProgressResult(loaded: number, expected: number | undefined, whole: boolean): DownloadProgressResult {
  return { progress: percent(loaded, expected, whole), totalBytesWritten: loaded, totalBytesExpectedToWrite: expected ?? UNKNOWN }
}

/** DOWN-5 leaves it open; the network modules of both phones use -1 for an unknown length. */
const UNKNOWN = -1

/** Whole percent; 100 only for the last byte, even if the server announced too small a length. */
function percent(loaded: number, expected: number | undefined, whole: boolean): number {
  if (whole) return 100
  return expected === undefined ? 0 : Math.min(99, Math.floor((loaded / expected) * 100))
}
