/** The public pages on which the rules rest, by their keys in docs/wechat.md. */
const OFFICIAL = 'https://developers.weixin.qq.com/miniprogram/dev/'

export interface WxPage {
  /** What people know it by: the API, or the name of the page. */
  readonly name: string
  /** Absent where there is no one page to open: logs of clients. */
  readonly url?: string
  /** Of WeChat's own documentation. */
  readonly official: boolean
}

const official = (name: string, path: string): WxPage => ({ name, url: `${OFFICIAL}${path}`, official: true })

export const WX_PAGES = {
  req: official('wx.request', 'api/network/request/wx.request.html'),
  rt: official('RequestTask', 'api/network/request/RequestTask.html'),
  up: official('wx.uploadFile', 'api/network/upload/wx.uploadFile.html'),
  upt: official('UploadTask', 'api/network/upload/UploadTask.html'),
  down: official('wx.downloadFile', 'api/network/download/wx.downloadFile.html'),
  dt: official('DownloadTask', 'api/network/download/DownloadTask.html'),
  ws: official('wx.connectSocket', 'api/network/websocket/wx.connectSocket.html'),
  st: official('SocketTask', 'api/network/websocket/SocketTask.html'),
  net: official('网络', 'framework/ability/network.html'),
  perf: official('网络优化', 'framework/performance/network.html'),
  errno: official('通用错误码', 'framework/usability/PublicErrno.html'),
  dns: official('HTTPDNS', 'framework/ability/HTTPDNS.html'),
  fs: official('文件系统', 'framework/ability/file-system.html'),
  lan: official('局域网通信', 'framework/ability/mDNS.html'),
  api: official('API', 'framework/app-service/api.html'),
  app: official('app.json', 'reference/configuration/app.html#networkTimeout'),
  proj: official('project.config.json', 'devtools/projectconfig.html'),
  dbg: official('调试', 'devtools/debug.html'),
  rel: official('基础库更新日志', 'framework/release/'),
  typ: { name: 'miniprogram-api-typings', url: 'https://www.npmjs.com/package/miniprogram-api-typings', official: false },
  hera: { name: 'weidian-inc/hera', url: 'https://github.com/weidian-inc/hera', official: false },
  ports: { name: 'didi/dimina, Taro', url: 'https://github.com/didi/dimina', official: false },
  logs: { name: 'logs', official: false },
  forum: { name: '微信开放社区', url: 'https://developers.weixin.qq.com/community/', official: false },
} as const satisfies Readonly<Record<string, WxPage>>

export type WxPageKey = keyof typeof WX_PAGES
