import type { StoredData, WxDevice } from '../contract/wx/wx-device.ts'
import { checkParameters } from '../wechat/check-parameters.ts'
import { ApiFailure, runApi, runApiSync } from '../wechat/run-api.ts'
import { AppStorage, type StorageArea } from './app-storage.ts'

type StorageCalls = Pick<
  WxDevice,
  | 'setStorage'
  | 'getStorage'
  | 'removeStorage'
  | 'clearStorage'
  | 'getStorageInfo'
  | 'setStorageSync'
  | 'getStorageSync'
  | 'removeStorageSync'
  | 'clearStorageSync'
  | 'getStorageInfoSync'
>

const KEY = { key: 'String' }

export function createStorageCalls(area: () => StorageArea | undefined, appid: () => string): StorageCalls {
  const storage = new AppStorage(area, appid)
  const keyOf = (option: unknown) => checkParameters<{ key: string; data?: StoredData }>(option, KEY)
  return {
    setStorage: (option) =>
      runApi('setStorage', option, () => {
        const { key, data } = keyOf(option)
        storage.set(key, data)
        return {}
      }),
    getStorage: (option) =>
      runApi('getStorage', option, () => {
        const found = storage.get(keyOf(option).key)
        if (!found) throw new ApiFailure('data not found')
        return found
      }),
    removeStorage: (option) =>
      runApi('removeStorage', option, () => {
        storage.remove(keyOf(option).key)
        return {}
      }),
    clearStorage: (option) =>
      runApi('clearStorage', option, () => {
        storage.clear()
        return {}
      }),
    getStorageInfo: (option) => runApi('getStorageInfo', option, () => storage.info()),
    setStorageSync: (key, data) => runApiSync('setStorageSync', () => storage.set(keyOf({ key }).key, data)),
    getStorageSync: (key) =>
      runApiSync('getStorageSync', () => {
        const found = storage.get(keyOf({ key }).key)
        return found ? found.data : ''
      }),
    removeStorageSync: (key) => runApiSync('removeStorageSync', () => storage.remove(keyOf({ key }).key)),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => storage.info(),
  }
}
