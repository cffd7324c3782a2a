import type { ApiCallbacks, ApiReturn } from './api-call.ts'

/** Where the app runs, as programs branch on it; PC is `windows`. */
interface HostPlatform {
  platform: 'ios' | 'android' | 'windows' | 'devtools'
}

/** What wx.getDeviceInfo gives: one phone for each `settings.platform`. */
export interface DeviceInfo extends HostPlatform {
  abi: string
  /** -1 for anything but Android. */
  benchmarkLevel: number
  brand: string
  cpuType: string
  deviceAbi: string
  /** MB. */
  memorySize: string
  model: string
  system: string
}

/** What wx.getAppBaseInfo gives. */
export interface AppBaseInfo {
  /** `settings.lib`. */
  SDKVersion: string
  enableDebug: boolean
  fontSizeScaleFactor: number
  fontSizeSetting: number
  host: { appId: string }
  language: string
  /** Of WeChat. */
  version: string
  PCKernelVersion: string
}

/** The part of the screen that nothing covers, in CSS pixels; of a page, all of it. */
export interface SafeArea {
  top: number
  right: number
  bottom: number
  left: number
  width: number
  height: number
}

/** What wx.getWindowInfo gives, in CSS pixels: the page stands for the screen. */
export interface WindowInfo {
  pixelRatio: number
  safeArea: SafeArea
  screenHeight: number
  screenTop: number
  screenWidth: number
  statusBarHeight: number
  windowHeight: number
  windowWidth: number
}

/** What wx.getSystemInfoSync gives: all of the others, and that everything was allowed. */
export interface SystemInfo extends HostPlatform, WindowInfo {
  SDKVersion: string
  albumAuthorized: boolean
  benchmarkLevel: number
  bluetoothEnabled: boolean
  brand: string
  cameraAuthorized: boolean
  deviceOrientation: 'portrait' | 'landscape'
  enableDebug: boolean
  fontSizeSetting: number
  host: { appId: string }
  language: string
  locationAuthorized: boolean
  locationEnabled: boolean
  locationReducedAccuracy: boolean
  microphoneAuthorized: boolean
  model: string
  notificationAlertAuthorized: boolean
  notificationAuthorized: boolean
  notificationBadgeAuthorized: boolean
  notificationSoundAuthorized: boolean
  phoneCalendarAuthorized: boolean
  system: string
  version: string
  wifiEnabled: boolean
}

/** The network of the phone; where nothing is simulated, `wifi`. */
export type NetworkType = 'wifi' | '2g' | '3g' | '4g' | '5g' | 'unknown' | 'none'

/** What wx.getNetworkType gives, after `settings.conditions`. */
export interface NetworkFacts {
  networkType: NetworkType
  hasSystemProxy: boolean
  /** dBm. */
  signalStrength: number
  weakNet: boolean
}

/** What onNetworkStatusChange listeners get. */
export interface NetworkStatus {
  isConnected: boolean
  networkType: NetworkType
}

/** Values that a storage can keep: what JSON can say, and dates. */
// biome-ignore lint/suspicious/noExplicitAny: WeChat's own typings leave it open, and apps written against them must compile.
export type StoredData = any

/** What wx.getStorageInfo gives. */
export interface StorageInfo {
  keys: string[]
  /** KB, as is the next. */
  currentSize: number
  limitSize: number
}

/** How the app was opened: always as from the list of mini-programs (scene 1001). */
export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: { appId: string; extraData: Record<string, never> }
  apiCategory: 'default'
  forwardMaterials: never[]
}

/** What wx.getAccountInfoSync gives. */
export interface AccountInfo {
  /** `version` is empty before release. */
  miniProgram: { appId: string; envVersion: 'develop' | 'trial' | 'release'; version: string }
}

/** Options of a storage call about one key. */
export type StorageKeyOption<Success = object> = { key: string } & ApiCallbacks<Success>
/** Options of wx.setStorage; `encrypt` has no effect here. */
export type SetStorageOption<Data> = { key: string; data: Data; encrypt?: boolean } & ApiCallbacks
/** Options of wx.getStorage; `encrypt` has no effect here. */
export type GetStorageOption<Data> = { key: string; encrypt?: boolean } & ApiCallbacks<{ data: Data }>

/** What clients look for before and beside their calls. A call gives a Promise when it is given no callback. */
export interface WxDevice {
  /** For what this `wx` has, at the base library that is simulated: `request`, `request.object.enableChunked`, `RequestTask.abort`. */
  canIUse(schema: string): boolean
  getSystemInfoSync(): SystemInfo
  getSystemInfo<Option extends ApiCallbacks<SystemInfo>>(option?: Option): ApiReturn<Option, SystemInfo>
  getSystemInfoAsync<Option extends ApiCallbacks<SystemInfo>>(option?: Option): ApiReturn<Option, SystemInfo>
  getDeviceInfo(): DeviceInfo
  getAppBaseInfo(): AppBaseInfo
  getWindowInfo(): WindowInfo
  getAccountInfoSync(): AccountInfo
  getLaunchOptionsSync(): LaunchOptions
  getEnterOptionsSync(): LaunchOptions

  getNetworkType<Option extends ApiCallbacks<NetworkFacts>>(option?: Option): ApiReturn<Option, NetworkFacts>
  onNetworkStatusChange(listener: (status: NetworkStatus) => void): void
  /** Without a listener, removes all of them. */
  offNetworkStatusChange(listener?: (status: NetworkStatus) => void): void
  onAppShow(listener: (options: LaunchOptions) => void): void
  offAppShow(listener?: (options: LaunchOptions) => void): void
  onAppHide(listener: () => void): void
  offAppHide(listener?: () => void): void

  setStorage<Data = StoredData, Option extends SetStorageOption<Data> = SetStorageOption<Data>>(option: Option): ApiReturn<Option>
  getStorage<Data = StoredData, Option extends GetStorageOption<Data> = GetStorageOption<Data>>(
    option: Option,
  ): ApiReturn<Option, { data: Data }>
  removeStorage<Option extends StorageKeyOption>(option: Option): ApiReturn<Option>
  clearStorage<Option extends ApiCallbacks>(option?: Option): ApiReturn<Option>
  getStorageInfo<Option extends ApiCallbacks<StorageInfo>>(option?: Option): ApiReturn<Option, StorageInfo>
  setStorageSync<Data = StoredData>(key: string, data: Data): void
  /** `''` when there is nothing. */
  getStorageSync<Data = StoredData>(key: string): Data
  removeStorageSync(key: string): void
  clearStorageSync(): void
  getStorageInfoSync(): StorageInfo

  arrayBufferToBase64(buffer: ArrayBuffer): string
  base64ToArrayBuffer(base64: string): ArrayBuffer
}
