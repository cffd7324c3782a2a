import type { Platform } from '../contract/event/platform.ts'
import type { AccountInfo, AppBaseInfo, DeviceInfo, SystemInfo, WindowInfo, WxDevice } from '../contract/wx/wx-device.ts'
import { runApi } from '../wechat/run-api.ts'
import type { Phone, Screen } from './phone.ts'

type InfoCalls = Pick<
  WxDevice,
  'getSystemInfoSync' | 'getSystemInfo' | 'getSystemInfoAsync' | 'getDeviceInfo' | 'getAppBaseInfo' | 'getWindowInfo' | 'getAccountInfoSync'
>

/** The WeChat version that ships the newest base library. */
const WECHAT = '8.0.62'

type Hardware = Pick<DeviceInfo, 'abi' | 'brand' | 'cpuType' | 'model' | 'platform' | 'system'>

const ANDROID: Hardware = {
  abi: 'arm64-v8a',
  brand: 'Google',
  cpuType: 'arm64',
  model: 'Pixel 8',
  platform: 'android',
  system: 'Android 14',
}

/** One phone for each platform. Apps branch on `platform` and `system`; the rest is only displayed. */
const HARDWARE: Readonly<Record<Platform, Hardware>> = {
  android: ANDROID,
  'android-remote-debug': ANDROID,
  ios: { abi: '', brand: 'iPhone', cpuType: '', model: 'iPhone 15<iPhone15,4>', platform: 'ios', system: 'iOS 17.5.1' },
  devtools: { abi: '', brand: 'devtools', cpuType: '', model: 'iPhone 12/13 (Pro)', platform: 'devtools', system: 'iOS 10.0.1' },
  pc: { abi: '', brand: 'microsoft', cpuType: '', model: 'microsoft', platform: 'windows', system: 'Windows 10 x64' },
}

/** What the app learns about its phone, by settings.platform, settings.lib and settings.appid. */
export function createInfoCalls(phone: Phone, screen: () => Screen): InfoCalls {
  const getDeviceInfo = (): DeviceInfo => {
    const hardware = HARDWARE[phone.settings().platform]
    return { ...hardware, benchmarkLevel: hardware.platform === 'android' ? 30 : -1, deviceAbi: hardware.abi, memorySize: '8192' }
  }
  const getAppBaseInfo = (): AppBaseInfo => {
    const { appid, enableDebug, lib, platform } = phone.settings()
    return {
      SDKVersion: lib,
      enableDebug,
      fontSizeScaleFactor: 1,
      fontSizeSetting: 16,
      host: { appId: appid },
      language: languageOf(screen().language),
      version: WECHAT,
      PCKernelVersion: platform === 'pc' ? '3.9.12' : '',
    }
  }
  const getWindowInfo = (): WindowInfo => {
    const { pixelRatio, screenHeight, screenWidth, windowHeight: height, windowWidth: width } = screen()
    return {
      pixelRatio,
      safeArea: { top: 0, left: 0, right: width, bottom: height, width, height },
      screenHeight,
      screenWidth,
      // A page has no status bar.
      screenTop: 0,
      statusBarHeight: 0,
      windowHeight: height,
      windowWidth: width,
    }
  }
  const getSystemInfoSync = (): SystemInfo => {
    const { benchmarkLevel, brand, model, platform, system } = getDeviceInfo()
    const { SDKVersion, enableDebug, fontSizeSetting, host, language, version } = getAppBaseInfo()
    const window = getWindowInfo()
    return {
      ...ALLOWED,
      ...window,
      SDKVersion,
      benchmarkLevel,
      brand,
      deviceOrientation: window.windowWidth > window.windowHeight ? 'landscape' : 'portrait',
      enableDebug,
      fontSizeSetting,
      host,
      language,
      model,
      platform,
      system,
      version,
    }
  }
  return {
    getDeviceInfo,
    getAppBaseInfo,
    getWindowInfo,
    getSystemInfoSync,
    getSystemInfo: (option) => runApi('getSystemInfo', option, getSystemInfoSync),
    getSystemInfoAsync: (option) => runApi('getSystemInfoAsync', option, getSystemInfoSync),
    getAccountInfoSync: (): AccountInfo => {
      const { appid, envVersion, versionNumber } = phone.settings()
      // Only release versions have a number.
      return { miniProgram: { appId: appid, envVersion, version: envVersion === 'release' ? String(versionNumber) : '' } }
    },
  }
}

const ALLOWED = {
  albumAuthorized: true,
  bluetoothEnabled: true,
  cameraAuthorized: true,
  locationAuthorized: true,
  locationEnabled: true,
  locationReducedAccuracy: false,
  microphoneAuthorized: true,
  notificationAlertAuthorized: true,
  notificationAuthorized: true,
  notificationBadgeAuthorized: true,
  notificationSoundAuthorized: true,
  phoneCalendarAuthorized: true,
  wifiEnabled: true,
}

/** `zh_CN`, `zh_TW`, `zh_HK`, else the language alone. */
function languageOf(browser: string): string {
  const [language = 'zh', region = 'CN'] = browser.split('-')
  return language === 'zh' ? `zh_${region.length === 2 ? region : 'CN'}` : language
}
