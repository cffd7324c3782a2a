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
  /** The form of `res.data`. Default `text`. */
  responseType?: 'text' | 'arraybuffer'
  /** Android's own network module: HTTP/2, no HttpDNS, filler in ten fields of the profile. Default true from 3.5.0, ignored elsewhere (REQ-8). */
  useHighPerformanceMode?: boolean
  /** Default false; without effect here (REQ-9). */
  enableHttp2?: boolean
  /** Default true; false leaves `res.profile` out. */
  enableProfile?: boolean
  /** Default false; without effect here (REQ-11). */
  enableQuic?: boolean
  /** Lets an equal GET be answered from the last one for as long as its `max-age` says. Default false (REQ-12). */
  enableCache?: boolean
  /** Resolves through the HttpDNS service of `httpDNSServiceId`, as long as `settings.httpdnsQuota` lasts. Default false (REQ-13). */
  enableHttpDNS?: boolean
  /** Which HttpDNS service; without one the look-up fails (REQ-14). */
  httpDNSServiceId?: string
  /** ms. Without effect here: a simulated look-up takes no time (REQ-15). */
  httpDNSTimeout?: number
  /** Default true; false lets the call fail when HttpDNS does (REQ-16). */
  enableHttpDNSFallback?: boolean
  /** Stream the answer through onChunkReceived; `res.data` is then `''`. */
  enableChunked?: boolean
  /** Default false. Fails when the simulated phone is offline (ERR-9). */
  forceCellularNetwork?: boolean
  /** `manual` gives a 3xx answer itself. Default `follow`; not on PC (REDIR-1). */
  redirect?: 'follow' | 'manual'
  /** An answer came, whatever its status (RES-6). */
  success?: (result: RequestSuccess<Data>) => void
  /** No answer came. */
  fail?: (result: RequestFail) => void
  /** After either, with the same object (RES-9). */
  complete?: (result: RequestSuccess<Data> | RequestFail) => void
}

/** What `success` gets (docs/wechat.md, section 2). */
export interface RequestSuccess<Data = AnyData> {
  /** Parsed JSON, text or an ArrayBuffer: what `dataType` and `responseType` asked for. */
  data: Data
  /** Of HTTP: 404 and 500 are a success too (RES-6). */
  statusCode: number
  /** Names as the server wrote them: look them up without regard to case (HDR-10). */
  header: Record<string, string>
  /** One raw Set-Cookie line each; `[]` when there were none. */
  cookies: string[]
  /** Absent in the tool and on PC (PROF-6), and with `enableProfile: false`. */
  profile?: RequestProfile
  /** From 3.0.0, where HttpDNS was asked for and local DNS stepped in. */
  exception?: RequestException
  /** Present only with `enableHttpDNS: true`. */
  useHttpDNS?: boolean
  /** `request:ok`. */
  errMsg: string
}

/** What `fail` gets (docs/wechat.md, section 4). */
export interface RequestFail {
  /** `request:fail` and the platform's own text. */
  errMsg: string
  /** From 2.24.0, where the platform has a number for it (RES-13). */
  errno?: number
  /** From 3.8.10. */
  exception?: RequestException
  /** From 3.8.10; present only with `enableHttpDNS: true`. */
  useHttpDNS?: boolean
}

/** What the lower layer tried before it gave its result. */
export interface RequestException {
  retryCount: number
  /** The failures before, the first one first. */
  reasons: { errMsg: string; errno: number }[]
}

/** How long a call took where (docs/wechat.md, section 2). Stamps are epoch ms, round trips ms, throughputs kbps, counts bytes. The spelling is WeChat's own. */
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

/** What onHeadersReceived listeners of a request get (TASK-4). */
export interface HeadersReceivedResult {
  header: Record<string, string>
  /** Missing in the tool (TASK-5). */
  statusCode?: number
  cookies: string[]
}

/** What onChunkReceived listeners get (CHUNK-1). */
export interface ChunkReceivedResult {
  /** A piece of the body as it came; it may end within a character (CHUNK-4). */
  data: ArrayBuffer
}

/** The task that wx.request returns. */
export interface RequestTask {
  /** Ends the call with `request:fail abort`; no effect once it has ended (TASK-1, TASK-3). */
  abort(): void
  /** Adds a listener for the response headers, called before `success` (TASK-4). */
  onHeadersReceived(listener: (result: HeadersReceivedResult) => void): void
  /** Without a listener, removes all of them (TASK-6). */
  offHeadersReceived(listener?: (result: HeadersReceivedResult) => void): void
  /** Adds a listener for the chunks of the body, with `enableChunked` (CHUNK-1). */
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
  /** Default false; without effect here. */
  enableHttp2?: boolean
  /** Default false; without effect here. */
  enableQuic?: boolean
  success?: (result: UploadFileSuccess) => void
  fail?: (result: TransferFail) => void
  complete?: (result: UploadFileSuccess | TransferFail) => void
}

/** What `success` of wx.uploadFile gets; there is no header in it (UP-3). */
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
  /** Default false; without effect here. */
  enableHttp2?: boolean
  /** Default false; without effect here. */
  enableQuic?: boolean
  success?: (result: DownloadFileSuccess) => void
  fail?: (result: TransferFail) => void
  complete?: (result: DownloadFileSuccess | TransferFail) => void
}

/** What `success` of wx.downloadFile gets. */
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

/** What `fail` of a transfer gets (docs/wechat.md, section 4). */
export interface TransferFail {
  /** The name of the call, `:fail` and the platform's own text. */
  errMsg: string
  /** From 2.24.0, where the platform has a number for it (RES-13). */
  errno?: number
}

/** What onProgressUpdate listeners of an upload get (UP-4). */
export interface UploadProgressResult {
  /** 0 to 100. */
  progress: number
  /** Bytes. */
  totalBytesSent: number
  /** Bytes. */
  totalBytesExpectedToSend: number
}

/** What onProgressUpdate listeners of a download get (DOWN-5). */
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

/** The methods of both kinds of transfer task. */
export interface TransferTask<Progress> {
  /** Ends the call with `fail abort`; no effect once it has ended (TASK-7). */
  abort(): void
  /** Adds a listener for progress, called at most twenty times a second, and for the last byte. */
  onProgressUpdate(listener: (result: Progress) => void): void
  /** Without a listener, removes all of them (TASK-6). */
  offProgressUpdate(listener?: (result: Progress) => void): void
  onHeadersReceived(listener: (result: TransferHeadersResult) => void): void
  offHeadersReceived(listener?: (result: TransferHeadersResult) => void): void
}

/** The task that wx.uploadFile returns. */
export type UploadTask = TransferTask<UploadProgressResult>

/** The task that wx.downloadFile returns. */
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
