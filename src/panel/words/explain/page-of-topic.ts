import type { TaskError } from '../../../contract/event/task-error.ts'
import type { TaskEventType } from '../../../contract/event/task-event.ts'
import type { WxPageKey } from '../../../wechat/facts/wx-pages.ts'
import type { CallbackName } from './explain-words.ts'

type Pages<Name extends string> = Readonly<Record<Name, WxPageKey | undefined>>

/** The page of WeChat's documentation that each error is told on; none for what is ours. */
export const PAGE_OF_ERROR: Pages<TaskError['kind']> = {
  'bad-parameter': 'errno',
  'bad-url': 'errno',
  'bad-method': 'req',
  'bad-data': 'errno',
  'bad-header': 'req',
  'refused-domain': 'net',
  aborted: 'rt',
  'timed-out': 'net',
  interrupted: 'net',
  network: 'errno',
  'too-many-redirects': 'errno',
  'http-dns': 'dns',
  'no-cellular': 'req',
  'old-tls': 'net',
  'not-utf8': 'net',
  'no-file': 'up',
  'file-too-large': 'down',
  'path-refused': 'down',
  'storage-full': 'fs',
  'file-not-saved': 'down',
  'too-many-sockets': 'ws',
  'handshake-refused': 'st',
  'page-closed': undefined,
  internal: undefined,
}

/** The page that tells of what happens in an event. */
export const PAGE_OF_EVENT: Pages<TaskEventType> = {
  created: 'req',
  checked: 'net',
  queued: 'net',
  started: 'net',
  packed: 'up',
  routed: undefined,
  progressed: 'upt',
  'headers-received': 'rt',
  'chunk-received': 'rt',
  opened: 'st',
  'message-sent': 'st',
  'message-received': 'st',
  'message-refused': 'st',
  closed: 'st',
  succeeded: 'net',
  failed: 'errno',
  delivered: 'req',
  held: undefined,
  resumed: undefined,
  condensed: undefined,
}

export const PAGE_OF_CALLBACK: Pages<CallbackName> = {
  success: 'net',
  fail: 'req',
  complete: 'req',
  onHeadersReceived: 'rt',
  onChunkReceived: 'rt',
  onProgressUpdate: 'upt',
  onOpen: 'st',
  onMessage: 'st',
  onError: 'st',
  onClose: 'st',
}
