import type { TaskError } from '../../../contract/event/task-error.ts'
import { dictionary } from '../dictionary.ts'

/** A callback or listener that WeChat calls, by the name that an app gives it. */
export type CallbackName =
  | 'success'
  | 'fail'
  | 'complete'
  | 'onHeadersReceived'
  | 'onChunkReceived'
  | 'onProgressUpdate'
  | 'onOpen'
  | 'onMessage'
  | 'onError'
  | 'onClose'

type Texts<Name extends string> = Readonly<Record<Name, string>>

const zhCallback: Texts<CallbackName> = {
  success: '服务器返回了响应就会调用，404、500 也一样（RES-6）。请检查 res.statusCode。',
  fail: '没有得到响应时调用：参数错误、域名被拦截、断网、超时、中止。',
  complete: '总在 success 或 fail 之后调用，参数相同（RES-9）。',
  onHeadersReceived: '收到响应头时调用，早于 success，得到 header 和 cookies（TASK-4）。',
  onChunkReceived: '开启 enableChunked 后，每收到一段就调用一次（CHUNK-1）；一段可能在一个字符中间结束（CHUNK-4）。',
  onProgressUpdate: '上传或下载有进展时调用：百分比、已传和总共的字节数（UP-4）。',
  onOpen: '握手完成后调用，得到 header 和 profile（WS-4）。要在 connectSocket 之后立即注册。',
  onMessage: '收到一条消息时调用，data 是字符串或 ArrayBuffer（WS-5）。',
  onError: '连接失败时调用，只有 errMsg，之后还会调用 onClose（WS-8）。',
  onClose: '连接结束时调用，得到 code 和 reason（WS-7）。之后不再有任何监听回调。',
}

const enCallback: Texts<CallbackName> = {
  success: 'Called whenever a server responded, with 404 or 500 too (RES-6). Check res.statusCode.',
  fail: 'Called when there was no response: a parameter error, a refused domain, no network, a timeout, an abort.',
  complete: 'Always called after success or fail, with the same object (RES-9).',
  onHeadersReceived: 'Called when the response headers arrive, before success, with header and cookies (TASK-4).',
  onChunkReceived: 'With enableChunked, called for each piece of the body (CHUNK-1). A piece may end inside a character (CHUNK-4).',
  onProgressUpdate: 'Called as an upload or download moves on, with the percentage, the bytes so far and the bytes in all (UP-4).',
  onOpen: 'Called once the handshake is done, with header and profile (WS-4). Register it right after connectSocket.',
  onMessage: 'Called for each message; data is a string or an ArrayBuffer (WS-5).',
  onError: 'Called when the connection fails, with errMsg only; onClose follows (WS-8).',
  onClose: 'Called when the connection ends, with code and reason (WS-7). No listener is called after it.',
}

const zhError: Texts<TaskError['kind']> = {
  'bad-parameter': '参数的类型不对，请求没有发出；errMsg 写明了是哪个参数（URL-1）。',
  'bad-url': 'url 必须以 http:// 或 https:// 开头，没有相对路径（URL-2）。',
  'bad-method': '只支持八种 method，没有 PATCH（METH-3）。',
  'bad-data': 'data 无法序列化，例如循环引用或 BigInt（CONV-20）。',
  'bad-header': '请求头里有 HTTP 不能用的字符。开发者工具会失败，真机会丢掉这个请求头。',
  'refused-domain': '域名不在合法域名列表里（DOM-1）。',
  aborted: '请求被 abort() 中止（TASK-1）。',
  'timed-out': '超过了超时时间：调用时的 timeout，其次 app.json，默认 60 秒（LIM-4）。',
  interrupted: '小程序进入后台 5 秒后，未完成的请求会被中断（BG-1）。',
  network: '连接、TLS 或传输失败，没有得到完整的响应（ERR-4）。',
  'too-many-redirects': '重定向次数过多（REDIR-4）。',
  'http-dns': 'HttpDNS 解析失败，而且不允许改用本地 DNS（HTTPDNS-2）。',
  'no-cellular': 'forceCellularNetwork 要求移动网络，但现在没有（ERR-9）。',
  'old-tls': '服务器不支持 TLS 1.2（ERR-10）。',
  'not-utf8': '响应不是 UTF-8，无法转成文本（RES-8）。',
  'no-file': '要上传的文件不存在（UP-2）。',
  'file-too-large': '下载的文件超过 200 MB（DOWN-4）。',
  'path-refused': 'filePath 不在用户目录里（DOWN-8）。',
  'storage-full': '用户文件超过 200 MB（LIM-7）。',
  'file-not-saved': '响应无法写进文件。',
  'too-many-sockets': '同时最多 5 个 WebSocket 连接（LIM-3）。',
  'handshake-refused': '服务器没有用 101 回应握手，连接没有打开（WS-8）。',
  'page-closed': '页面在请求结束之前关闭或刷新了。',
  internal: '请求面板自己的错误，与你的代码无关。',
}

const enError: Texts<TaskError['kind']> = {
  'bad-parameter': 'An option has the wrong type, so nothing was sent; errMsg names it (URL-1).',
  'bad-url': 'A url must begin with http:// or https://; there are no relative ones (URL-2).',
  'bad-method': 'There are eight methods, and PATCH is not one of them (METH-3).',
  'bad-data': 'The data cannot be serialized, such as a cycle or a BigInt (CONV-20).',
  'bad-header': 'A header contains a character that HTTP cannot carry. DevTools fails; phones drop the header.',
  'refused-domain': 'The domain is not in the domain list (DOM-1).',
  aborted: 'The request was ended by abort() (TASK-1).',
  'timed-out': 'It took longer than the timeout: that of the call, else of app.json, else 60 s (LIM-4).',
  interrupted: 'After five seconds in the background, unfinished requests are interrupted (BG-1).',
  network: 'Connection, TLS or transfer failed before the whole response had arrived (ERR-4).',
  'too-many-redirects': 'The response redirected too many times (REDIR-4).',
  'http-dns': 'HttpDNS failed, and falling back to local DNS was not allowed (HTTPDNS-2).',
  'no-cellular': 'forceCellularNetwork asks for mobile data, and there is none (ERR-9).',
  'old-tls': 'The server does not support TLS 1.2 (ERR-10).',
  'not-utf8': 'The response is not UTF-8 and cannot become text (RES-8).',
  'no-file': 'The file to upload does not exist (UP-2).',
  'file-too-large': 'The downloaded file is larger than 200 MB (DOWN-4).',
  'path-refused': 'filePath is outside the user folder (DOWN-8).',
  'storage-full': 'The user files are larger than 200 MB (LIM-7).',
  'file-not-saved': 'The response could not be written to a file.',
  'too-many-sockets': 'At most five sockets may be open at once (LIM-3).',
  'handshake-refused': 'The server did not respond to the handshake with 101, so the socket did not open (WS-8).',
  'page-closed': 'The page was closed or reloaded before the request ended.',
  internal: 'An error of the inspector itself, not of your code.',
}

/** The settings that can be explained, by their paths. */
export type SettingPath =
  | 'platform'
  | 'lib'
  | 'appid'
  | 'envVersion'
  | 'versionNumber'
  | 'enableDebug'
  | 'urlCheck'
  | 'domainCheck'
  | 'domains'
  | 'networkTimeout'
  | 'lan'
  | 'selfIp'
  | 'httpdnsQuota'
  | 'conditions'
  | 'hold.continueAfter'
  | 'hold.freezeTimeout'
  | 'capture.maxTasks'
  | 'capture.maxBodyBytes'
  | 'capture.persist'
  | 'unmatched'

const zhSetting: Texts<SettingPath> = {
  platform: '模拟哪个平台：错误文案、res.profile、重定向等随平台不同（PROF-6）。',
  lib: '基础库版本。比它新的选项不起作用（REQ-22）。',
  appid: '小程序的 AppID，写在 Referer 里（HDR-6）。',
  envVersion: '开发版、体验版或正式版；正式版总是校验域名（DOM-10）。',
  versionNumber: '正式版的版本号，写在 Referer 里（HDR-7）。',
  enableDebug: '真机上的调试模式：开发版和体验版不校验合法域名（DOM-10）。',
  urlCheck: 'project.config.json 里的“不校验合法域名”：false 为不校验（DOM-10）。',
  domainCheck: '校验不通过时：拒绝请求（与真机一致），或只报告、照常发出。',
  domains: '四份合法域名列表：request、socket、uploadFile、downloadFile，互不通用（DOM-2）。',
  networkTimeout: 'app.json 里的 networkTimeout，每种接口一个；默认 60 秒（LIM-4）。',
  lan: '算作局域网的网段；其中的地址不用加入列表，也可以用 http（DOM-6）。',
  selfIp: '手机自己的地址，不算局域网（DOM-6）。',
  httpdnsQuota: 'HttpDNS 的剩余次数；用完后改用本地 DNS（HTTPDNS-1）。',
  conditions: '模拟的网络：延迟、速率、断开比例。只作用于 Mock 响应。',
  'hold.continueAfter': '断点处的请求多久后自动继续。',
  'hold.freezeTimeout': '请求停在断点期间，超时是否暂停计时。',
  'capture.maxTasks': '最多记录多少个请求，超出后先移除最早的。',
  'capture.maxBodyBytes': '记录最多占用多少内存，超出后先清理最早的内容，只留大小。',
  'capture.persist': '是否保留记录：刷新或崩溃后还能看到。内容以明文存在此浏览器。',
  unmatched: '没有 Mock 规则匹配时由谁响应：真实网络、转发，或者直接失败。',
}

const enSetting: Texts<SettingPath> = {
  platform: 'The simulated platform: error texts, res.profile and redirects depend on it (PROF-6).',
  lib: 'The base library version. Options newer than it have no effect (REQ-22).',
  appid: 'The AppID of the mini-program; it is part of the Referer (HDR-6).',
  envVersion: 'Development, trial or release build; a release always checks domains (DOM-10).',
  versionNumber: 'The version of a release, part of the Referer (HDR-7).',
  enableDebug: 'Debug mode on a phone: development and trial builds do not check domains (DOM-10).',
  urlCheck: '“urlCheck” of project.config.json; false turns the domain check off (DOM-10).',
  domainCheck: 'What happens to a refused request: it fails, as on a phone, or it is only reported.',
  domains: 'The four domain lists: request, socket, uploadFile, downloadFile. Each applies only to its own API (DOM-2).',
  networkTimeout: 'networkTimeout of app.json, one for each API; 60 s by default (LIM-4).',
  lan: 'Ranges that count as the local network: their addresses need no entry and may use http (DOM-6).',
  selfIp: 'The phone’s own address, which does not count as local (DOM-6).',
  httpdnsQuota: 'HttpDNS lookups left; after them local DNS is used (HTTPDNS-1).',
  conditions: 'The simulated network: latency, speed and loss. It applies to mocked responses only.',
  'hold.continueAfter': 'How long until a held request continues by itself.',
  'hold.freezeTimeout': 'Whether the timeout of a request stops while it is held.',
  'capture.maxTasks': 'How many requests are recorded; the oldest are removed first.',
  'capture.maxBodyBytes': 'How much memory the record may take; above it the oldest content goes, and its size stays.',
  'capture.persist': 'Whether the log is kept after a reload or crash. It is stored in this browser in clear text.',
  unmatched: 'Who responds when no mock rule matches: the real network, the relay, or nobody.',
}

/** Short explanations of what has no other words yet, and what stands around them. */
export const explainWords = dictionary({
  zh: {
    callback: zhCallback,
    error: zhError,
    setting: zhSetting,
    source: '来源',
    sure: '依据',
    noPage: '没有公开的页面；来自客户端的日志',
    reference: '规则说明',
    card: (rule: string) => `规则 ${rule}`,
    close: '关闭',
    /** Rules that the panel names and no record shows. */
    sentence: {
      'CHUNK-4': '一段可能在一个字符中间结束，要按流解码。',
      'DOM-12': '每份合法域名列表最多 200 条。',
      'HDR-10': '响应头名称在 HTTP/1.1 下保留服务器的大小写，在 HTTP/2 下全是小写；查找时忽略大小写。',
      'PROF-9': '文档没有说失败的请求有 profile。',
      'URL-10': '路径和查询参数不影响域名校验。',
    },
  },
  en: {
    callback: enCallback,
    error: enError,
    setting: enSetting,
    source: 'Source',
    sure: 'Basis',
    noPage: 'No public page; seen in logs of clients',
    reference: 'Reference',
    card: (rule: string) => `Rule ${rule}`,
    close: 'Close',
    sentence: {
      'CHUNK-4': 'A piece may end inside a character: decode as a stream.',
      'DOM-12': 'At most 200 entries in a domain list.',
      'HDR-10':
        'Response header names keep the server’s casing over HTTP/1.1 and are lower case over HTTP/2; match them case-insensitively.',
      'PROF-9': 'No profile is documented for a failed request.',
      'URL-10': 'Path and query do not matter to the domain check.',
    },
  },
})
