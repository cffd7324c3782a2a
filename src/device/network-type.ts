import type { Disposables } from '../contract/disposables.ts'
import type { NetworkConditions } from '../contract/mock/network-conditions.ts'
import type { NetworkStatus, NetworkType, WxDevice } from '../contract/wx/wx-device.ts'
import { runApi } from '../wechat/run-api.ts'
import { createListeners } from './listeners.ts'
import type { Phone } from './phone.ts'

type NetworkCalls = Pick<WxDevice, 'getNetworkType' | 'onNetworkStatusChange' | 'offNetworkStatusChange'>

/** ms of round trip above which a network counts as weak. WeChat documents no value. */
const WEAK_FROM = 500

/** The network that settings.conditions simulates. */
export function createNetworkCalls(phone: Phone, disposables: Disposables): NetworkCalls {
  const changed = createListeners<NetworkStatus>()
  const status = (): NetworkStatus => {
    const networkType = networkTypeOf(phone.settings().conditions)
    return { isConnected: networkType !== 'none', networkType }
  }
  let last = status()
  const stop = phone.subscribe(() => {
    const now = status()
    if (now.networkType === last.networkType) return
    last = now
    changed.emit(() => ({ ...now }))
  })
  disposables.add(stop)
  return {
    getNetworkType: (option) =>
      runApi('getNetworkType', option, () => {
        const { conditions } = phone.settings()
        const networkType = networkTypeOf(conditions)
        return {
          networkType,
          hasSystemProxy: false,
          signalStrength: networkType === 'none' ? -100 : -50,
          weakNet: networkType !== 'none' && conditions.latency >= WEAK_FROM,
        }
      }),
    onNetworkStatusChange: changed.on,
    offNetworkStatusChange: changed.off,
  }
}

function networkTypeOf({ online, preset }: NetworkConditions): NetworkType {
  if (!online) return 'none'
  // Without simulation, the network is that of the computer.
  return preset === 'none' || preset === 'offline' ? 'wifi' : preset === 'custom' ? 'unknown' : preset
}
