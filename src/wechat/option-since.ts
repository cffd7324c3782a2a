import type { TaskApi } from '../contract/event/task-event.ts'

/** The base library that brought each option (docs/wechat.md, sections 1 and 8); what is not here was there from the start, or its version is not known. */
export const OPTION_SINCE: Readonly<Partial<Record<TaskApi, Readonly<Record<string, string>>>>> = {
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
