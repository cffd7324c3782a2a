import type { DomainList } from '../contract/domain-check.ts'
import { isLibSince } from '../contract/lib-version.ts'
import type { Platform } from '../contract/platform.ts'
import type { Settings } from '../contract/settings.ts'
import type { CallWarning, TaskApi } from '../contract/task-event.ts'

export type Options = Readonly<Record<string, unknown>>

/** The calls of the app that go out over HTTP. */
export type SentApi = Extract<TaskApi, DomainList>

/** The base library that brought each option (docs/wechat.md, sections 1 and 8); what is not here was there from the start, or its version is not known. */
const OPTION_SINCE: Readonly<Partial<Record<TaskApi, Readonly<Record<string, string>>>>> = {
  request: {
    responseType: '1.7.0',
    timeout: '2.10.0',
    enableHttp2: '2.10.4',
    enableQuic: '2.10.4',
    enableCache: '2.10.4',
    enableHttpDNS: '2.19.1',
    httpDNSServiceId: '2.19.1',
    enableChunked: '2.20.2',
    forceCellularNetwork: '2.21.0',
    redirect: '3.2.2',
    useHighPerformanceMode: '3.3.3',
    httpDNSTimeout: '3.8.9',
    enableHttpDNSFallback: '3.16.2',
  },
  uploadFile: { timeout: '2.10.0', enableHttp2: '2.10.4', enableQuic: '2.10.4', enableProfile: '3.5.0' },
  connectSocket: { protocols: '1.4.0', tcpNoDelay: '2.4.0', perMessageDeflate: '2.8.0', timeout: '2.10.0', forceCellularNetwork: '2.29.0' },
  downloadFile: { filePath: '1.8.0', timeout: '2.10.0', enableHttp2: '2.10.4', enableQuic: '2.10.4', enableProfile: '2.10.4' },
}
const OPTION_VERSIONS = new Map(Object.entries(OPTION_SINCE).map(([api, since]) => [api, Object.entries(since)]))

/** REQ-22: an option newer than the base library has no effect. */
export function knownOptions(
  option: Options,
  api: SentApi | 'connectSocket',
  { lib, platform }: Settings,
): { options: Options; warnings: CallWarning[] } {
  const tooNew = (OPTION_VERSIONS.get(api) ?? []).filter(
    ([name, since]) => option[name] !== undefined && !isLibSince(lib, sinceOn(platform, name, since)),
  )
  if (tooNew.length === 0) return { options: option, warnings: [] }
  const options = { ...option }
  for (const [name] of tooNew) delete options[name]
  return { options, warnings: ['option-newer-than-lib'] }
}

/** LIM-5: PC honours the timeout later than the others. */
function sinceOn(platform: Platform, name: string, since: string): string {
  return platform === 'pc' && name === 'timeout' ? '3.11.1' : since
}
