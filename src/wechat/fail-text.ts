import type { CallEnvironment, Platform } from '../contract/event/platform.ts'
import type { FailReason, TaskError } from '../contract/event/task-error.ts'
import type { TaskApi } from '../contract/event/task-event.ts'
import { unreachable } from '../contract/unreachable.ts'
import { httpDnsErrno } from './http-dns.ts'
import { isLibSince } from './lib-version.ts'
import { netErrorNumber } from './net-errors.ts'

interface FailText {
  /** What follows `<api>:fail `; empty where the platform says no more (ERR-8). */
  readonly text: string
  readonly errno?: number | undefined
}

/** A reason with the errMsg and errno that this platform and base library give for it (docs/wechat.md, section 4). `text` stands in for the usual words. */
export function taskErrorOf(reason: FailReason, api: TaskApi, environment: CallEnvironment, text?: string): TaskError {
  const said = failText(reason, api, environment)
  return {
    ...reason,
    errMsg: errMsgOf(api, text ?? said.text, environment.lib),
    ...(said.errno !== undefined && hasErrno(reason, environment.lib) && { errno: said.errno }),
  }
}

/** RES-13: there is no errno before 2.24.0, except for the proxy that stood in the way of HttpDNS before 2.22.1 (HTTPDNS-3). */
function hasErrno(reason: FailReason, lib: string): boolean {
  return isLibSince(lib, '2.24.0') || (reason.kind === 'network' && reason.name === 'ERR_PROXY_CONNECTION_FAILED')
}

function errMsgOf(api: TaskApi, text: string, lib: string): string {
  if (text !== '') return `${api}:fail ${text}`
  // ERR-2: the space at the end went with 2.25.1.
  return isLibSince(lib, '2.25.1') ? `${api}:fail` : `${api}:fail `
}

function failText(reason: FailReason, api: TaskApi, environment: CallEnvironment): FailText {
  const { platform, lib } = environment
  switch (reason.kind) {
    case 'bad-parameter':
      return { text: 'parameter error' }
    case 'bad-url':
      return { text: 'invalid url', errno: 600009 }
    case 'bad-method':
      return { text: 'method is invalid' }
    case 'bad-data':
      return { text: 'invalid request data', errno: 600010 }
    case 'bad-header':
      return { text: reason.detail }
    case 'refused-domain':
      return {
        text: `${createdBy(api, platform)}url not in domain list${platform === 'android-remote-debug' ? `:${reason.host}` : ''}`,
        errno: 600002,
      }
    case 'aborted':
      return { text: 'abort' }
    case 'timed-out':
      return api === 'uploadFile' ? uploadTimeoutText(environment) : timeoutText(environment)
    case 'interrupted':
      // BG-2.
      return { text: api === 'uploadFile' ? 'fail:network interrupted error' : 'interrupted', errno: 600003 }
    case 'network':
      return networkText(reason.name, environment)
    case 'too-many-redirects':
      return { text: 'network reach the max redirect count', errno: 600008 }
    case 'http-dns':
      return { text: reason.detail, errno: httpDnsErrno(reason.detail) }
    case 'no-cellular':
      // ERR-9: iOS gave no errno before 3.5.1.
      return { text: 'cellular network is unavailable', errno: platform === 'ios' && !isLibSince(lib, '3.5.1') ? undefined : 600006 }
    case 'old-tls':
      return { text: '小程序要求的 TLS 版本必须大于等于 1.2' }
    case 'not-utf8':
      return { text: 'response data convert to UTF8 fail', errno: 602302 }
    case 'no-file':
      // UP-2: no errno was ever seen with it.
      return { text: platform === 'devtools' ? `${createdBy(api, platform)}file not found` : "file doesn't exist" }
    case 'file-too-large':
      return { text: 'exceed max file size', errno: 603301 }
    case 'path-refused':
      return { text: 'no permission for filePath', errno: 603303 }
    case 'storage-full':
      return { text: 'the maximum size of the file storage limit is exceeded', errno: 1300202 }
    case 'file-not-saved':
      return { text: 'save file error', errno: 603300 }
    // A socket's own words for these go to onError; see socket-text.ts.
    case 'too-many-sockets':
      return { text: 'exceed max concurrent count' }
    case 'handshake-refused':
      return { text: 'Invalid HTTP status.' }
    case 'internal':
      return { text: 'internal error', errno: 4 }
    default:
      return unreachable(reason)
  }
}

const CREATED_BY: Readonly<Partial<Record<TaskApi, string>>> = {
  uploadFile: 'createUploadTask:fail ',
  downloadFile: 'createDownloadTask:fail ',
  connectSocket: 'createSocketTask:fail ',
}

/** DOM-2, UP-2: the tool names the step that failed; phones do not. */
function createdBy(api: TaskApi, platform: Platform): string {
  if (platform !== 'devtools') return ''
  return CREATED_BY[api] ?? ''
}

/** PLAT-3: uploads have engines of their own, and these the words of the phone's system. */
function uploadTimeoutText({ platform }: CallEnvironment): FailText {
  switch (platform) {
    case 'android':
    case 'android-remote-debug':
      return { text: 'socket timeout error' }
    case 'ios':
      return { text: '请求超时。' }
    default:
      return { text: 'timeout' }
  }
}

/** ERR-6. The PC client's words are not known; it gets those of the tool. */
function timeoutText(environment: CallEnvironment): FailText {
  switch (environment.platform) {
    case 'android':
    case 'android-remote-debug':
      return { text: 'fail:time out', errno: 5 }
    case 'ios':
      return networkText('ERR_TIMED_OUT', environment)
    default:
      return { text: 'timeout' }
  }
}

/** ERR-7, ERR-8: iOS writes the long form, the tool nothing, the others the short one. */
function networkText(name: string, { platform }: CallEnvironment): FailText {
  const number = netErrorNumber(name)
  if (platform === 'devtools') return { text: '', errno: 600001 }
  if (platform === 'ios') return { text: `errcode:${number} cronet_error_code:${number} error_msg:net::${name}`, errno: 600001 }
  return { text: `${number}:net::${name}`, errno: 600001 }
}
