import { headerValue } from '../../contract/event/header-value.ts'
import type { ChunkReceived, HeadersReceived, Progressed, Routed, Succeeded } from '../../contract/event/task-event.ts'
import { givesProfile, isHighPerformance } from '../../wechat/gives-profile.ts'
import { isLibSince } from '../../wechat/lib-version.ts'
import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import { rulesOfHttpDns } from './rules-of-failure.ts'
import type { WxRuleId } from './wx-rules.ts'

/** The rules shown by who answers. */
export function* rulesOfRoute({ cached }: Routed): Iterable<WxRuleId> {
  if (cached) yield 'REQ-12'
}

/** The rules shown by a progress event. */
export function* rulesOfProgress({ listeners }: Progressed, { api }: TaskSnapshot): Iterable<WxRuleId> {
  if (listeners.length > 0) yield api === 'uploadFile' ? 'UP-4' : 'DOWN-5'
  if (listeners.length > 1) yield 'TASK-9'
}

/** The rules shown by the response headers, and by the redirects before them. */
export function* rulesOfHead(event: HeadersReceived, { api, check, environment, given }: TaskSnapshot): Iterable<WxRuleId> {
  const { cookies, listeners, redirects = [], refusedTargets, statusCode } = event
  if (redirects.length > 0) {
    yield 'REDIR-3'
    if (check && check.verdict !== 'switched-off') yield 'DOM-9'
  } else if (refusedTargets) yield 'DOM-9'
  else if (api === 'request' && given['redirect'] === 'manual' && statusCode >= 300 && statusCode < 400) yield 'REDIR-1'
  if (cookies.length > 0) yield 'HDR-9'
  if (cookies.length > 1) yield 'HDR-12'
  if (listeners.length === 0) return
  if (api !== 'request') yield 'UP-5'
  else yield environment.platform === 'devtools' ? 'TASK-5' : 'TASK-4'
  if (listeners.length > 1) yield 'TASK-9'
}

/** The rules shown by a chunk of the body. */
export function* rulesOfChunk({ body, listeners }: ChunkReceived, { api, statusCode = 200 }: TaskSnapshot): Iterable<WxRuleId> {
  // Only the chunks of a streamed body are recorded with their content.
  if (api !== 'request' || !body) return
  yield 'CHUNK-1'
  if (statusCode >= 400) yield 'CHUNK-2'
  if (listeners.length > 1) yield 'TASK-9'
}

/** The rules shown by the end of an answered call. */
export function* rulesOfBody(event: Succeeded, task: TaskSnapshot): Iterable<WxRuleId> {
  const { api, statusCode = 200 } = task
  if (api === 'request') {
    yield* rulesOfResult(event, task)
    if (statusCode >= 400) yield 'RES-6'
    yield 'RES-7'
  } else if (api === 'uploadFile') yield 'UP-3'
  else yield* rulesOfFile(event, statusCode)
  yield* rulesOfHttpDns(event)
  yield* rulesOfProfile(task)
}

function* rulesOfResult(event: Succeeded, task: TaskSnapshot): Iterable<WxRuleId> {
  const { body, dataForm } = event
  const { chunks, given, environment, header = {}, method } = task
  const streams = given['enableChunked'] === true && isLibSince(environment.lib, '2.20.2')
  if (streams && environment.platform === 'pc') yield 'CHUNK-3'
  else if (streams) return yield* chunks === 0 ? (['CHUNK-1'] as const) : []
  if (dataForm === 'arraybuffer') return yield 'RES-4'
  if (method === 'HEAD') yield 'METH-1'
  const text = body.kind === 'text' ? body.text : undefined
  if (text?.charCodeAt(0) === 0xfeff) yield 'RES-5'
  if (dataForm === 'json') yield 'RES-1'
  // Parsing was tried and failed, or resulted in a string, which is not parsed again.
  const asJson = (given['dataType'] ?? 'json') === 'json'
  if (asJson && (dataForm === 'text' || (dataForm === 'json' && /^\ufeff?\s*"/.test(text ?? '')))) yield 'RES-2'
  if (dataForm === 'text' && !asJson) yield 'RES-3'
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(headerValue(header, 'content-type') ?? '')?.[1]
  if (body.kind === 'base64' && charset !== undefined && (dataForm === 'text' || dataForm === 'json')) yield 'RES-8'
}

function* rulesOfFile({ file }: Succeeded, statusCode: number): Iterable<WxRuleId> {
  yield file?.chosen ? 'DOWN-2' : 'DOWN-1'
  if (statusCode < 200 || statusCode > 299) yield 'DOWN-3'
  yield 'DOWN-6'
  if (!file?.chosen) yield 'DOWN-7'
}

function* rulesOfProfile({ api, environment, given, queuedBehind, timing, url }: TaskSnapshot): Iterable<WxRuleId> {
  if (given['enableProfile'] === false) return yield 'PROF-3'
  if (environment.platform === 'devtools' || environment.platform === 'pc') return yield 'PROF-6'
  if (!givesProfile(api, environment, given)) return
  if (timing.marks.redirectStart === undefined || !/^https:/i.test(url)) yield 'PROF-2'
  if (queuedBehind === undefined && isLibSince(environment.lib, '3.8.10')) yield 'PROF-4'
  if (api === 'request' && isHighPerformance(environment, given)) yield* ['REQ-8', 'PROF-7'] as const
}
