import type { TaskApi } from '../contract/event/task-event.ts'
import { OPTION_SINCE } from '../wechat/option-since.ts'

/**
 * What this `wx` supports, by the names that `wx.canIUse` takes: parameters, results and methods, each with the base library that
 * introduced it (`name@version`) where that is not the first one. Values are in brackets.
 */
export interface KnownApi {
  readonly since?: string
  readonly object?: string
  readonly success?: string
  readonly fail?: string
  readonly return?: string
  readonly callback?: string
}

const CALLBACKS = 'success fail complete'
const METHODS = '[OPTIONS,GET,HEAD,POST,PUT,DELETE,TRACE,CONNECT]'

const REQUEST_TASK = 'onHeadersReceived@2.1.0 offHeadersReceived@2.1.0 onChunkReceived@2.20.1 offChunkReceived@2.20.1'
const TRANSFER_TASK = 'offProgressUpdate@2.1.0 onHeadersReceived@2.1.0 offHeadersReceived@2.1.0'
const SOCKET_TASK = 'send close onOpen onClose onError onMessage'
const SAFE_AREA = 'safeArea[top,left,right,bottom,width,height]'
const SYSTEM_INFO = `brand model pixelRatio screenWidth screenHeight windowWidth windowHeight statusBarHeight language version system platform fontSizeSetting SDKVersion benchmarkLevel@1.8.0 ${SAFE_AREA}@2.7.0 host@2.12.3 enableDebug@2.15.0 deviceOrientation`
const LAUNCH_OPTIONS = 'path query scene referrerInfo apiCategory forwardMaterials'

export const KNOWN_APIS: Readonly<Record<string, KnownApi>> = {
  request: {
    object: optionsOf(
      'request',
      `url data header timeout method${METHODS} dataType[json] responseType[text,arraybuffer] useHighPerformanceMode enableHttp2 enableProfile enableQuic enableCache enableHttpDNS httpDNSServiceId httpDNSTimeout enableHttpDNSFallback enableChunked forceCellularNetwork redirect[follow,manual]`,
    ),
    success: 'data statusCode header@1.2.0 cookies@2.10.0 profile@2.10.4 exception@3.0.0 useHttpDNS@3.4.10 errMsg',
    fail: 'errMsg errno@2.24.0 exception@3.8.10 useHttpDNS@3.8.10',
    return: `abort@1.4.0 ${REQUEST_TASK}`,
  },
  uploadFile: {
    object: optionsOf('uploadFile', 'url filePath name header formData timeout enableProfile enableHttp2 enableQuic'),
    success: 'data statusCode profile@3.5.0 errMsg',
    return: `abort@1.4.0 onProgressUpdate@1.4.0 ${TRANSFER_TASK}`,
  },
  downloadFile: {
    object: optionsOf('downloadFile', 'url header timeout filePath enableProfile enableHttp2 enableQuic'),
    success: 'tempFilePath filePath statusCode header profile@2.10.4 errMsg',
    return: `abort@1.4.0 onProgressUpdate@1.4.0 ${TRANSFER_TASK}`,
  },
  connectSocket: {
    object: optionsOf('connectSocket', 'url header protocols tcpNoDelay perMessageDeflate timeout forceCellularNetwork'),
    return: SOCKET_TASK,
  },
  sendSocketMessage: { object: `data ${CALLBACKS}` },
  closeSocket: { object: `code@1.4.0 reason@1.4.0 ${CALLBACKS}` },
  onSocketOpen: { callback: 'header' },
  onSocketMessage: { callback: 'data' },
  onSocketError: { callback: 'errMsg' },
  onSocketClose: { callback: 'code reason' },

  RequestTask: {
    since: '1.4.0',
    return: `abort ${REQUEST_TASK}`,
  },
  UploadTask: { since: '1.4.0', return: `abort onProgressUpdate ${TRANSFER_TASK}` },
  DownloadTask: {
    since: '1.4.0',
    return: `abort onProgressUpdate ${TRANSFER_TASK}`,
  },
  SocketTask: { since: '1.7.0', return: SOCKET_TASK },

  env: { since: '2.2.3', return: 'USER_DATA_PATH' },
  getFileSystemManager: { since: '1.9.9' },
  FileSystemManager: {
    since: '1.9.9',
    return:
      'access accessSync appendFile@2.1.0 appendFileSync@2.1.0 copyFile copyFileSync getFileInfo getSavedFileList mkdir mkdirSync readdir readdirSync readFile readFileSync removeSavedFile rename renameSync rmdir rmdirSync saveFile saveFileSync stat statSync unlink unlinkSync writeFile writeFileSync',
  },
  saveFile: { object: `tempFilePath ${CALLBACKS}`, success: 'savedFilePath errMsg' },
  getSavedFileList: { object: CALLBACKS, success: 'fileList errMsg' },
  removeSavedFile: { object: `filePath ${CALLBACKS}` },
  getFileInfo: { since: '1.4.0', object: `filePath ${CALLBACKS}`, success: 'size errMsg' },
  chooseImage: { object: `count sizeType sourceType[album,camera] ${CALLBACKS}`, success: 'tempFilePaths tempFiles@1.2.0 errMsg' },
  chooseMedia: {
    since: '2.10.0',
    object: `count mediaType[image,video,mix] sourceType[album,camera] maxDuration sizeType camera[back,front] ${CALLBACKS}`,
    success: 'tempFiles type errMsg',
  },
  chooseMessageFile: {
    since: '2.5.0',
    object: `count type[all,video,image,file] extension@2.6.0 ${CALLBACKS}`,
    success: 'tempFiles errMsg',
  },

  canIUse: { since: '1.1.1' },
  getSystemInfo: {
    object: CALLBACKS,
    success: SYSTEM_INFO,
  },
  getSystemInfoSync: {
    return: SYSTEM_INFO,
  },
  getSystemInfoAsync: { since: '2.14.1', object: CALLBACKS },
  getDeviceInfo: { since: '2.20.1', return: 'abi benchmarkLevel brand cpuType deviceAbi memorySize model platform system' },
  getAppBaseInfo: {
    since: '2.20.1',
    return: 'SDKVersion enableDebug fontSizeScaleFactor fontSizeSetting host language version PCKernelVersion',
  },
  getWindowInfo: {
    since: '2.20.1',
    return: `pixelRatio ${SAFE_AREA} screenHeight screenTop screenWidth statusBarHeight windowHeight windowWidth`,
  },
  getAccountInfoSync: { since: '2.2.2', return: 'miniProgram' },
  getLaunchOptionsSync: { since: '2.1.2', return: LAUNCH_OPTIONS },
  getEnterOptionsSync: { since: '2.9.4', return: LAUNCH_OPTIONS },
  getNetworkType: { object: CALLBACKS, success: 'networkType[wifi,2g,3g,4g,5g,unknown,none] hasSystemProxy signalStrength weakNet errMsg' },
  onNetworkStatusChange: { since: '1.1.0', callback: 'isConnected networkType' },
  offNetworkStatusChange: { since: '2.9.3' },
  onAppShow: { since: '2.1.2', callback: LAUNCH_OPTIONS },
  offAppShow: { since: '2.1.2' },
  onAppHide: { since: '2.1.2' },
  offAppHide: { since: '2.1.2' },
  setStorage: { object: `key data encrypt@2.21.3 ${CALLBACKS}` },
  getStorage: { object: `key encrypt@2.21.3 ${CALLBACKS}`, success: 'data errMsg' },
  removeStorage: { object: `key ${CALLBACKS}` },
  clearStorage: { object: CALLBACKS },
  getStorageInfo: { object: CALLBACKS, success: 'keys currentSize limitSize errMsg' },
  setStorageSync: {},
  getStorageSync: {},
  removeStorageSync: {},
  clearStorageSync: {},
  getStorageInfoSync: { return: 'keys currentSize limitSize' },
  arrayBufferToBase64: { since: '1.1.0' },
  base64ToArrayBuffer: { since: '1.1.0' },
}

/** The options of a call, each with the base library that introduced it, from the same table that the call uses (REQ-22). */
function optionsOf(api: TaskApi, names: string): string {
  const dated = names.split(' ').map((item) => {
    const since = OPTION_SINCE[api]?.[item.replace(/\[.*/, '')]
    return since === undefined ? item : `${item}@${since}`
  })
  return `${dated.join(' ')} ${CALLBACKS}`
}
