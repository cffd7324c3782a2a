import { bytesToText, textToBytes } from '../contract/byte-text.ts'
import type { Disposables } from '../contract/disposables.ts'
import type { WxDevice } from '../contract/wx/wx-device.ts'
import { createLifeCalls } from './app-life.ts'
import type { StorageArea } from './app-storage.ts'
import { canIUse } from './can-i-use.ts'
import { createNetworkCalls } from './network-type.ts'
import { type Phone, readScreen, type Screen } from './phone.ts'
import { createStorageCalls } from './storage-calls.ts'
import { createInfoCalls } from './system-info.ts'

export interface DeviceOptions {
  readonly phone: Phone
  readonly disposables: Disposables
  /** Whether the `wx` that these calls are put on has a method of this name. */
  readonly has: (name: string) => boolean
  /** Default: the page this runs in. */
  readonly screen?: () => Screen
  /** Where the app's storage is kept; access may throw. Default: `localStorage`. */
  readonly storage?: () => StorageArea | undefined
}

/** The calls other than network calls that HTTP clients make. They are plain functions and work unbound. */
export function createDevice({
  phone,
  disposables,
  has,
  screen = readScreen,
  storage = () => globalThis.localStorage,
}: DeviceOptions): WxDevice {
  return {
    canIUse: (schema) => canIUse(schema, phone.settings().lib, has),
    ...createInfoCalls(phone, screen),
    ...createNetworkCalls(phone, disposables),
    ...createLifeCalls(phone, disposables),
    ...createStorageCalls(storage, () => phone.settings().appid),
    arrayBufferToBase64: (buffer) => bytesToText(new Uint8Array(buffer), 'base64'),
    base64ToArrayBuffer: (base64) => (textToBytes(base64, 'base64') ?? new Uint8Array()).buffer,
  }
}
