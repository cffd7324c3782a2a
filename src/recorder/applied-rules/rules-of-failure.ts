import type { PageClosed, TaskError } from '../../contract/event/task-error.ts'
import type { Failed, Succeeded } from '../../contract/event/task-event.ts'
import { unreachable } from '../../contract/unreachable.ts'
import { isLibSince } from '../../wechat/lib-version.ts'
import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import type { WxRuleId } from './wx-rules.ts'

/** The rules shown by why a call failed, and by its message and number. */
export function* rulesOfFailure(event: Failed, task: TaskSnapshot): Iterable<WxRuleId> {
  const { error } = event
  if (error.kind === 'page-closed') return
  yield* rulesOfReason(error, task)
  if (!task.sent) yield 'DOM-17'
  if (/:fail ?$/.test(error.errMsg)) yield 'ERR-2'
  if (error.errno === 600001) yield 'ERR-4'
  if (error.errno === undefined && HAVE_ERRNO.has(error.kind) && !isLibSince(task.environment.lib, '2.24.0')) yield 'RES-13'
  yield* rulesOfHttpDns(event)
}

const HAVE_ERRNO: ReadonlySet<string> = new Set(['network', 'refused-domain', 'bad-url', 'bad-data', 'interrupted', 'too-many-redirects'])

function* rulesOfReason(error: Exclude<TaskError, PageClosed>, task: TaskSnapshot): Iterable<WxRuleId> {
  const { api, environment, given, marks, socket } = task
  // For a socket whose call was accepted but which did not open, onError has the message.
  if (socket && marks.checked !== undefined) yield 'WS-8'
  switch (error.kind) {
    case 'bad-parameter':
      return yield* rulesOfParameters(error.errMsg, task)
    case 'bad-url':
      if (socket) return yield* ['WS-2', 'RES-11'] as const
      return yield* [rulesOfUrl(String(given['url'])), 'URL-2', 'URL-8', 'RES-11'] as const
    case 'bad-method':
      return yield 'METH-3'
    case 'bad-data':
      return yield 'CONV-20'
    case 'refused-domain':
      // The first check passed, so a redirect led to a refused host.
      if (task.check?.verdict === 'refused') return
      yield* ['DOM-9', 'DOM-1'] as const
      if (environment.platform === 'devtools') yield 'DOM-11'
      return
    case 'aborted':
      if (marks.queued !== undefined && marks.started === undefined) yield 'TASK-2'
      else if (api === 'request') yield 'TASK-1'
      if (api === 'uploadFile' || api === 'downloadFile') yield 'TASK-7'
      return
    case 'timed-out':
      return yield socket ? 'WS-17' : 'ERR-6'
    case 'interrupted':
      if (error.when === 'disposed') return
      yield 'BG-1'
      if (api === 'uploadFile') yield 'BG-2'
      return
    case 'network':
      if (!socket) yield environment.platform === 'devtools' ? 'ERR-8' : 'ERR-7'
      return
    case 'too-many-redirects':
      return yield 'REDIR-4'
    case 'http-dns':
      return yield 'HTTPDNS-2'
    case 'no-cellular':
      return yield 'ERR-9'
    case 'old-tls':
      return yield 'ERR-10'
    case 'not-utf8':
      return yield 'RES-8'
    case 'no-file':
      return yield 'UP-2'
    case 'file-too-large':
      return yield* ['DOWN-4', 'LIM-6'] as const
    case 'path-refused':
      return yield 'DOWN-8'
    case 'storage-full':
      return yield 'LIM-7'
    case 'too-many-sockets':
      return yield 'LIM-3'
    case 'bad-header':
    case 'handshake-refused':
    case 'file-not-saved':
    case 'internal':
      return
    default:
      return unreachable(error)
  }
}

function* rulesOfParameters(errMsg: string, { api, socket }: TaskSnapshot): Iterable<WxRuleId> {
  // The one parameter whose wrong type is found late and reported like any other failure.
  if (errMsg.includes('data should not be Function')) return yield 'CONV-17'
  yield 'ERR-5'
  if (socket) yield 'WS-2'
  else {
    if (errMsg.includes('parameter.url ')) yield 'URL-1'
    if (api === 'uploadFile') yield 'UP-2'
    yield 'URL-8'
  }
  yield 'RES-11'
}

function rulesOfUrl(url: string): WxRuleId {
  if (url === '') return 'URL-5'
  if (/^wss?:/i.test(url)) return 'URL-4'
  return /^[a-z][a-z0-9+.-]*:/i.test(url) ? 'URL-2' : 'URL-3'
}

/** Error numbers of HttpDNS. */
const NO_QUOTA = 602103
const PROXY = 600001

/** The rules shown by what HttpDNS adds to a result. */
export function* rulesOfHttpDns(event: Pick<Succeeded | Failed, 'type' | 'useHttpDNS' | 'exception'>): Iterable<WxRuleId> {
  if (event.useHttpDNS === undefined) return
  yield 'RES-12'
  const errnos = event.exception?.reasons.map(({ errno }) => errno) ?? []
  if (event.type === 'succeeded' && errnos.includes(NO_QUOTA)) yield 'HTTPDNS-1'
  if (errnos.includes(PROXY)) yield 'HTTPDNS-3'
}
