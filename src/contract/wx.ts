import type { WxDevice } from './wx-device.ts'
import type { WxFiles } from './wx-files.ts'
import type { WxSockets } from './wx-socket.ts'

/** What `res.data` is while the caller does not say what it expects. */
// biome-ignore lint/suspicious/noExplicitAny: WeChat's own typings leave it open, and apps written against them must compile.
export type AnyData = any

/** Options of `wx.request` (docs/wechat.md, section 1); unknown ones are ignored (REQ-21). `Data` is what the caller expects of `res.data`; nothing checks it. */
export interface RequestOption<Data = AnyData> {
  /** Absolute, http or https. Relative ones fail (URL-3). */
  url: string
  /** The body, or the query of a GET (CONV-1 … CONV-22). */
  data?: unknown
  /** Default `{ 'content-type': 'application/json' }`. `Referer` cannot be set (HDR-5). */
  header?: Record<string, unknown>
  /** ms. Default: `networkTimeout.request` of app.json, else 60,000 (LIM-4). */
  timeout?: number
  /** OPTIONS, GET, HEAD, POST, PUT, DELETE, TRACE or CONNECT, in any letter case. No PATCH (METH-3). Default GET. */
  method?: string
  /** `json` tries one JSON.parse; anything else leaves the text. Default `json`. */
  dataType?: string
  /** Default `text`. */
  responseType?: 'text' | 'arraybuffer'
  useHighPerformanceMode?: boolean
  enableHttp2?: boolean
  /** Default true; false leaves `res.profile` out. */
  enableProfile?: boolean
  enableQuic?: boolean
  enableCache?: boolean
  enableHttpDNS?: boolean
  httpDNSServiceId?: string
  httpDNSTimeout?: number
  enableHttpDNSFallback?: boolean
  /** Stream the answer through onChunkReceived; `res.data` is then `''`. */
  enableChunked?: boolean
  forceCellularNetwork?: boolean
  /** Default `follow`. */
  redirect?: 'follow' | 'manual'
  success?: (result: RequestSuccess<Data>) => void
  fail?: (result: RequestFail) => void
  complete?: (result: RequestSuccess<Data> | RequestFail) => void
}

export interface RequestSuccess<Data = AnyData> {
  /** Parsed JSON, text or an ArrayBuffer: what `dataType` and `responseType` asked for. */
  data: Data
  statusCode: number
  /** Names as the server wrote them: look them up without regard to case (HDR-10). */
  header: Record<string, string>
  /** One raw Set-Cookie line each; `[]` when there were none. */
  cookies: string[]
  /** Absent in the tool and on PC (PROF-6), and with `enableProfile: false`. */
  profile?: RequestProfile
  exception?: RequestException
  /** Present only with `enableHttpDNS: true`. */
  useHttpDNS?: boolean
  errMsg: string
}

export interface RequestFail {
  errMsg: string
  errno?: number
  exception?: RequestException
  useHttpDNS?: boolean
}

export interface RequestException {
  retryCount: number
  reasons: { errMsg: string; errno: number }[]
}

/** Stamps are epoch ms. The spelling is WeChat's own. */
export interface RequestProfile {
  invokeStart?: number
  queueStart?: number
  queueEnd?: number
  httpDNSDomainLookUpStart?: number
  httpDNSDomainLookUpEnd?: number
  redirectStart: number
  redirectEnd: number
  fetchStart: number
  domainLookUpStart: number
  domainLookUpEnd: number
  connectStart: number
  connectEnd: number
  SSLconnectionStart: number
  SSLconnectionEnd: number
  requestStart: number
  requestEnd: number
  responseStart: number
  responseEnd: number
  rtt: number
  estimate_nettype: number
  httpRttEstimate: number
  transportRttEstimate: number
  downstreamThroughputKbpsEstimate: number
  throughputKbps: number
  peerIP: string
  port: number
  protocol: string
  socketReused: boolean
  sendBytesCount: number
  receivedBytedCount: number
  usingHighPerformanceMode?: boolean
}

/** `statusCode` is missing in the tool (TASK-5). */
export interface HeadersReceivedResult {
  header: Record<string, string>
  statusCode?: number
  cookies: string[]
}

export interface ChunkReceivedResult {
  data: ArrayBuffer
}

export interface RequestTask {
  /** Ends the call with `request:fail abort`; no effect once it has ended (TASK-1, TASK-3). */
  abort(): void
  onHeadersReceived(listener: (result: HeadersReceivedResult) => void): void
  /** Without a listener, removes all of them (TASK-6). */
  offHeadersReceived(listener?: (result: HeadersReceivedResult) => void): void
  onChunkReceived(listener: (result: ChunkReceivedResult) => void): void
  offChunkReceived(listener?: (result: ChunkReceivedResult) => void): void
}

/** Options of `wx.uploadFile` (docs/wechat.md, section 8). The method is POST, and the body multipart/form-data. */
export interface UploadFileOption {
  /** Absolute, http or https. */
  url: string
  /** The file, by a path of the simulated phone such as `wxfile://tmp_1.png`. */
  filePath: string
  /** The field under which the server finds the file. */
  name: string
  /** Neither `Referer` nor `content-type` can be set (UP-6). */
  header?: Record<string, unknown>
  /** More fields. Numbers go as text (UP-1), objects as JSON; `null` and `undefined` are left out. */
  formData?: Record<string, unknown>
  /** ms. Default: `networkTimeout.uploadFile` of app.json, else 60,000 (LIM-4). */
  timeout?: number
  /** Default true; false leaves `res.profile` out. */
  enableProfile?: boolean
  enableHttp2?: boolean
  enableQuic?: boolean
  success?: (result: UploadFileSuccess) => void
  fail?: (result: TransferFail) => void
  complete?: (result: UploadFileSuccess | TransferFail) => void
}

export interface UploadFileSuccess {
  /** The body of the answer as text; never parsed (UP-3). */
  data: string
  statusCode: number
  /** From 3.5.0; absent in the tool and on PC (PROF-6), and with `enableProfile: false`. */
  profile?: RequestProfile
  errMsg: string
}

/** Options of `wx.downloadFile` (docs/wechat.md, section 8). The method is GET. */
export interface DownloadFileOption {
  /** Absolute, http or https. */
  url: string
  /** `Referer` cannot be set (HDR-5). */
  header?: Record<string, unknown>
  /** ms. Default: `networkTimeout.downloadFile` of app.json, else 60,000 (LIM-4). */
  timeout?: number
  /** Where to keep the file, under `wx.env.USER_DATA_PATH`. Default: a temp file (DOWN-1, DOWN-2). */
  filePath?: string
  /** Default true; false leaves `res.profile` out. */
  enableProfile?: boolean
  enableHttp2?: boolean
  enableQuic?: boolean
  success?: (result: DownloadFileSuccess) => void
  fail?: (result: TransferFail) => void
  complete?: (result: DownloadFileSuccess | TransferFail) => void
}

export interface DownloadFileSuccess {
  /** Where the file is; absent with `filePath`. */
  tempFilePath: string
  /** The `filePath` of the call; absent without one. */
  filePath: string
  /** Any status is a success, and its body is in the file (DOWN-3). */
  statusCode: number
  header: Record<string, string>
  /** Absent in the tool and on PC (PROF-6), and with `enableProfile: false`. */
  profile?: RequestProfile
  errMsg: string
}

export interface TransferFail {
  errMsg: string
  errno?: number
}

export interface UploadProgressResult {
  /** 0 to 100. */
  progress: number
  /** Bytes. */
  totalBytesSent: number
  /** Bytes. */
  totalBytesExpectedToSend: number
}

export interface DownloadProgressResult {
  /** 0 to 100; 0 until the end while the size is not known (DOWN-5). */
  progress: number
  /** Bytes. */
  totalBytesWritten: number
  /** Bytes; -1 until the end while the size is not known (DOWN-5). */
  totalBytesExpectedToWrite: number
}

/** What onHeadersReceived listeners of a transfer get (UP-5). */
export interface TransferHeadersResult {
  header: Record<string, string>
}

/** What both kinds of transfer give their caller. */
export interface TransferTask<Progress> {
  /** Ends the call with `fail abort`; no effect once it has ended (TASK-7). */
  abort(): void
  onProgressUpdate(listener: (result: Progress) => void): void
  /** Without a listener, removes all of them (TASK-6). */
  offProgressUpdate(listener?: (result: Progress) => void): void
  onHeadersReceived(listener: (result: TransferHeadersResult) => void): void
  offHeadersReceived(listener?: (result: TransferHeadersResult) => void): void
}

export type UploadTask = TransferTask<UploadProgressResult>
export type DownloadTask = TransferTask<DownloadProgressResult>

/** The calls of `wx` that reach a network. Methods are own, enumerable and work unbound. */
export interface WxNetwork extends WxSockets {
  /** Gives `undefined` instead of a task when the url is missing or malformed (URL-8). Never a Promise (RES-10). */
  request<Data = AnyData>(option: RequestOption<Data>): RequestTask | undefined
  /** As `request`, for one file (UP-6). */
  uploadFile(option: UploadFileOption): UploadTask | undefined
  /** As `request`, into a file of at most 200 MB (LIM-6). */
  downloadFile(option: DownloadFileOption): DownloadTask | undefined
}

/** All that this library puts on `wx`. */
export interface Wx extends WxNetwork, WxFiles, WxDevice {}
