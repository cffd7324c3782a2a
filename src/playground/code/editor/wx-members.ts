// Written by tools/write-wx-members.mjs; a test holds it against src/contract/wx. The Chinese texts are those of miniprogram-api-typings
// (MIT), by WeChat.
import type { WxShape } from './wx-shape.ts'

export const WX_MEMBERS: Readonly<Record<string, WxShape>> = {
  Wx: {
    connectSocket: {
      type: '(option: ConnectSocketOption): SocketTask | undefined',
      gives: 'SocketTask',
      takes: 'ConnectSocketOption',
      en: 'Gives undefined instead of a task when the url is missing or malformed (WS-2). Never a Promise.',
      zh: '@warning 推荐使用 SocketTask 的方式去管理 webSocket 链接，每一条链路的生命周期都更加可控，同时存在多个 webSocket 的链接的情况下使用 wx 前缀的方法可能会带来一些和预期不一致的情况。',
    },
    onSocketOpen: {
      type: "(listener: (result: Pick<SocketOpenResult, 'header'>) => void): void",
      hears: 'SocketOpenResult',
      en: 'One listener; a later call replaces it. So with the other three.',
      zh: '@warning 推荐使用 SocketTask 的方式去管理 webSocket 链接，每一条链路的生命周期都更加可控，同时存在多个 webSocket 的链接的情况下使用 wx 前缀的方法可能会带来一些和预期不一致的情况。',
    },
    onSocketMessage: {
      type: '(listener: (result: SocketMessageResult) => void): void',
      hears: 'SocketMessageResult',
      zh: '@warning 推荐使用 SocketTask 的方式去管理 webSocket 链接，每一条链路的生命周期都更加可控，同时存在多个 webSocket 的链接的情况下使用 wx 前缀的方法可能会带来一些和预期不一致的情况。',
    },
    onSocketError: {
      type: '(listener: (result: SocketErrorResult) => void): void',
      hears: 'SocketErrorResult',
      zh: '@warning 推荐使用 SocketTask 的方式去管理 webSocket 链接，每一条链路的生命周期都更加可控，同时存在多个 webSocket 的链接的情况下使用 wx 前缀的方法可能会带来一些和预期不一致的情况。',
    },
    onSocketClose: {
      type: '(listener: (result: SocketCloseResult) => void): void',
      hears: 'SocketCloseResult',
      zh: '@warning 推荐使用 SocketTask 的方式去管理 webSocket 链接，每一条链路的生命周期都更加可控，同时存在多个 webSocket 的链接的情况下使用 wx 前缀的方法可能会带来一些和预期不一致的情况。',
    },
    sendSocketMessage: {
      type: '(option: SendSocketOption): Promise<SocketResult> | undefined',
      gives: 'SocketResult',
      takes: 'SendSocketOption',
      en: 'A Promise when no callback is given (WS-11).',
      zh: '@warning 推荐使用 SocketTask 的方式去管理 webSocket 链接，每一条链路的生命周期都更加可控，同时存在多个 webSocket 的链接的情况下使用 wx 前缀的方法可能会带来一些和预期不一致的情况。',
    },
    closeSocket: {
      type: '(option?: CloseSocketOption): Promise<SocketResult> | undefined',
      gives: 'SocketResult',
      takes: 'CloseSocketOption',
      en: 'A Promise when no callback is given (WS-11). Does nothing before the socket is open (WS-9).',
      zh: '@warning 推荐使用 SocketTask 的方式去管理 webSocket 链接，每一条链路的生命周期都更加可控，同时存在多个 webSocket 的链接的情况下使用 wx 前缀的方法可能会带来一些和预期不一致的情况。',
    },
    request: {
      type: '(option: RequestOption): RequestTask | undefined',
      gives: 'RequestTask',
      takes: 'RequestOption',
      en: 'Gives undefined instead of a task when the url is missing or malformed (URL-8). Never a Promise (RES-10).',
      zh: '发起 HTTPS 网络请求。使用前请注意阅读相关说明。',
    },
    uploadFile: {
      type: '(option: UploadFileOption): UploadTask | undefined',
      gives: 'UploadTask',
      takes: 'UploadFileOption',
      en: 'As request, for one file (UP-6).',
      zh: '将本地资源上传到服务器。客户端发起一个 HTTPS POST 请求，其中 content-type 为 multipart/form-data。使用前请注意阅读相关说明。',
    },
    downloadFile: {
      type: '(option: DownloadFileOption): DownloadTask | undefined',
      gives: 'DownloadTask',
      takes: 'DownloadFileOption',
      en: 'As request, into a file of at most 200 MB (LIM-6).',
      zh: '下载文件资源到本地。客户端直接发起一个 HTTPS GET 请求，返回文件的本地临时路径 (本地路径)，单次下载允许的最大文件为 200MB。使用前请注意阅读相关说明。',
    },
    env: {
      type: '{ readonly USER_DATA_PATH: string }',
      gives: 'WxFiles.env',
      zh: '文件系统中的用户目录路径',
    },
    getFileSystemManager: {
      type: '(): FileSystemManager',
      gives: 'FileSystemManager',
      zh: '获取全局唯一的文件管理器',
      since: '1.9.9',
    },
    saveFile: {
      type: '(option: Option): ApiReturn<Option, { savedFilePath: string }>',
      gives: 'WxFiles.saveFile result',
      takes: 'SaveFileOption',
    },
    getSavedFileList: {
      type: '(option?: Option): ApiReturn<Option, { fileList: SavedFile[] }>',
      gives: 'WxFiles.getSavedFileList result',
      takes: 'GetSavedFileListOption',
    },
    removeSavedFile: {
      type: '(option: Option): ApiReturn<Option>',
      takes: 'FilePathOption',
    },
    getFileInfo: {
      type: '(option: Option): ApiReturn<Option, { size: number }>',
      gives: 'WxFiles.getFileInfo result',
      takes: 'FilePathOption',
    },
    chooseImage: {
      type: '(option?: Option): ApiReturn<Option, ChosenImages>',
      gives: 'ChosenImages',
      takes: 'ChooseImageOption',
      zh: '@deprecated 基础库版本 2.21.0 起已废弃，请使用 wx.chooseMedia 替换 从本地相册选择图片或使用相机拍照。',
    },
    chooseMedia: {
      type: '(option?: Option): ApiReturn<Option, ChosenMedia>',
      gives: 'ChosenMedia',
      takes: 'ChooseMediaOption',
      zh: '拍摄或从手机相册中选择图片或视频。',
      since: '2.10.0',
    },
    chooseMessageFile: {
      type: '(option: Option): ApiReturn<Option, { tempFiles: MessageFile[] }>',
      gives: 'WxFiles.chooseMessageFile result',
      takes: 'ChooseMessageFileOption',
      zh: '从客户端会话选择文件。',
      since: '2.5.0',
    },
    canIUse: {
      type: '(schema: string): boolean',
      en: 'For what this wx has, at the base library that is simulated: request, request.object.enableChunked, RequestTask.abort.',
      zh: '判断小程序的API，回调，参数，组件等是否在当前版本可用。',
      since: '1.1.1',
    },
    getSystemInfoSync: {
      type: '(): SystemInfo',
      gives: 'SystemInfo',
      zh: '@deprecated 基础库版本 2.20.1 起已废弃，请使用 wx.getSystemSetting、wx.getAppAuthorizeSetting、wx.getDeviceInfo、wx.getWindowInfo、wx.ge…',
    },
    getSystemInfo: {
      type: '(option?: Option): ApiReturn<Option, SystemInfo>',
      gives: 'SystemInfo',
      takes: 'WxDevice.getSystemInfo option callbacks',
      zh: '@deprecated 基础库版本 2.20.1 起已废弃，请使用 wx.getSystemSetting、wx.getAppAuthorizeSetting、wx.getDeviceInfo、wx.getWindowInfo、wx.ge…',
    },
    getSystemInfoAsync: {
      type: '(option?: Option): ApiReturn<Option, SystemInfo>',
      gives: 'SystemInfo',
      takes: 'WxDevice.getSystemInfoAsync option callbacks',
      zh: '@deprecated 基础库版本 2.20.1 起已废弃，请使用 wx.getSystemSetting、wx.getAppAuthorizeSetting、wx.getDeviceInfo、wx.getWindowInfo、wx.ge…',
      since: '2.14.1',
    },
    getDeviceInfo: {
      type: '(): DeviceInfo',
      gives: 'DeviceInfo',
      zh: '获取设备基础信息',
      since: '2.20.1',
    },
    getAppBaseInfo: {
      type: '(): AppBaseInfo',
      gives: 'AppBaseInfo',
      zh: '获取微信APP基础信息',
      since: '2.20.1',
    },
    getWindowInfo: {
      type: '(): WindowInfo',
      gives: 'WindowInfo',
      zh: '获取窗口信息',
      since: '2.20.1',
    },
    getAccountInfoSync: {
      type: '(): AccountInfo',
      gives: 'AccountInfo',
      zh: '获取当前账号信息。线上小程序版本号仅支持在正式版小程序中获取，开发版和体验版中无法获取。',
      since: '2.2.2',
    },
    getLaunchOptionsSync: {
      type: '(): LaunchOptions',
      gives: 'LaunchOptions',
      zh: '获取小程序启动时的参数。与 App.onLaunch 的回调参数一致。',
      since: '2.1.2',
    },
    getEnterOptionsSync: {
      type: '(): LaunchOptions',
      gives: 'LaunchOptions',
      zh: '获取小程序最近一次前台进入的参数。如果发生过前台进入，则返回值与 App.onShow 的回调参数一致。如果从未发生过前台进入，则获取冷启动时的参数，此时返回值与 App.onLaunch 的回调参数一致。',
      since: '2.9.4',
    },
    getNetworkType: {
      type: '(option?: Option): ApiReturn<Option, NetworkFacts>',
      gives: 'NetworkFacts',
      takes: 'WxDevice.getNetworkType option callbacks',
      zh: '获取网络类型',
    },
    onNetworkStatusChange: {
      type: '(listener: (status: NetworkStatus) => void): void',
      hears: 'NetworkStatus',
      zh: '监听网络状态变化事件',
      since: '1.1.0',
    },
    offNetworkStatusChange: {
      type: '(listener?: (status: NetworkStatus) => void): void',
      hears: 'NetworkStatus',
      en: 'Without a listener, removes all of them.',
      zh: '移除网络状态变化事件的监听函数',
      since: '2.9.3',
    },
    onAppShow: {
      type: '(listener: (options: LaunchOptions) => void): void',
      hears: 'LaunchOptions',
      zh: '监听小程序切前台事件。该事件与 App.onShow 的回调参数一致。',
      since: '2.1.2',
    },
    offAppShow: {
      type: '(listener?: (options: LaunchOptions) => void): void',
      hears: 'LaunchOptions',
      zh: '移除小程序切前台事件的监听函数',
      since: '2.1.2',
    },
    onAppHide: {
      type: '(listener: () => void): void',
      zh: '监听小程序切后台事件。该事件与 App.onHide 的回调参数一致。',
      since: '2.1.2',
    },
    offAppHide: {
      type: '(listener?: () => void): void',
      zh: '移除小程序切后台事件的监听函数',
      since: '2.1.2',
    },
    setStorage: {
      type: '(option: Option): ApiReturn<Option>',
      takes: 'SetStorageOption',
      zh: '将数据存储在本地缓存中指定的 key 中。会覆盖掉原来该 key 对应的内容。除非用户主动删除或因存储空间原因被系统清理，否则数据都一直可用。单个 key 允许存储的最大数据长度为 1MB，所有数据存储上限为 10MB。',
    },
    getStorage: {
      type: '( option: Option, ): ApiReturn<Option, { data: Data }>',
      gives: 'WxDevice.getStorage result',
      takes: 'GetStorageOption',
      zh: '从本地缓存中异步获取指定 key 的内容。',
    },
    removeStorage: {
      type: '(option: Option): ApiReturn<Option>',
      takes: 'StorageKeyOption',
      zh: '从本地缓存中移除指定 key。',
    },
    clearStorage: {
      type: '(option?: Option): ApiReturn<Option>',
      takes: 'ApiCallbacks',
      zh: '清理本地数据缓存。',
    },
    getStorageInfo: {
      type: '(option?: Option): ApiReturn<Option, StorageInfo>',
      gives: 'StorageInfo',
      takes: 'WxDevice.getStorageInfo option callbacks',
      zh: '异步获取当前storage的相关信息。',
    },
    setStorageSync: {
      type: '(key: string, data: Data): void',
      zh: '将数据存储在本地缓存中指定的 key 中。会覆盖掉原来该 key 对应的内容。除非用户主动删除或因存储空间原因被系统清理，否则数据都一直可用。单个 key 允许存储的最大数据长度为 1MB，所有数据存储上限为 10MB。',
    },
    getStorageSync: {
      type: '(key: string): Data',
      en: "'' when there is nothing.",
      zh: '从本地缓存中同步获取指定 key 的内容。',
    },
    removeStorageSync: {
      type: '(key: string): void',
    },
    clearStorageSync: {
      type: '(): void',
    },
    getStorageInfoSync: {
      type: '(): StorageInfo',
      gives: 'StorageInfo',
    },
    arrayBufferToBase64: {
      type: '(buffer: ArrayBuffer): string',
      zh: '@deprecated 基础库版本 2.4.0 起已废弃 将 ArrayBuffer 对象转成 Base64 字符串',
      since: '1.1.0',
    },
    base64ToArrayBuffer: {
      type: '(base64: string): ArrayBuffer',
      zh: '@deprecated 基础库版本 2.4.0 起已废弃 将 Base64 字符串转成 ArrayBuffer 对象',
      since: '1.1.0',
    },
  },
  SocketTask: {
    send: {
      type: '(option: SendSocketOption): void',
      takes: 'SendSocketOption',
      zh: '通过 WebSocket 连接发送数据',
    },
    close: {
      type: '(option?: CloseSocketOption): void',
      takes: 'CloseSocketOption',
      zh: '关闭 WebSocket 连接',
    },
    onOpen: {
      type: '(listener: (result: SocketOpenResult) => void): void',
      hears: 'SocketOpenResult',
      zh: '监听 WebSocket 连接打开事件',
    },
    onClose: {
      type: '(listener: (result: SocketCloseResult) => void): void',
      hears: 'SocketCloseResult',
      zh: '监听 WebSocket 连接关闭事件',
    },
    onError: {
      type: '(listener: (result: SocketErrorResult) => void): void',
      hears: 'SocketErrorResult',
      zh: '监听 WebSocket 错误事件',
    },
    onMessage: {
      type: '(listener: (result: SocketMessageResult) => void): void',
      hears: 'SocketMessageResult',
      zh: '监听 WebSocket 接收到服务器的消息事件',
    },
    readyState: {
      type: 'number',
      en: "0 to 3, as below; not in WeChat's typings (WS-12).",
    },
    CONNECTING: {
      type: '0',
    },
    OPEN: {
      type: '1',
    },
    CLOSING: {
      type: '2',
    },
    CLOSED: {
      type: '3',
    },
  },
  SendSocketOption: {
    success: {
      type: '(result: SocketResult) => void',
      optional: true,
      hears: 'SocketResult',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: SocketFail) => void',
      optional: true,
      hears: 'SocketFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: SocketResult | SocketFail) => void',
      optional: true,
      hears: 'SocketResult',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
    data: {
      type: 'string | ArrayBuffer',
      en: 'Anything else fails (WS-15).',
      zh: '需要发送的内容',
    },
  },
  SocketResult: {
    errMsg: {
      type: 'string',
    },
  },
  SocketFail: {
    errMsg: {
      type: 'string',
    },
    errno: {
      type: 'number',
      optional: true,
      en: 'From 2.24.0, where the platform has a number for it (RES-13).',
    },
  },
  CloseSocketOption: {
    success: {
      type: '(result: SocketResult) => void',
      optional: true,
      hears: 'SocketResult',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: SocketFail) => void',
      optional: true,
      hears: 'SocketFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: SocketResult | SocketFail) => void',
      optional: true,
      hears: 'SocketResult',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
    code: {
      type: 'number',
      optional: true,
      en: 'Default 1000; 1000 or 3000 to 4999 (WS-16).',
      zh: '一个数字值表示关闭连接的状态号，表示连接被关闭的原因。',
    },
    reason: {
      type: 'string',
      optional: true,
      en: 'At most 123 bytes of UTF-8 (WS-7).',
      zh: '一个可读的字符串，表示连接被关闭的原因。这个字符串必须是不长于 123 字节的 UTF-8 文本（不是字符）。',
    },
  },
  SocketOpenResult: {
    header: {
      type: 'Record<string, string>',
      en: 'Of the answer to the handshake; of a real one a page sees the sub-protocol alone.',
      zh: '连接成功的 HTTP 响应 Header',
      since: '2.0.0',
    },
    profile: {
      type: 'SocketProfile',
      gives: 'SocketProfile',
      en: "Absent in the tool and on PC (PROF-6), though WeChat's typings always have it.",
      zh: '网络请求过程中一些调试信息',
      since: '2.10.4',
    },
  },
  SocketProfile: {
    fetchStart: {
      type: 'number',
      zh: '组件准备好使用 SOCKET 建立请求的时间，这发生在检查本地缓存之前',
    },
    domainLookUpStart: {
      type: 'number',
      zh: 'DNS 域名查询开始的时间，如果使用了本地缓存（即无 DNS 查询）或持久连接，则与 fetchStart 值相等',
    },
    domainLookUpEnd: {
      type: 'number',
      zh: 'DNS 域名查询完成的时间，如果使用了本地缓存（即无 DNS 查询）或持久连接，则与 fetchStart 值相等',
    },
    connectStart: {
      type: 'number',
      zh: '开始建立连接的时间，如果是持久连接，则与 fetchStart 值相等。注意如果在传输层发生了错误且重新建立连接，则这里显示的是新建立的连接开始的时间',
    },
    connectEnd: {
      type: 'number',
      zh: '完成建立连接的时间（完成握手），如果是持久连接，则与 fetchStart 值相等。注意如果在传输层发生了错误且重新建立连接，则这里显示的是新建立的连接完成的时间。注意这里握手结束，包括安全连接建立完成、SOCKS 授权通过',
    },
    rtt: {
      type: 'number',
      zh: '单次连接的耗时，包括 connect ，tls',
    },
    handshakeCost: {
      type: 'number',
      zh: '握手耗时',
    },
    cost: {
      type: 'number',
      zh: '上层请求到返回的耗时',
    },
  },
  SocketCloseResult: {
    code: {
      type: 'number',
      zh: '一个数字值表示关闭连接的状态号，表示连接被关闭的原因。',
    },
    reason: {
      type: 'string',
      en: 'Phones put a text where the closing side gave none.',
      zh: '一个可读的字符串，表示连接被关闭的原因。',
    },
  },
  SocketErrorResult: {
    errMsg: {
      type: 'string',
    },
  },
  SocketMessageResult: {
    data: {
      type: 'string | ArrayBuffer',
      en: 'Binary messages are always an ArrayBuffer (WS-5).',
      zh: '服务器返回的消息',
    },
  },
  ConnectSocketOption: {
    url: {
      type: 'string',
      en: 'Absolute, ws or wss.',
      zh: '开发者服务器 wss 接口地址',
    },
    header: {
      type: 'Record<string, unknown>',
      optional: true,
      en: 'Goes with the handshake. Referer cannot be set (HDR-5).',
      zh: 'HTTP Header，Header 中不能设置 Referer',
    },
    protocols: {
      type: 'string[]',
      optional: true,
      en: 'Sub-protocols, the best first (WS-3).',
      zh: '子协议数组',
      since: '1.4.0',
    },
    tcpNoDelay: {
      type: 'boolean',
      optional: true,
      en: 'Default false; without effect here.',
      zh: '建立 TCP 连接的时候的 TCP_NODELAY 设置',
      since: '2.4.0',
    },
    perMessageDeflate: {
      type: 'boolean',
      optional: true,
      en: 'Offers the compression in the handshake; nothing is compressed here. Default false.',
      zh: '是否开启压缩扩展',
      since: '2.8.0',
    },
    timeout: {
      type: 'number',
      optional: true,
      en: 'ms that the handshake may take. Default: networkTimeout.connectSocket of app.json, else 60,000 (LIM-4).',
      zh: '超时时间，单位为毫秒',
      since: '2.10.0',
    },
    forceCellularNetwork: {
      type: 'boolean',
      optional: true,
      en: 'Default false. Fails when the simulated phone is offline (ERR-9).',
      zh: '强制使用蜂窝网络发送请求',
      since: '2.29.0',
    },
    success: {
      type: '(result: ConnectSocketSuccess) => void',
      optional: true,
      hears: 'ConnectSocketSuccess',
      en: 'The call was accepted; the listeners report whether the socket opens (WS-2).',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: SocketFail) => void',
      optional: true,
      hears: 'SocketFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: ConnectSocketSuccess | SocketFail) => void',
      optional: true,
      hears: 'ConnectSocketSuccess',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  ConnectSocketSuccess: {
    errMsg: {
      type: 'string',
    },
    socketTaskId: {
      type: 'number',
      optional: true,
      en: 'Only in the tool.',
    },
  },
  RequestTask: {
    abort: {
      type: '(): void',
      en: 'Ends the call with request:fail abort; no effect once it has ended (TASK-1, TASK-3).',
      zh: '中断请求任务',
      since: '1.4.0',
    },
    onHeadersReceived: {
      type: '(listener: (result: HeadersReceivedResult) => void): void',
      hears: 'HeadersReceivedResult',
      en: 'Adds a listener for the response headers, called before success (TASK-4).',
      zh: '监听 HTTP Response Header 事件。会比请求完成事件更早',
      since: '2.1.0',
    },
    offHeadersReceived: {
      type: '(listener?: (result: HeadersReceivedResult) => void): void',
      hears: 'HeadersReceivedResult',
      en: 'Without a listener, removes all of them (TASK-6).',
      zh: '移除 HTTP Response Header 事件的监听函数',
      since: '2.1.0',
    },
    onChunkReceived: {
      type: '(listener: (result: ChunkReceivedResult) => void): void',
      hears: 'ChunkReceivedResult',
      en: 'Adds a listener for the chunks of the body, with enableChunked (CHUNK-1).',
      zh: '监听 Transfer-Encoding Chunk Received 事件。当接收到新的chunk时触发。',
      since: '2.20.1',
    },
    offChunkReceived: {
      type: '(listener?: (result: ChunkReceivedResult) => void): void',
      hears: 'ChunkReceivedResult',
      zh: '移除 Transfer-Encoding Chunk Received 事件的监听函数',
      since: '2.20.1',
    },
  },
  HeadersReceivedResult: {
    header: {
      type: 'Record<string, string>',
    },
    statusCode: {
      type: 'number',
      optional: true,
      en: 'Missing in the tool (TASK-5).',
    },
    cookies: {
      type: 'string[]',
    },
  },
  ChunkReceivedResult: {
    data: {
      type: 'ArrayBuffer',
      en: 'A piece of the body as it came; it may end within a character (CHUNK-4).',
      zh: '返回的chunk buffer',
    },
  },
  RequestOption: {
    url: {
      type: 'string',
      en: 'Absolute, http or https. Relative ones fail (URL-3).',
      zh: '开发者服务器接口地址',
    },
    data: {
      type: 'unknown',
      optional: true,
      en: 'The body, or the query of a GET (CONV-1 … CONV-22).',
      zh: '请求的参数',
    },
    header: {
      type: 'Record<string, unknown>',
      optional: true,
      en: "Default { 'content-type': 'application/json' }. Referer cannot be set (HDR-5).",
      zh: '设置请求的 header，header 中不能设置 Referer。 content-type 默认为 application/json',
    },
    timeout: {
      type: 'number',
      optional: true,
      en: 'ms. Default: networkTimeout.request of app.json, else 60,000 (LIM-4).',
      zh: '超时时间，单位为毫秒。默认值为 60000',
      since: '2.10.0',
    },
    method: {
      type: 'string',
      optional: true,
      en: 'OPTIONS, GET, HEAD, POST, PUT, DELETE, TRACE or CONNECT, in any letter case. No PATCH (METH-3). Default GET.',
      zh: 'HTTP 请求方法',
    },
    dataType: {
      type: 'string',
      optional: true,
      en: 'json tries one JSON.parse; anything else leaves the text. Default json.',
      zh: '返回的数据格式。值为 json 时，返回的数据为 JSON，返回后会对返回的数据进行一次 JSON.parse；其他值则不对返回的内容进行 JSON.parse',
    },
    responseType: {
      type: "'text' | 'arraybuffer'",
      optional: true,
      en: 'The form of res.data. Default text.',
      zh: '响应的数据类型',
      since: '1.7.0',
    },
    useHighPerformanceMode: {
      type: 'boolean',
      optional: true,
      en: "Android's own network module: HTTP/2, no HttpDNS, filler in ten fields of the profile. Default true from 3.5.0, ignored elsewhere (REQ-8).",
      zh: '使用高性能模式。从基础库 v3.5.0 开始在 Android 端默认开启，其他端暂不生效。该模式下有更优的网络性能表现，更多信息请查看下方说明。',
      since: '3.3.3',
    },
    enableHttp2: {
      type: 'boolean',
      optional: true,
      en: 'Default false; without effect here (REQ-9).',
      zh: '开启 http2',
      since: '2.10.4',
    },
    enableProfile: {
      type: 'boolean',
      optional: true,
      en: 'Default true; false leaves res.profile out.',
      zh: '是否开启 profile。iOS 和 Android 端默认开启，其他端暂不支持。开启后可在接口回调的 res.profile 中查看性能调试信息。',
    },
    enableQuic: {
      type: 'boolean',
      optional: true,
      en: 'Default false; without effect here (REQ-11).',
      zh: '是否开启 Quic/h3 协议（iOS 微信目前使用 gQUIC-Q43；Android 微信在 v8.0.54 前使用 gQUIC-Q43，v8.0.54 开始使用 IETF QUIC，即 h3 协议；PC微信使用 IETF QUIC，…',
      since: '2.10.4',
    },
    enableCache: {
      type: 'boolean',
      optional: true,
      en: 'Lets an equal GET be answered from the last one for as long as its max-age says. Default false (REQ-12).',
      zh: '开启 Http 缓存',
      since: '2.10.4',
    },
    enableHttpDNS: {
      type: 'boolean',
      optional: true,
      en: 'Resolves through the HttpDNS service of httpDNSServiceId, as long as settings.httpdnsQuota lasts. Default false (REQ-13).',
      zh: '是否开启 HttpDNS 服务。如开启，需要同时填入 httpDNSServiceId 。',
      since: '2.19.1',
    },
    httpDNSServiceId: {
      type: 'string',
      optional: true,
      en: 'Which HttpDNS service; without one the look-up fails (REQ-14).',
      zh: 'HttpDNS 服务商 Id。',
      since: '2.19.1',
    },
    httpDNSTimeout: {
      type: 'number',
      optional: true,
      en: 'ms. Without effect here: a simulated look-up takes no time (REQ-15).',
      zh: 'HttpDNS 超时时间。HttpDNS解析时间超过该值时不再走HttpDNS，本次请求将回退到localDNS。默认为 60000 毫秒。',
      since: '3.8.9',
    },
    enableHttpDNSFallback: {
      type: 'boolean',
      optional: true,
      en: 'Default true; false lets the call fail when HttpDNS does (REQ-16).',
      zh: '是否开启 HttpDNS 兜底。开启时，HttpDNS 服务查询失败会回退到 localDNS；关闭时，HttpDNS 服务查询失败将直接报错，不回退到 localDNS。默认为 true。',
      since: '3.16.2',
    },
    enableChunked: {
      type: 'boolean',
      optional: true,
      en: "Stream the answer through onChunkReceived; res.data is then ''.",
      zh: '开启 transfer-encoding chunked。',
      since: '2.20.2',
    },
    forceCellularNetwork: {
      type: 'boolean',
      optional: true,
      en: 'Default false. Fails when the simulated phone is offline (ERR-9).',
      zh: '强制使用蜂窝网络发送请求',
      since: '2.21.0',
    },
    redirect: {
      type: "'follow' | 'manual'",
      optional: true,
      en: 'manual gives a 3xx answer itself. Default follow; not on PC (REDIR-1).',
      zh: '重定向拦截策略。（目前安卓、iOS、开发者工具已支持，PC端将在后续支持）',
      since: '3.2.2',
    },
    success: {
      type: '(result: RequestSuccess) => void',
      optional: true,
      hears: 'RequestSuccess',
      en: 'An answer came, whatever its status (RES-6).',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: RequestFail) => void',
      optional: true,
      hears: 'RequestFail',
      en: 'No answer came.',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: RequestSuccess | RequestFail) => void',
      optional: true,
      hears: 'RequestSuccess',
      en: 'After either, with the same object (RES-9).',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  RequestSuccess: {
    data: {
      type: 'Data',
      en: 'Parsed JSON, text or an ArrayBuffer: what dataType and responseType asked for.',
      zh: '开发者服务器返回的数据',
    },
    statusCode: {
      type: 'number',
      en: 'Of HTTP: 404 and 500 are a success too (RES-6).',
      zh: '开发者服务器返回的 HTTP 状态码',
    },
    header: {
      type: 'Record<string, string>',
      en: 'Names as the server wrote them: look them up without regard to case (HDR-10).',
      zh: '开发者服务器返回的 HTTP Response Header',
      since: '1.2.0',
    },
    cookies: {
      type: 'string[]',
      en: 'One raw Set-Cookie line each; [] when there were none.',
      zh: '开发者服务器返回的 cookies，格式为字符串数组',
      since: '2.10.0',
    },
    profile: {
      type: 'RequestProfile',
      optional: true,
      gives: 'RequestProfile',
      en: 'Absent in the tool and on PC (PROF-6), and with enableProfile: false.',
      zh: '网络请求过程中一些调试信息，查看详细说明。目前仅 iOS 和 Android 端支持，其他端暂不支持。',
      since: '2.10.4',
    },
    exception: {
      type: 'RequestException',
      optional: true,
      gives: 'RequestException',
      en: 'From 3.0.0, where HttpDNS was asked for and local DNS stepped in.',
      zh: '网络请求过程中的一些异常信息，例如httpdns超时等',
      since: '3.0.0',
    },
    useHttpDNS: {
      type: 'boolean',
      optional: true,
      en: 'Present only with enableHttpDNS: true.',
      zh: '最终请求是否使用了HttpDNS解析的IP。仅当enableHttpDNS传true时返回此字段。如果开启enableHttpDNS但最终请求未使用HttpDNS解析的IP，可在exception查看原因。',
      since: '3.4.10',
    },
    errMsg: {
      type: 'string',
      en: 'request:ok.',
    },
  },
  RequestProfile: {
    invokeStart: {
      type: 'number',
      optional: true,
      zh: '调用接口的时间。',
      since: '3.8.10',
    },
    queueStart: {
      type: 'number',
      optional: true,
      zh: '开始排队的时间。达到并行上限时才需要排队。',
      since: '3.8.10',
    },
    queueEnd: {
      type: 'number',
      optional: true,
      zh: '结束排队的时间。达到并行上限时才需要排队。如果未发生排队，则该字段和 queueStart 字段值相同',
      since: '3.8.10',
    },
    httpDNSDomainLookUpStart: {
      type: 'number',
      optional: true,
      zh: 'httpDNS 开始查询的时间。仅当开启 httpDNS 功能时返回该字段。目前仅wx.request接口支持',
      since: '3.8.9',
    },
    httpDNSDomainLookUpEnd: {
      type: 'number',
      optional: true,
      zh: 'httpDNS 完成查询的时间。仅当开启 httpDNS 功能时返回该字段。目前仅wx.request接口支持',
      since: '3.8.9',
    },
    redirectStart: {
      type: 'number',
      zh: '第一个 HTTP 重定向发生时的时间。有跳转且是同域名内的重定向才算，否则值为 0',
    },
    redirectEnd: {
      type: 'number',
      zh: '最后一个 HTTP 重定向完成时的时间。有跳转且是同域名内部的重定向才算，否则值为 0',
    },
    fetchStart: {
      type: 'number',
      zh: '组件准备好使用 HTTP 请求抓取资源的时间，这发生在检查本地缓存之前',
    },
    domainLookUpStart: {
      type: 'number',
      zh: 'Local DNS 域名查询开始的时间，如果使用了本地缓存（即无 DNS 查询）或持久连接，则与 fetchStart 值相等',
    },
    domainLookUpEnd: {
      type: 'number',
      zh: 'Local DNS 域名查询完成的时间，如果使用了本地缓存（即无 DNS 查询）或持久连接，则与 fetchStart 值相等',
    },
    connectStart: {
      type: 'number',
      zh: 'HTTP（TCP） 开始建立连接的时间，如果是持久连接，则与 fetchStart 值相等。注意如果在传输层发生了错误且重新建立连接，则这里显示的是新建立的连接开始的时间',
    },
    connectEnd: {
      type: 'number',
      zh: 'HTTP（TCP） 完成建立连接的时间（完成握手），如果是持久连接，则与 fetchStart 值相等。注意如果在传输层发生了错误且重新建立连接，则这里显示的是新建立的连接完成的时间。',
    },
    SSLconnectionStart: {
      type: 'number',
      zh: 'SSL建立连接的时间,如果不是安全连接,则值为 0',
    },
    SSLconnectionEnd: {
      type: 'number',
      zh: 'SSL建立完成的时间,如果不是安全连接,则值为 0',
    },
    requestStart: {
      type: 'number',
      zh: 'HTTP请求读取真实文档开始的时间（完成建立连接），包括从本地读取缓存。连接错误重连时，这里显示的也是新建立连接的时间',
    },
    requestEnd: {
      type: 'number',
      zh: 'HTTP请求读取真实文档结束的时间',
    },
    responseStart: {
      type: 'number',
      zh: 'HTTP 开始接收响应的时间（获取到第一个字节），包括从本地读取缓存',
    },
    responseEnd: {
      type: 'number',
      zh: 'HTTP 响应全部接收完成的时间（获取到最后一个字节），包括从本地读取缓存',
    },
    rtt: {
      type: 'number',
      zh: '当次请求连接过程中实时 rtt',
    },
    estimate_nettype: {
      type: 'number',
      zh: '评估的网络状态 unknown, offline, slow 2g, 2g, 3g, 4g, last/0, 1, 2, 3, 4, 5, 6',
    },
    httpRttEstimate: {
      type: 'number',
      zh: '协议层根据多个请求评估当前网络的 rtt（仅供参考）',
    },
    transportRttEstimate: {
      type: 'number',
      zh: '传输层根据多个请求评估的当前网络的 rtt（仅供参考）',
    },
    downstreamThroughputKbpsEstimate: {
      type: 'number',
      zh: '评估当前网络下载的kbps',
    },
    throughputKbps: {
      type: 'number',
      zh: '当前网络的实际下载kbps',
    },
    peerIP: {
      type: 'string',
      zh: '当前请求的IP',
    },
    port: {
      type: 'number',
      zh: '当前请求的端口',
    },
    protocol: {
      type: 'string',
      zh: '使用协议类型，有效值：http1.1, h2, quic, unknown',
    },
    socketReused: {
      type: 'boolean',
      zh: '是否复用连接',
    },
    sendBytesCount: {
      type: 'number',
      zh: '发送的字节数',
    },
    receivedBytedCount: {
      type: 'number',
      zh: '收到字节数',
    },
    usingHighPerformanceMode: {
      type: 'boolean',
      optional: true,
      zh: '是否走到了高性能模式。基础库 v3.3.4 起支持。',
    },
  },
  RequestException: {
    retryCount: {
      type: 'number',
      zh: '本次请求底层重试次数',
    },
    reasons: {
      type: '{ errMsg: string; errno: number }[]',
      en: 'The failures before, the first one first.',
      zh: '本次请求底层失败信息，所有失败信息均符合Errno错误码',
    },
  },
  RequestFail: {
    errMsg: {
      type: 'string',
      en: "request:fail and the platform's own text.",
      zh: '错误信息',
    },
    errno: {
      type: 'number',
      optional: true,
      en: 'From 2.24.0, where the platform has a number for it (RES-13).',
      zh: 'errno 错误码，错误码的详细说明参考 Errno错误码',
      since: '2.24.0',
    },
    exception: {
      type: 'RequestException',
      optional: true,
      gives: 'RequestException',
      en: 'From 3.8.10.',
      zh: '网络请求过程中的一些异常信息，例如httpdns超时等',
      since: '3.8.10',
    },
    useHttpDNS: {
      type: 'boolean',
      optional: true,
      en: 'From 3.8.10; present only with enableHttpDNS: true.',
      zh: '最终请求是否使用了HttpDNS解析的IP。仅当enableHttpDNS传true时返回此字段。如果开启enableHttpDNS但最终请求未使用HttpDNS解析的IP，可在exception查看原因。',
      since: '3.8.10',
    },
  },
  UploadTask: {
    abort: {
      type: '(): void',
      en: 'Ends the call with fail abort; no effect once it has ended (TASK-7).',
    },
    onProgressUpdate: {
      type: '(listener: (result: Progress) => void): void',
      en: 'Adds a listener for progress, called at most twenty times a second, and for the last byte.',
    },
    offProgressUpdate: {
      type: '(listener?: (result: Progress) => void): void',
      en: 'Without a listener, removes all of them (TASK-6).',
    },
    onHeadersReceived: {
      type: '(listener: (result: TransferHeadersResult) => void): void',
      hears: 'TransferHeadersResult',
    },
    offHeadersReceived: {
      type: '(listener?: (result: TransferHeadersResult) => void): void',
      hears: 'TransferHeadersResult',
    },
  },
  TransferHeadersResult: {
    header: {
      type: 'Record<string, string>',
    },
  },
  UploadFileOption: {
    url: {
      type: 'string',
      en: 'Absolute, http or https.',
      zh: '开发者服务器地址',
    },
    filePath: {
      type: 'string',
      en: 'The file, by a path of the simulated phone such as wxfile://tmp_1.png.',
      zh: '要上传文件资源的路径 (本地路径)',
    },
    name: {
      type: 'string',
      en: 'The field under which the server finds the file.',
      zh: '文件对应的 key，开发者在服务端可以通过这个 key 获取文件的二进制内容',
    },
    header: {
      type: 'Record<string, unknown>',
      optional: true,
      en: 'Neither Referer nor content-type can be set (UP-6).',
      zh: 'HTTP 请求 Header，Header 中不能设置 Referer',
    },
    formData: {
      type: 'Record<string, unknown>',
      optional: true,
      en: 'More fields. Numbers go as text (UP-1), objects as JSON; null and undefined are left out.',
      zh: 'HTTP 请求中其他额外的 form data',
    },
    timeout: {
      type: 'number',
      optional: true,
      en: 'ms. Default: networkTimeout.uploadFile of app.json, else 60,000 (LIM-4).',
      zh: '超时时间，单位为毫秒',
      since: '2.10.0',
    },
    enableProfile: {
      type: 'boolean',
      optional: true,
      en: 'Default true; false leaves res.profile out.',
      zh: '是否开启 profile。iOS 和 Android 端默认开启，其他端暂不支持。开启后可在接口回调的 res.profile 中查看性能调试信息。',
      since: '3.5.0',
    },
    enableHttp2: {
      type: 'boolean',
      optional: true,
      en: 'Default false; without effect here.',
      zh: '是否开启 http2',
      since: '2.10.4',
    },
    enableQuic: {
      type: 'boolean',
      optional: true,
      en: 'Default false; without effect here.',
      zh: '是否开启 Quic/h3 协议（iOS 微信目前使用 gQUIC-Q43；Android 微信在 v8.0.54 前使用 gQUIC-Q43，v8.0.54 开始使用 IETF QUIC，即 h3 协议；PC微信使用 IETF QUIC，…',
      since: '2.10.4',
    },
    success: {
      type: '(result: UploadFileSuccess) => void',
      optional: true,
      hears: 'UploadFileSuccess',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: TransferFail) => void',
      optional: true,
      hears: 'TransferFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: UploadFileSuccess | TransferFail) => void',
      optional: true,
      hears: 'UploadFileSuccess',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  UploadFileSuccess: {
    data: {
      type: 'string',
      en: 'The body of the answer as text; never parsed (UP-3).',
      zh: '开发者服务器返回的数据',
    },
    statusCode: {
      type: 'number',
      zh: '开发者服务器返回的 HTTP 状态码',
    },
    profile: {
      type: 'RequestProfile',
      optional: true,
      gives: 'RequestProfile',
      en: 'From 3.5.0; absent in the tool and on PC (PROF-6), and with enableProfile: false.',
      zh: '网络请求过程中一些调试信息，查看详细说明。目前 iOS 和 Android 端支持。',
      since: '3.5.0',
    },
    errMsg: {
      type: 'string',
    },
  },
  TransferFail: {
    errMsg: {
      type: 'string',
      en: "The name of the call, :fail and the platform's own text.",
    },
    errno: {
      type: 'number',
      optional: true,
      en: 'From 2.24.0, where the platform has a number for it (RES-13).',
    },
  },
  DownloadTask: {
    abort: {
      type: '(): void',
      en: 'Ends the call with fail abort; no effect once it has ended (TASK-7).',
    },
    onProgressUpdate: {
      type: '(listener: (result: Progress) => void): void',
      en: 'Adds a listener for progress, called at most twenty times a second, and for the last byte.',
    },
    offProgressUpdate: {
      type: '(listener?: (result: Progress) => void): void',
      en: 'Without a listener, removes all of them (TASK-6).',
    },
    onHeadersReceived: {
      type: '(listener: (result: TransferHeadersResult) => void): void',
      hears: 'TransferHeadersResult',
    },
    offHeadersReceived: {
      type: '(listener?: (result: TransferHeadersResult) => void): void',
      hears: 'TransferHeadersResult',
    },
  },
  DownloadFileOption: {
    url: {
      type: 'string',
      en: 'Absolute, http or https.',
      zh: '下载资源的 url',
    },
    header: {
      type: 'Record<string, unknown>',
      optional: true,
      en: 'Referer cannot be set (HDR-5).',
      zh: 'HTTP 请求的 Header，Header 中不能设置 Referer',
    },
    timeout: {
      type: 'number',
      optional: true,
      en: 'ms. Default: networkTimeout.downloadFile of app.json, else 60,000 (LIM-4).',
      zh: '超时时间，单位为毫秒，默认值为 60000 即一分钟。',
      since: '2.10.0',
    },
    filePath: {
      type: 'string',
      optional: true,
      en: 'Where to keep the file, under wx.env.USER_DATA_PATH. Default: a temp file (DOWN-1, DOWN-2).',
      zh: '指定文件下载后存储的路径 (本地路径)',
      since: '1.8.0',
    },
    enableProfile: {
      type: 'boolean',
      optional: true,
      en: 'Default true; false leaves res.profile out.',
      zh: '是否开启 profile。iOS 和 Android 端默认开启，其他端暂不支持。开启后可在接口回调的 res.profile 中查看性能调试信息。',
    },
    enableHttp2: {
      type: 'boolean',
      optional: true,
      en: 'Default false; without effect here.',
      zh: '是否开启 http2',
      since: '2.10.4',
    },
    enableQuic: {
      type: 'boolean',
      optional: true,
      en: 'Default false; without effect here.',
      zh: '是否开启 Quic/h3 协议（iOS 微信目前使用 gQUIC-Q43；Android 微信在 v8.0.54 前使用 gQUIC-Q43，v8.0.54 开始使用 IETF QUIC，即 h3 协议；PC微信使用 IETF QUIC，…',
      since: '2.10.4',
    },
    success: {
      type: '(result: DownloadFileSuccess) => void',
      optional: true,
      hears: 'DownloadFileSuccess',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: TransferFail) => void',
      optional: true,
      hears: 'TransferFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: DownloadFileSuccess | TransferFail) => void',
      optional: true,
      hears: 'DownloadFileSuccess',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  DownloadFileSuccess: {
    tempFilePath: {
      type: 'string',
      en: 'Where the file is; absent with filePath.',
      zh: '临时文件路径 (本地路径)。没传入 filePath 指定文件存储路径时会返回，下载后的文件会存储到一个临时文件',
    },
    filePath: {
      type: 'string',
      en: 'The filePath of the call; absent without one.',
      zh: '用户文件路径 (本地路径)。传入 filePath 时会返回，跟传入的 filePath 一致',
    },
    statusCode: {
      type: 'number',
      en: 'Any status is a success, and its body is in the file (DOWN-3).',
      zh: '开发者服务器返回的 HTTP 状态码',
    },
    header: {
      type: 'Record<string, string>',
    },
    profile: {
      type: 'RequestProfile',
      optional: true,
      gives: 'RequestProfile',
      en: 'Absent in the tool and on PC (PROF-6), and with enableProfile: false.',
      zh: '网络请求过程中一些调试信息，查看详细说明。目前 iOS 和 Android 端支持。',
      since: '2.10.4',
    },
    errMsg: {
      type: 'string',
    },
  },
  'WxFiles.env': {
    USER_DATA_PATH: {
      type: 'string',
    },
  },
  FileSystemManager: {
    access: {
      type: '(option: { path: string } & ApiCallbacks): void',
      takes: 'FileSystemManager.access option',
      zh: '判断文件/目录是否存在',
    },
    accessSync: {
      type: '(path: string): void',
    },
    appendFile: {
      type: '(option: { filePath: string; data: string | ArrayBuffer; encoding?: F…',
      takes: 'FileSystemManager.appendFile option',
      zh: '在文件结尾追加内容',
      since: '2.1.0',
    },
    appendFileSync: {
      type: '(filePath: string, data: string | ArrayBuffer, encoding?: FileEncodin…',
      since: '2.1.0',
    },
    copyFile: {
      type: '(option: { srcPath: string; destPath: string } & ApiCallbacks): void',
      takes: 'FileSystemManager.copyFile option',
      zh: '复制文件',
    },
    copyFileSync: {
      type: '(srcPath: string, destPath: string): void',
    },
    getFileInfo: {
      type: '(option: FilePathOption<{ size: number }>): void',
      takes: 'FilePathOption',
      zh: '获取该小程序下的 本地临时文件 或 本地缓存文件 信息',
    },
    getSavedFileList: {
      type: '(option?: GetSavedFileListOption): void',
      takes: 'GetSavedFileListOption',
      zh: '获取该小程序下已保存的本地缓存文件列表',
    },
    mkdir: {
      type: '(option: { dirPath: string; recursive?: boolean } & ApiCallbacks): vo…',
      takes: 'FileSystemManager.mkdir option',
      zh: '创建目录',
    },
    mkdirSync: {
      type: '(dirPath: string, recursive?: boolean): void',
    },
    readdir: {
      type: '(option: { dirPath: string } & ApiCallbacks<{ files: string[] }>): vo…',
      takes: 'FileSystemManager.readdir option',
      zh: '读取目录内文件列表',
    },
    readdirSync: {
      type: '(dirPath: string): string[]',
    },
    readFile: {
      type: '( option: { filePath: string; encoding?: FileEncoding; position?: num…',
      takes: 'FileSystemManager.readFile option',
      en: 'Without an encoding the data is an ArrayBuffer.',
      zh: '读取本地文件内容。单个文件大小上限为100M。',
    },
    readFileSync: {
      type: '(filePath: string, encoding?: FileEncoding, position?: number, length…',
    },
    removeSavedFile: {
      type: '(option: FilePathOption): void',
      takes: 'FilePathOption',
      zh: '删除该小程序下已保存的本地缓存文件',
    },
    rename: {
      type: '(option: { oldPath: string; newPath: string } & ApiCallbacks): void',
      takes: 'FileSystemManager.rename option',
      zh: '重命名文件。可以把文件从 oldPath 移动到 newPath',
    },
    renameSync: {
      type: '(oldPath: string, newPath: string): void',
    },
    rmdir: {
      type: '(option: { dirPath: string; recursive?: boolean } & ApiCallbacks): vo…',
      takes: 'FileSystemManager.rmdir option',
      zh: '删除目录',
    },
    rmdirSync: {
      type: '(dirPath: string, recursive?: boolean): void',
    },
    saveFile: {
      type: '(option: SaveFileOption): void',
      takes: 'SaveFileOption',
      zh: '保存临时文件到本地。此接口会移动临时文件，因此调用成功后，tempFilePath 将不可用。',
    },
    saveFileSync: {
      type: '(tempFilePath: string, filePath?: string): string',
    },
    stat: {
      type: '(option: { path: string; recursive?: boolean } & ApiCallbacks<{ stats…',
      takes: 'FileSystemManager.stat option',
      zh: '获取文件 Stats 对象',
    },
    statSync: {
      type: '(path: string, recursive?: boolean): Stats | FileStats[]',
      gives: 'Stats',
    },
    unlink: {
      type: '(option: FilePathOption): void',
      takes: 'FilePathOption',
      zh: '删除文件',
    },
    unlinkSync: {
      type: '(filePath: string): void',
    },
    writeFile: {
      type: '(option: { filePath: string; data: string | ArrayBuffer; encoding?: F…',
      takes: 'FileSystemManager.writeFile option',
      zh: '写文件',
    },
    writeFileSync: {
      type: '(filePath: string, data: string | ArrayBuffer, encoding?: FileEncodin…',
    },
  },
  'FileSystemManager.access option': {
    path: {
      type: 'string',
      zh: '文件/目录路径 (本地路径)',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'ApiCallbacks.success option': {
    errMsg: {
      type: 'string',
    },
  },
  ApiFail: {
    errMsg: {
      type: 'string',
    },
    errno: {
      type: 'number',
      optional: true,
    },
    errCode: {
      type: 'number',
      optional: true,
      en: 'The name that the file layer has for errno.',
    },
  },
  'ApiCallbacks.complete option': {
    errMsg: {
      type: 'string',
    },
  },
  'FileSystemManager.appendFile option': {
    filePath: {
      type: 'string',
      zh: '要读取的文件的路径 (本地路径)',
    },
    data: {
      type: 'string | ArrayBuffer',
      zh: '要写入的文本或二进制数据',
    },
    encoding: {
      type: 'FileEncoding',
      optional: true,
      gives: 'FileEncoding',
      zh: "指定读取文件的字符编码，如果不传 encoding，则以 ArrayBuffer 格式读取文件的二进制内容 参数 encoding 可选值： - 'ascii': ; - 'base64': ; - 'binary': ; - 'hex'…",
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  FileEncoding: {},
  'FileSystemManager.copyFile option': {
    srcPath: {
      type: 'string',
      zh: '源文件路径，支持本地路径',
    },
    destPath: {
      type: 'string',
      zh: '目标文件路径，支持本地路径',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  FilePathOption: {
    filePath: {
      type: 'string',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'FilePathOption base success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'FilePathOption base success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  GetSavedFileListOption: {
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'GetSavedFileListOption base success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'GetSavedFileListOption base success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'FileSystemManager.mkdir option': {
    dirPath: {
      type: 'string',
      zh: '要删除的目录路径 (本地路径)',
    },
    recursive: {
      type: 'boolean',
      optional: true,
      zh: '是否递归获取目录下的每个文件的 Stats 信息',
      since: '2.3.0',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'FileSystemManager.readdir option': {
    dirPath: {
      type: 'string',
      zh: '要删除的目录路径 (本地路径)',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'FileSystemManager.readdir option base success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'FileSystemManager.readdir option base success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'FileSystemManager.readFile option': {
    filePath: {
      type: 'string',
      zh: '要读取的文件的路径 (本地路径)',
    },
    encoding: {
      type: 'FileEncoding',
      optional: true,
      gives: 'FileEncoding',
      zh: "指定读取文件的字符编码，如果不传 encoding，则以 ArrayBuffer 格式读取文件的二进制内容 参数 encoding 可选值： - 'ascii': ; - 'base64': ; - 'binary': ; - 'hex'…",
    },
    position: {
      type: 'number',
      optional: true,
      zh: '从文件指定位置开始读，如果不指定，则从文件头开始读。读取的范围应该是左闭右开区间 [position, position+length)。有效范围：[0, fileLength - 1]。单位：byte',
      since: '2.10.0',
    },
    length: {
      type: 'number',
      optional: true,
      zh: '指定文件的长度，如果不指定，则读到文件末尾。有效范围：[1, fileLength]。单位：byte',
      since: '2.10.0',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'FileSystemManager.readFile option base success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'FileSystemManager.readFile option base success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'FileSystemManager.rename option': {
    oldPath: {
      type: 'string',
      zh: '源文件路径，支持本地路径',
    },
    newPath: {
      type: 'string',
      zh: '新文件路径，支持本地路径',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'FileSystemManager.rmdir option': {
    dirPath: {
      type: 'string',
      zh: '要删除的目录路径 (本地路径)',
    },
    recursive: {
      type: 'boolean',
      optional: true,
      zh: '是否递归获取目录下的每个文件的 Stats 信息',
      since: '2.3.0',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  SaveFileOption: {
    tempFilePath: {
      type: 'string',
      zh: '临时存储文件路径 (本地路径)',
    },
    filePath: {
      type: 'string',
      optional: true,
      zh: '要存储的文件路径 (本地路径)',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'SaveFileOption base success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'SaveFileOption base success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'FileSystemManager.stat option': {
    path: {
      type: 'string',
      zh: '文件/目录路径 (本地路径)',
    },
    recursive: {
      type: 'boolean',
      optional: true,
      zh: '是否递归获取目录下的每个文件的 Stats 信息',
      since: '2.3.0',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'FileSystemManager.stat option base success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'FileSystemManager.stat option base success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  Stats: {
    mode: {
      type: 'number',
      en: 'POSIX st_mode.',
      zh: '文件的类型和存取的权限，对应 POSIX stat.st_mode',
    },
    size: {
      type: 'number',
      en: 'Bytes.',
      zh: '文件大小，单位：B，对应 POSIX stat.st_size',
    },
    lastAccessedTime: {
      type: 'number',
      en: 'Seconds since 1970, as is the next.',
      zh: '文件最近一次被存取或被执行的时间，UNIX 时间戳，对应 POSIX stat.st_atime',
    },
    lastModifiedTime: {
      type: 'number',
      zh: '文件最后一次被修改的时间，UNIX 时间戳，对应 POSIX stat.st_mtime',
    },
    isDirectory: {
      type: '(): boolean',
      zh: '判断当前文件是否一个目录',
    },
    isFile: {
      type: '(): boolean',
      zh: '判断当前文件是否一个普通文件',
    },
  },
  'FileSystemManager.writeFile option': {
    filePath: {
      type: 'string',
      zh: '要读取的文件的路径 (本地路径)',
    },
    data: {
      type: 'string | ArrayBuffer',
      zh: '要写入的文本或二进制数据',
    },
    encoding: {
      type: 'FileEncoding',
      optional: true,
      gives: 'FileEncoding',
      zh: "指定读取文件的字符编码，如果不传 encoding，则以 ArrayBuffer 格式读取文件的二进制内容 参数 encoding 可选值： - 'ascii': ; - 'base64': ; - 'binary': ; - 'hex'…",
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'WxFiles.saveFile result': {
    savedFilePath: {
      type: 'string',
    },
  },
  'WxFiles.getSavedFileList result': {
    fileList: {
      type: 'SavedFile[]',
    },
  },
  'WxFiles.getFileInfo result': {
    size: {
      type: 'number',
    },
  },
  ChosenImages: {
    tempFilePaths: {
      type: 'string[]',
    },
    tempFiles: {
      type: '{ path: string; size: number }[]',
      en: 'The same, each with its size in bytes.',
    },
  },
  ChooseImageOption: {
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'ChooseImageOption base success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'ChooseImageOption base success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
    count: {
      type: 'number',
      optional: true,
      en: 'Default 9.',
      zh: '最多可以选择的图片张数',
    },
    sizeType: {
      type: 'string[]',
      optional: true,
      en: 'Without effect here: a browser does not compress what is chosen.',
      zh: '所选的图片的尺寸',
    },
    sourceType: {
      type: "('album' | 'camera')[]",
      optional: true,
      en: "['camera'] goes to the camera at once, where the device has one.",
      zh: '选择图片的来源',
    },
  },
  ChosenMedia: {
    tempFiles: {
      type: 'MediaFile[]',
    },
    type: {
      type: "'image' | 'video' | 'mix'",
    },
  },
  ChooseMediaOption: {
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'ChooseMediaOption base success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'ChooseMediaOption base success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
    count: {
      type: 'number',
      optional: true,
      en: 'Default 9; up to 20.',
      zh: '最多可以选择的文件个数，基础库2.25.0前，最多可支持9个文件，2.25.0及以后最多可支持20个文件',
    },
    mediaType: {
      type: "('image' | 'video' | 'mix')[]",
      optional: true,
      en: 'Default images and videos.',
      zh: '文件类型',
    },
    sourceType: {
      type: "('album' | 'camera')[]",
      optional: true,
      en: "['camera'] goes to the camera at once, where the device has one.",
      zh: '图片和视频选择的来源',
    },
    maxDuration: {
      type: 'number',
      optional: true,
      en: 'Without effect here, as is the next: a browser neither cuts nor compresses what is chosen.',
      zh: '拍摄视频最长拍摄时间，单位秒。时间范围为 3s 至 60s 之间。不限制相册。',
    },
    sizeType: {
      type: 'string[]',
      optional: true,
      zh: '是否压缩所选文件，基础库2.25.0前仅对 mediaType 为 image 时有效，2.25.0及以后对全量 mediaType 有效',
    },
    camera: {
      type: "'back' | 'front'",
      optional: true,
      en: 'Default back.',
      zh: '仅在 sourceType 为 camera 时生效，使用前置或后置摄像头',
    },
  },
  'WxFiles.chooseMessageFile result': {
    tempFiles: {
      type: 'MessageFile[]',
    },
  },
  ChooseMessageFileOption: {
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'ChooseMessageFileOption base success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'ChooseMessageFileOption base success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
    count: {
      type: 'number',
      en: '0 to 100.',
      zh: '最多可以选择的文件个数，可以 0～100',
    },
    type: {
      type: "'all' | 'video' | 'image' | 'file'",
      optional: true,
      en: 'Default all.',
      zh: '所选的文件的类型',
    },
    extension: {
      type: 'string[]',
      optional: true,
      en: "With type: 'file': which file names may be chosen.",
      zh: '根据文件拓展名过滤，仅 type==file 时有效。每一项都不能是空字符串。默认不过滤。',
      since: '2.6.0',
    },
  },
  SystemInfo: {
    platform: {
      type: "'ios' | 'android' | 'windows' | 'devtools'",
    },
    pixelRatio: {
      type: 'number',
      zh: '设备像素比',
    },
    safeArea: {
      type: 'SafeArea',
      gives: 'SafeArea',
      zh: '在竖屏正方向下的安全区域。部分机型没有安全区域概念，也不会返回 safeArea 字段，开发者需自行兼容。',
    },
    screenHeight: {
      type: 'number',
      zh: '屏幕高度，单位px',
    },
    screenTop: {
      type: 'number',
      zh: '窗口上边缘的y值',
    },
    screenWidth: {
      type: 'number',
      zh: '屏幕宽度，单位px',
    },
    statusBarHeight: {
      type: 'number',
      zh: '状态栏的高度，单位px',
    },
    windowHeight: {
      type: 'number',
      zh: '可使用窗口高度，单位px',
    },
    windowWidth: {
      type: 'number',
      zh: '可使用窗口宽度，单位px',
    },
    SDKVersion: {
      type: 'string',
      zh: '客户端基础库版本',
      since: '1.1.0',
    },
    albumAuthorized: {
      type: 'boolean',
      zh: '允许微信使用相册的开关（仅 iOS 有效）',
      since: '2.6.0',
    },
    benchmarkLevel: {
      type: 'number',
      zh: '设备性能等级（仅 Android）。取值为：-2 或 0（该设备无法运行小游戏），-1（性能未知），>=1（设备性能值，该值越高，设备性能越好）<br> 注意：性能等级当前仅反馈真机机型，暂不支持 IDE 模拟器机型',
      since: '1.8.0',
    },
    bluetoothEnabled: {
      type: 'boolean',
      zh: '蓝牙的系统开关',
      since: '2.6.0',
    },
    brand: {
      type: 'string',
      zh: '设备品牌',
      since: '1.5.0',
    },
    cameraAuthorized: {
      type: 'boolean',
      zh: '允许微信使用摄像头的开关',
      since: '2.6.0',
    },
    deviceOrientation: {
      type: "'portrait' | 'landscape'",
      zh: '设备方向（注意：IOS客户端横屏游戏获取deviceOrientation可能不准，建议以屏幕宽高为准）',
    },
    enableDebug: {
      type: 'boolean',
      zh: '是否已打开调试。可通过右上角菜单或 wx.setEnableDebug 打开调试。',
      since: '2.15.0',
    },
    fontSizeSetting: {
      type: 'number',
      zh: '用户字体大小（单位px）。以微信客户端「我-设置-通用-字体大小」中的设置为准',
      since: '1.5.0',
    },
    host: {
      type: '{ appId: string }',
      gives: 'SystemInfo.host',
      zh: '当前小程序运行的宿主环境',
      since: '2.12.3',
    },
    language: {
      type: 'string',
      zh: '微信设置的语言',
    },
    locationAuthorized: {
      type: 'boolean',
      zh: '允许微信使用定位的开关',
      since: '2.6.0',
    },
    locationEnabled: {
      type: 'boolean',
      zh: '地理位置的系统开关',
      since: '2.6.0',
    },
    locationReducedAccuracy: {
      type: 'boolean',
      zh: 'true 表示模糊定位，false 表示精确定位，仅 iOS 支持',
    },
    microphoneAuthorized: {
      type: 'boolean',
      zh: '允许微信使用麦克风的开关',
      since: '2.6.0',
    },
    model: {
      type: 'string',
      zh: '设备型号。新机型刚推出一段时间会显示unknown，微信会尽快进行适配。',
    },
    notificationAlertAuthorized: {
      type: 'boolean',
      zh: '允许微信通知带有提醒的开关（仅 iOS 有效）',
      since: '2.6.0',
    },
    notificationAuthorized: {
      type: 'boolean',
      zh: '允许微信通知的开关',
      since: '2.6.0',
    },
    notificationBadgeAuthorized: {
      type: 'boolean',
      zh: '允许微信通知带有标记的开关（仅 iOS 有效）',
      since: '2.6.0',
    },
    notificationSoundAuthorized: {
      type: 'boolean',
      zh: '允许微信通知带有声音的开关（仅 iOS 有效）',
      since: '2.6.0',
    },
    phoneCalendarAuthorized: {
      type: 'boolean',
      zh: '允许微信使用日历的开关',
      since: '2.19.3',
    },
    system: {
      type: 'string',
      zh: '操作系统及版本',
    },
    version: {
      type: 'string',
      zh: '微信版本号',
    },
    wifiEnabled: {
      type: 'boolean',
      zh: 'Wi-Fi 的系统开关',
      since: '2.6.0',
    },
  },
  SafeArea: {
    top: {
      type: 'number',
      zh: '安全区域左上角纵坐标',
    },
    right: {
      type: 'number',
      zh: '安全区域右下角横坐标',
    },
    bottom: {
      type: 'number',
      zh: '安全区域右下角纵坐标',
    },
    left: {
      type: 'number',
      zh: '安全区域左上角横坐标',
    },
    width: {
      type: 'number',
      zh: '安全区域的宽度，单位逻辑像素',
    },
    height: {
      type: 'number',
      zh: '安全区域的高度，单位逻辑像素',
    },
  },
  'SystemInfo.host': {
    appId: {
      type: 'string',
    },
  },
  'WxDevice.getSystemInfo option callbacks': {
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'WxDevice.getSystemInfo option success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'WxDevice.getSystemInfo option success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'WxDevice.getSystemInfo option success.success option': {
    platform: {
      type: "'ios' | 'android' | 'windows' | 'devtools'",
    },
    pixelRatio: {
      type: 'number',
      zh: '设备像素比',
    },
    safeArea: {
      type: 'SafeArea',
      gives: 'SafeArea',
      zh: '在竖屏正方向下的安全区域。部分机型没有安全区域概念，也不会返回 safeArea 字段，开发者需自行兼容。',
    },
    screenHeight: {
      type: 'number',
      zh: '屏幕高度，单位px',
    },
    screenTop: {
      type: 'number',
      zh: '窗口上边缘的y值',
    },
    screenWidth: {
      type: 'number',
      zh: '屏幕宽度，单位px',
    },
    statusBarHeight: {
      type: 'number',
      zh: '状态栏的高度，单位px',
    },
    windowHeight: {
      type: 'number',
      zh: '可使用窗口高度，单位px',
    },
    windowWidth: {
      type: 'number',
      zh: '可使用窗口宽度，单位px',
    },
    SDKVersion: {
      type: 'string',
      zh: '客户端基础库版本',
      since: '1.1.0',
    },
    albumAuthorized: {
      type: 'boolean',
      zh: '允许微信使用相册的开关（仅 iOS 有效）',
      since: '2.6.0',
    },
    benchmarkLevel: {
      type: 'number',
      zh: '设备性能等级（仅 Android）。取值为：-2 或 0（该设备无法运行小游戏），-1（性能未知），>=1（设备性能值，该值越高，设备性能越好）<br> 注意：性能等级当前仅反馈真机机型，暂不支持 IDE 模拟器机型',
      since: '1.8.0',
    },
    bluetoothEnabled: {
      type: 'boolean',
      zh: '蓝牙的系统开关',
      since: '2.6.0',
    },
    brand: {
      type: 'string',
      zh: '设备品牌',
      since: '1.5.0',
    },
    cameraAuthorized: {
      type: 'boolean',
      zh: '允许微信使用摄像头的开关',
      since: '2.6.0',
    },
    deviceOrientation: {
      type: "'portrait' | 'landscape'",
      zh: '设备方向（注意：IOS客户端横屏游戏获取deviceOrientation可能不准，建议以屏幕宽高为准）',
    },
    enableDebug: {
      type: 'boolean',
      zh: '是否已打开调试。可通过右上角菜单或 wx.setEnableDebug 打开调试。',
      since: '2.15.0',
    },
    fontSizeSetting: {
      type: 'number',
      zh: '用户字体大小（单位px）。以微信客户端「我-设置-通用-字体大小」中的设置为准',
      since: '1.5.0',
    },
    host: {
      type: '{ appId: string }',
      gives: 'SystemInfo.host',
      zh: '当前小程序运行的宿主环境',
      since: '2.12.3',
    },
    language: {
      type: 'string',
      zh: '微信设置的语言',
    },
    locationAuthorized: {
      type: 'boolean',
      zh: '允许微信使用定位的开关',
      since: '2.6.0',
    },
    locationEnabled: {
      type: 'boolean',
      zh: '地理位置的系统开关',
      since: '2.6.0',
    },
    locationReducedAccuracy: {
      type: 'boolean',
      zh: 'true 表示模糊定位，false 表示精确定位，仅 iOS 支持',
    },
    microphoneAuthorized: {
      type: 'boolean',
      zh: '允许微信使用麦克风的开关',
      since: '2.6.0',
    },
    model: {
      type: 'string',
      zh: '设备型号。新机型刚推出一段时间会显示unknown，微信会尽快进行适配。',
    },
    notificationAlertAuthorized: {
      type: 'boolean',
      zh: '允许微信通知带有提醒的开关（仅 iOS 有效）',
      since: '2.6.0',
    },
    notificationAuthorized: {
      type: 'boolean',
      zh: '允许微信通知的开关',
      since: '2.6.0',
    },
    notificationBadgeAuthorized: {
      type: 'boolean',
      zh: '允许微信通知带有标记的开关（仅 iOS 有效）',
      since: '2.6.0',
    },
    notificationSoundAuthorized: {
      type: 'boolean',
      zh: '允许微信通知带有声音的开关（仅 iOS 有效）',
      since: '2.6.0',
    },
    phoneCalendarAuthorized: {
      type: 'boolean',
      zh: '允许微信使用日历的开关',
      since: '2.19.3',
    },
    system: {
      type: 'string',
      zh: '操作系统及版本',
    },
    version: {
      type: 'string',
      zh: '微信版本号',
    },
    wifiEnabled: {
      type: 'boolean',
      zh: 'Wi-Fi 的系统开关',
      since: '2.6.0',
    },
    errMsg: {
      type: 'string',
    },
  },
  'WxDevice.getSystemInfo option success.complete option': {
    errMsg: {
      type: 'string',
    },
  },
  'WxDevice.getSystemInfoAsync option callbacks': {
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'WxDevice.getSystemInfoAsync option success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'WxDevice.getSystemInfoAsync option success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'WxDevice.getSystemInfoAsync option success.success option': {
    platform: {
      type: "'ios' | 'android' | 'windows' | 'devtools'",
    },
    pixelRatio: {
      type: 'number',
      zh: '设备像素比',
    },
    safeArea: {
      type: 'SafeArea',
      gives: 'SafeArea',
      zh: '在竖屏正方向下的安全区域。部分机型没有安全区域概念，也不会返回 safeArea 字段，开发者需自行兼容。',
    },
    screenHeight: {
      type: 'number',
      zh: '屏幕高度，单位px',
    },
    screenTop: {
      type: 'number',
      zh: '窗口上边缘的y值',
    },
    screenWidth: {
      type: 'number',
      zh: '屏幕宽度，单位px',
    },
    statusBarHeight: {
      type: 'number',
      zh: '状态栏的高度，单位px',
    },
    windowHeight: {
      type: 'number',
      zh: '可使用窗口高度，单位px',
    },
    windowWidth: {
      type: 'number',
      zh: '可使用窗口宽度，单位px',
    },
    SDKVersion: {
      type: 'string',
      zh: '客户端基础库版本',
      since: '1.1.0',
    },
    albumAuthorized: {
      type: 'boolean',
      zh: '允许微信使用相册的开关（仅 iOS 有效）',
      since: '2.6.0',
    },
    benchmarkLevel: {
      type: 'number',
      zh: '设备性能等级（仅 Android）。取值为：-2 或 0（该设备无法运行小游戏），-1（性能未知），>=1（设备性能值，该值越高，设备性能越好）<br> 注意：性能等级当前仅反馈真机机型，暂不支持 IDE 模拟器机型',
      since: '1.8.0',
    },
    bluetoothEnabled: {
      type: 'boolean',
      zh: '蓝牙的系统开关',
      since: '2.6.0',
    },
    brand: {
      type: 'string',
      zh: '设备品牌',
      since: '1.5.0',
    },
    cameraAuthorized: {
      type: 'boolean',
      zh: '允许微信使用摄像头的开关',
      since: '2.6.0',
    },
    deviceOrientation: {
      type: "'portrait' | 'landscape'",
      zh: '设备方向（注意：IOS客户端横屏游戏获取deviceOrientation可能不准，建议以屏幕宽高为准）',
    },
    enableDebug: {
      type: 'boolean',
      zh: '是否已打开调试。可通过右上角菜单或 wx.setEnableDebug 打开调试。',
      since: '2.15.0',
    },
    fontSizeSetting: {
      type: 'number',
      zh: '用户字体大小（单位px）。以微信客户端「我-设置-通用-字体大小」中的设置为准',
      since: '1.5.0',
    },
    host: {
      type: '{ appId: string }',
      gives: 'SystemInfo.host',
      zh: '当前小程序运行的宿主环境',
      since: '2.12.3',
    },
    language: {
      type: 'string',
      zh: '微信设置的语言',
    },
    locationAuthorized: {
      type: 'boolean',
      zh: '允许微信使用定位的开关',
      since: '2.6.0',
    },
    locationEnabled: {
      type: 'boolean',
      zh: '地理位置的系统开关',
      since: '2.6.0',
    },
    locationReducedAccuracy: {
      type: 'boolean',
      zh: 'true 表示模糊定位，false 表示精确定位，仅 iOS 支持',
    },
    microphoneAuthorized: {
      type: 'boolean',
      zh: '允许微信使用麦克风的开关',
      since: '2.6.0',
    },
    model: {
      type: 'string',
      zh: '设备型号。新机型刚推出一段时间会显示unknown，微信会尽快进行适配。',
    },
    notificationAlertAuthorized: {
      type: 'boolean',
      zh: '允许微信通知带有提醒的开关（仅 iOS 有效）',
      since: '2.6.0',
    },
    notificationAuthorized: {
      type: 'boolean',
      zh: '允许微信通知的开关',
      since: '2.6.0',
    },
    notificationBadgeAuthorized: {
      type: 'boolean',
      zh: '允许微信通知带有标记的开关（仅 iOS 有效）',
      since: '2.6.0',
    },
    notificationSoundAuthorized: {
      type: 'boolean',
      zh: '允许微信通知带有声音的开关（仅 iOS 有效）',
      since: '2.6.0',
    },
    phoneCalendarAuthorized: {
      type: 'boolean',
      zh: '允许微信使用日历的开关',
      since: '2.19.3',
    },
    system: {
      type: 'string',
      zh: '操作系统及版本',
    },
    version: {
      type: 'string',
      zh: '微信版本号',
    },
    wifiEnabled: {
      type: 'boolean',
      zh: 'Wi-Fi 的系统开关',
      since: '2.6.0',
    },
    errMsg: {
      type: 'string',
    },
  },
  'WxDevice.getSystemInfoAsync option success.complete option': {
    errMsg: {
      type: 'string',
    },
  },
  DeviceInfo: {
    platform: {
      type: "'ios' | 'android' | 'windows' | 'devtools'",
    },
    abi: {
      type: 'string',
      zh: '应用（微信APP）二进制接口类型（仅 Android 支持）',
    },
    benchmarkLevel: {
      type: 'number',
      en: '-1 for anything but Android.',
      zh: '设备性能等级（仅 Android 支持）。',
    },
    brand: {
      type: 'string',
      zh: '设备品牌',
    },
    cpuType: {
      type: 'string',
      zh: "设备 CPU 型号（仅 Android 支持）（Tips: GPU 型号可通过 WebGLRenderingContext.getExtension('WEBGL_debug_renderer_info') 来获取）",
      since: '2.29.0',
    },
    deviceAbi: {
      type: 'string',
      zh: '设备二进制接口类型（仅 Android 支持）',
      since: '2.25.1',
    },
    memorySize: {
      type: 'string',
      en: 'MB.',
      zh: '设备内存大小，单位为 MB',
      since: '2.30.0',
    },
    model: {
      type: 'string',
      zh: '设备型号。新机型刚推出一段时间会显示unknown，微信会尽快进行适配。',
    },
    system: {
      type: 'string',
      zh: '操作系统及版本',
    },
  },
  AppBaseInfo: {
    SDKVersion: {
      type: 'string',
      en: 'settings.lib.',
      zh: '客户端基础库版本',
    },
    enableDebug: {
      type: 'boolean',
      zh: '是否已打开调试。可通过右上角菜单或 wx.setEnableDebug 打开调试。',
    },
    fontSizeScaleFactor: {
      type: 'number',
      zh: '微信字体大小缩放比例',
    },
    fontSizeSetting: {
      type: 'number',
      zh: '微信字体大小，单位px',
      since: '2.23.4',
    },
    host: {
      type: '{ appId: string }',
      gives: 'AppBaseInfo.host',
      zh: '当前小程序运行的宿主环境',
    },
    language: {
      type: 'string',
      zh: '微信设置的语言',
    },
    version: {
      type: 'string',
      en: 'Of WeChat.',
      zh: '微信版本号',
    },
    PCKernelVersion: {
      type: 'string',
      zh: 'PC 内核版本号，仅在 PC 端存在该值',
    },
  },
  'AppBaseInfo.host': {
    appId: {
      type: 'string',
    },
  },
  WindowInfo: {
    pixelRatio: {
      type: 'number',
      zh: '设备像素比',
    },
    safeArea: {
      type: 'SafeArea',
      gives: 'SafeArea',
      zh: '在竖屏正方向下的安全区域。部分机型没有安全区域概念，也不会返回 safeArea 字段，开发者需自行兼容。',
    },
    screenHeight: {
      type: 'number',
      zh: '屏幕高度，单位px',
    },
    screenTop: {
      type: 'number',
      zh: '窗口上边缘的y值',
    },
    screenWidth: {
      type: 'number',
      zh: '屏幕宽度，单位px',
    },
    statusBarHeight: {
      type: 'number',
      zh: '状态栏的高度，单位px',
    },
    windowHeight: {
      type: 'number',
      zh: '可使用窗口高度，单位px',
    },
    windowWidth: {
      type: 'number',
      zh: '可使用窗口宽度，单位px',
    },
  },
  AccountInfo: {
    miniProgram: {
      type: "{ appId: string; envVersion: 'develop' | 'trial' | 'release'; version…",
      gives: 'AccountInfo.miniProgram',
      en: 'version is empty before release.',
      zh: '小程序账号信息',
    },
  },
  'AccountInfo.miniProgram': {
    appId: {
      type: 'string',
    },
    envVersion: {
      type: "'develop' | 'trial' | 'release'",
    },
    version: {
      type: 'string',
    },
  },
  LaunchOptions: {
    path: {
      type: 'string',
    },
    query: {
      type: 'Record<string, string>',
    },
    scene: {
      type: 'number',
    },
    referrerInfo: {
      type: '{ appId: string; extraData: Record<string, never> }',
      gives: 'LaunchOptions.referrerInfo',
    },
    apiCategory: {
      type: "'default'",
    },
    forwardMaterials: {
      type: 'never[]',
    },
  },
  'LaunchOptions.referrerInfo': {
    appId: {
      type: 'string',
    },
    extraData: {
      type: 'Record<string, never>',
    },
  },
  NetworkFacts: {
    networkType: {
      type: 'NetworkType',
      gives: 'NetworkType',
      zh: '网络类型',
    },
    hasSystemProxy: {
      type: 'boolean',
      zh: '设备是否使用了网络代理',
      since: '2.22.1',
    },
    signalStrength: {
      type: 'number',
      en: 'dBm.',
      zh: '信号强弱，单位 dbm',
    },
    weakNet: {
      type: 'boolean',
      zh: '是否处于弱网环境',
      since: '3.5.3',
    },
  },
  NetworkType: {},
  'WxDevice.getNetworkType option callbacks': {
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'WxDevice.getNetworkType option success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'WxDevice.getNetworkType option success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'WxDevice.getNetworkType option success.success option': {
    networkType: {
      type: 'NetworkType',
      gives: 'NetworkType',
      zh: '网络类型',
    },
    hasSystemProxy: {
      type: 'boolean',
      zh: '设备是否使用了网络代理',
      since: '2.22.1',
    },
    signalStrength: {
      type: 'number',
      en: 'dBm.',
      zh: '信号强弱，单位 dbm',
    },
    weakNet: {
      type: 'boolean',
      zh: '是否处于弱网环境',
      since: '3.5.3',
    },
    errMsg: {
      type: 'string',
    },
  },
  'WxDevice.getNetworkType option success.complete option': {
    errMsg: {
      type: 'string',
    },
  },
  NetworkStatus: {
    isConnected: {
      type: 'boolean',
      zh: '当前是否有网络连接',
    },
    networkType: {
      type: 'NetworkType',
      gives: 'NetworkType',
      zh: '网络类型',
    },
  },
  SetStorageOption: {
    key: {
      type: 'string',
      zh: '本地缓存中指定的 key',
    },
    data: {
      type: 'Data',
      zh: '需要存储的内容。只支持原生类型、Date、及能够通过JSON.stringify序列化的对象。',
    },
    encrypt: {
      type: 'boolean',
      optional: true,
      zh: '是否开启加密存储。只有异步的 setStorage 接口支持开启加密存储。开启后，将会对 data 使用 AES128 加密，接口回调耗时将会增加。',
      since: '2.21.3',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'WxDevice.getStorage result': {
    data: {
      type: 'Data',
      zh: '需要存储的内容。只支持原生类型、Date、及能够通过JSON.stringify序列化的对象。',
    },
  },
  GetStorageOption: {
    key: {
      type: 'string',
      zh: '本地缓存中指定的 key',
    },
    encrypt: {
      type: 'boolean',
      optional: true,
      zh: '是否开启加密存储。只有异步的 getStorage 接口支持开启加密存储。开启后，将会对 data 使用 AES128 解密，接口回调耗时将会增加。',
      since: '2.21.3',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'GetStorageOption base success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'GetStorageOption base success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  StorageKeyOption: {
    key: {
      type: 'string',
    },
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'StorageKeyOption base success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'StorageKeyOption base success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  ApiCallbacks: {
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'ApiCallbacks.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  StorageInfo: {
    keys: {
      type: 'string[]',
    },
    currentSize: {
      type: 'number',
      en: 'KB, as is the next.',
    },
    limitSize: {
      type: 'number',
    },
  },
  'WxDevice.getStorageInfo option callbacks': {
    success: {
      type: '(result: Success & { errMsg: string }) => void',
      optional: true,
      hears: 'WxDevice.getStorageInfo option success.success option',
      zh: '接口调用成功的回调函数',
    },
    fail: {
      type: '(result: ApiFail) => void',
      optional: true,
      hears: 'ApiFail',
      zh: '接口调用失败的回调函数',
    },
    complete: {
      type: '(result: { errMsg: string }) => void',
      optional: true,
      hears: 'WxDevice.getStorageInfo option success.complete option',
      zh: '接口调用结束的回调函数（调用成功、失败都会执行）',
    },
  },
  'WxDevice.getStorageInfo option success.success option': {
    keys: {
      type: 'string[]',
    },
    currentSize: {
      type: 'number',
      en: 'KB, as is the next.',
    },
    limitSize: {
      type: 'number',
    },
    errMsg: {
      type: 'string',
    },
  },
  'WxDevice.getStorageInfo option success.complete option': {
    errMsg: {
      type: 'string',
    },
  },
}
