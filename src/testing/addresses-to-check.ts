import type { DomainList } from '../contract/event/domain-check.ts'
import type { SettingsPatch } from '../contract/settings-patch.ts'

/** Lists with a little in each, and a local network. */
export const SOME_LISTED: SettingsPatch = {
  domains: {
    request: ['https://api.example.com', 'https://port.example.com:8443', { origin: 'https://off.example.com', enabled: false }],
    socket: ['wss://ws.example.com', 'wss://port.example.com:99'],
    uploadFile: ['https://up.example.com'],
    downloadFile: ['https://cdn.example.com'],
  },
  lan: ['192.168.1.0/24'],
  selfIp: '192.168.1.20',
}

/** Addresses of every kind that the domain check tells apart, and what the admin page would have to list for those that it refuses. */
export const ADDRESSES_TO_CHECK: readonly { readonly list: DomainList; readonly url: string; readonly toList?: string }[] = [
  { list: 'request', url: 'https://api.example.com/x' },
  { list: 'request', url: 'HTTPS://API.Example.com/x?y#z' },
  { list: 'request', url: 'https://api.example.com:443/x', toList: 'https://api.example.com:443' },
  { list: 'request', url: 'https://api.example.com:8443/x', toList: 'https://api.example.com:8443' },
  { list: 'request', url: 'https://port.example.com:8443/x' },
  { list: 'request', url: 'https://port.example.com/x', toList: 'https://port.example.com' },
  { list: 'request', url: 'https://off.example.com/x', toList: 'https://off.example.com' },
  { list: 'request', url: 'https://sub.api.example.com/x', toList: 'https://sub.api.example.com' },
  { list: 'request', url: 'https://example.com/x', toList: 'https://example.com' },
  { list: 'request', url: 'https://接口.example.com/x', toList: 'https://xn--6orp08a.example.com' },
  { list: 'request', url: 'https://user:secret@other.example.org/x', toList: 'https://other.example.org' },
  { list: 'request', url: 'http://api.example.com/x' },
  { list: 'request', url: 'http://other.example.org/x' },
  { list: 'request', url: 'https://8.8.8.8/x' },
  { list: 'request', url: 'https://[::1]/x' },
  { list: 'request', url: 'https://localhost:8080/x' },
  { list: 'request', url: 'https://api.weixin.qq.com/x' },
  { list: 'request', url: 'http://192.168.1.6:8080/x' },
  { list: 'request', url: 'http://192.168.1.20/x' },
  { list: 'request', url: 'http://192.168.2.6/x' },
  { list: 'uploadFile', url: 'https://up.example.com/x' },
  { list: 'uploadFile', url: 'https://api.example.com/x', toList: 'https://api.example.com' },
  { list: 'downloadFile', url: 'https://cdn.example.com/x' },
  { list: 'downloadFile', url: 'https://up.example.com/x', toList: 'https://up.example.com' },
  { list: 'socket', url: 'wss://ws.example.com:8080/x' },
  { list: 'socket', url: 'wss://port.example.com:100/x', toList: 'wss://port.example.com:100' },
  { list: 'socket', url: 'wss://other.example.com/x', toList: 'wss://other.example.com' },
  { list: 'socket', url: 'ws://ws.example.com/x' },
]
