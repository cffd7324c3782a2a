import type { Disposables } from '../contract/disposables.ts'
import type { LaunchOptions, WxDevice } from '../contract/wx/wx-device.ts'
import { createListeners } from './listeners.ts'
import type { Phone } from './phone.ts'

type LifeCalls = Pick<WxDevice, 'onAppShow' | 'offAppShow' | 'onAppHide' | 'offAppHide' | 'getLaunchOptionsSync' | 'getEnterOptionsSync'>

/** Opened from the list of mini-programs: the scene with no further parameters. */
const PLAIN_SCENE = 1001

/** onAppShow and onAppHide: the app goes to the background and comes back. */
export function createLifeCalls(phone: Phone, disposables: Disposables): LifeCalls {
  const shown = createListeners<LaunchOptions>()
  const hidden = createListeners<void>()
  let wasHidden = phone.appHidden()
  const stop = phone.subscribe(() => {
    const isHidden = phone.appHidden()
    if (isHidden === wasHidden) return
    wasHidden = isHidden
    if (isHidden) hidden.emit(() => {})
    else shown.emit(launchOptions)
  })
  disposables.add(stop)
  return {
    onAppShow: shown.on,
    offAppShow: shown.off,
    onAppHide: hidden.on,
    offAppHide: hidden.off,
    getLaunchOptionsSync: launchOptions,
    getEnterOptionsSync: launchOptions,
  }
}

function launchOptions(): LaunchOptions {
  return {
    path: 'pages/index/index',
    query: {},
    scene: PLAIN_SCENE,
    referrerInfo: { appId: '', extraData: {} },
    apiCategory: 'default',
    forwardMaterials: [],
  }
}
