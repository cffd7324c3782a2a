import type { CallWarning, Created, DroppedHeader } from '../../contract/event/task-event.ts'
import { isLibSince } from '../../wechat/lib-version.ts'
import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import type { WxRuleId } from './wx-rules.ts'

const OF_WARNING: Readonly<Partial<Record<CallWarning, WxRuleId>>> = {
  'header-not-object': 'HDR-4',
  'long-url': 'URL-11',
  'option-newer-than-lib': 'REQ-22',
  'relative-url': 'URL-3',
  'method-not-on-phone': 'METH-3',
  'page-file': 'UP-2',
  'page-cookies': 'HDR-9',
}

const OF_DROPPED: Readonly<Partial<Record<DroppedHeader['why'], WxRuleId>>> = { referer: 'HDR-5', forbidden: 'HDR-11', multipart: 'UP-6' }

/** The rules shown by how the options were read, except `data`. A refused call did not get that far. */
export function* rulesOfCall(event: Created, task: TaskSnapshot): Iterable<WxRuleId> {
  const { api, given, sent, warnings = [] } = event
  if (!sent) return
  yield* rulesOfWarnings(warnings)
  if (api === 'request') yield* rulesOfMethod(given['method'], sent.method)
  yield* rulesOfHeader(event, task)
  for (const { why } of sent.dropped) yield* ruleIn(OF_DROPPED, why)
  if (api === 'connectSocket' && Array.isArray(given['protocols']) && given['protocols'].length > 0) yield 'WS-3'
  if ((api === 'uploadFile' || api === 'downloadFile') && given['useHighPerformanceMode'] !== undefined) yield 'UP-7'
  yield 'LIM-4'
  if (hasOwnLimit(event)) yield 'LIM-5'
}

/** The rules shown by the warnings of a call. */
export function* rulesOfWarnings(warnings: readonly CallWarning[]): Iterable<WxRuleId> {
  for (const warning of warnings) yield* ruleIn(OF_WARNING, warning)
}

function* rulesOfMethod(given: unknown, sent: string): Iterable<WxRuleId> {
  if (!given) yield 'METH-1'
  else if (given !== sent) yield 'METH-2'
}

function* rulesOfHeader({ api, given, sent }: Created, task: TaskSnapshot): Iterable<WxRuleId> {
  const own = Object.entries(Object(given['header']) as Record<string, unknown>)
  const header = sent?.header ?? []
  const types = own.filter(([name]) => name.toLowerCase() === 'content-type')
  if (api === 'request' && header.some(([name]) => name === 'content-type')) yield types.length > 0 ? 'HDR-2' : 'HDR-1'
  // Functions and `undefined` are not recorded in `given`, but what was sent in their place is.
  const kinds = header.some(([name, value]) => /^\[object \w+\]$/.test(value) && Object(given['header'])[name] !== value)
  if (kinds || own.some(([, value]) => typeof value === 'number')) yield 'HDR-3'
  // On the real network a page cannot send these: the browser sets its own.
  if (task.by === 'fetch') return
  if (header.some(([name]) => name.toLowerCase() === 'cookie')) yield 'HDR-9'
  if (header.some(([name]) => name === 'Referer')) yield* ['HDR-6', 'HDR-7'] as const
  if (api === 'connectSocket') yield 'WS-18'
}

function hasOwnLimit({ environment: { lib, platform }, given }: Created): boolean {
  const timeout = given['timeout']
  if (platform === 'ios') return !isLibSince(lib, '2.14.0') && typeof timeout === 'number' && timeout > 60_000
  return platform === 'pc' && timeout !== undefined && !isLibSince(lib, '3.11.1')
}

function* ruleIn<Key extends string>(table: Readonly<Partial<Record<Key, WxRuleId>>>, key: Key): Iterable<WxRuleId> {
  const id = table[key]
  if (id) yield id
}
