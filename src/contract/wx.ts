/** What `res.data` is while the caller does not say what it expects. */
// biome-ignore lint/suspicious/noExplicitAny: WeChat's own typings leave it open, and apps written against them must compile.
export type AnyData = any

/** Options of `wx.request`. Spec section 1.1; unknown ones are ignored (REQ-21). `Data` is what the caller expects of `res.data`; nothing checks it. */
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
  retryCount?: number
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

/** What the shim puts on `wx`. Methods are own, enumerable and work unbound. */
export interface Wx {
  /** Gives `undefined` instead of a task when the url is missing or malformed (URL-8). Never a Promise (RES-10). */
  request<Data = AnyData>(option: RequestOption<Data>): RequestTask | undefined
}
