import type { CallWarning } from '../../contract/event/task-event.ts'
import type { Settings } from '../../contract/settings.ts'
import { isHighPerformance } from '../../wechat/gives-profile.ts'
import type { HttpDnsWish } from '../../wechat/http-dns.ts'
import type { CallPlan, Reading } from '../call/open-call.ts'
import { checkOptions, headerObject, withoutHash } from '../options/check-options.ts'
import type { DecodeAs } from '../options/decode.ts'
import { addQuery, DataError, type EncodedBody, encodeBody } from '../options/encode-data.ts'
import type { Options } from '../options/known-options.ts'
import { headerException, requestHeader } from '../options/request-header.ts'
import { timeoutOf } from '../options/timeout-of.ts'

/** A call that is ready to be sent: its options are checked, converted and completed. */
export interface RequestPlan extends CallPlan {
  readonly body: EncodedBody | undefined
  readonly decodeAs: DecodeAs
  /** The app gets the body in chunks, and `''` at the end (CHUNK-1). */
  readonly chunked: boolean
  readonly redirect: 'follow' | 'manual'
  /** High-performance mode forces HTTP/2, except for a streamed response (REQ-8). */
  readonly http2: boolean
  readonly httpDns: HttpDnsWish | undefined
  readonly forceCellular: boolean
  /** Whether a cached answer may be used (REQ-12). */
  readonly cache: boolean
}

/** What reading the options of wx.request results in. */
export type RequestReading = Reading<RequestPlan>

/** The methods that wx.request accepts (METH-1). */
export const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])

/** Reads the options of one call, in this order: parameters, URL, method, data (DOM-17). */
export function readRequestOptions(option: unknown, settings: Settings): RequestReading {
  const checked = checkOptions(option, 'request', [], settings)
  if ('refusal' in checked) return checked
  const { options, url, warnings } = checked
  const { data } = options
  const givenMethod = options['method'] || 'GET'
  // METH-2: in any letter case. Not every object can be converted to a string.
  const method = typeof givenMethod === 'string' ? givenMethod.toUpperCase() : ''
  if (!METHODS.has(method)) return { refusal: { reason: { kind: 'bad-method' }, atOnce: false } }
  if (typeof data === 'function') {
    return { refusal: { reason: { kind: 'bad-parameter' }, text: 'data should not be Function', atOnce: false } }
  }

  const header = requestHeader(headerObject(options['header'], warnings), settings)
  const exception = settings.platform === 'devtools' ? headerException(header.dropped) : undefined
  if (exception) return { refusal: { reason: { kind: 'bad-header', ...exception }, atOnce: false } }
  if (header.dropped.length > 0) warnings.push('header-dropped')
  try {
    return {
      plan: {
        method,
        ...(hasQueryData(method) ? withQuery(url, data, warnings) : { url: withoutHash(url), body: encodeBody(data, header.contentType) }),
        header: header.list,
        dropped: header.dropped,
        timeout: timeoutOf('request', options['timeout'], settings),
        decodeAs: { json: (options['dataType'] ?? 'json') === 'json', arraybuffer: options['responseType'] === 'arraybuffer' },
        // CHUNK-3, PLAT-9: the PC client supports neither chunks nor `manual`.
        chunked: options['enableChunked'] === true && settings.platform !== 'pc',
        redirect: options['redirect'] === 'manual' && settings.platform !== 'pc' ? 'manual' : 'follow',
        http2: options['enableChunked'] !== true && isHighPerformance(settings, options),
        httpDns: httpDnsWish(options, settings),
        cache: options['enableCache'] === true,
        forceCellular: options['forceCellularNetwork'] === true,
        warnings,
      },
    }
  } catch (thrown) {
    if (thrown instanceof DataError) return { refusal: { reason: { kind: 'bad-data', detail: thrown.message }, atOnce: false } }
    throw thrown
  }
}

/** These methods have no body; a browser would refuse to send one. */
function hasQueryData(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

function withQuery(url: string, data: unknown, warnings: CallWarning[]): { url: string; body: undefined } {
  const address = withoutHash(url)
  if (typeof data === 'string' && data !== '') warnings.push('string-data-on-get')
  // CONV-13: only objects become a query.
  if (typeof data !== 'object' || data === null || ArrayBuffer.isView(data)) return { url: address, body: undefined }
  const merged = addQuery(address, data)
  // CONV-12: not known of current clients; a query belongs before the hash.
  if (merged !== address && address !== url) warnings.push('query-before-hash')
  return { url: merged, body: undefined }
}

function httpDnsWish(options: Options, settings: Settings): HttpDnsWish | undefined {
  if (options['enableHttpDNS'] !== true) return undefined
  return {
    serviceId: options['httpDNSServiceId'],
    fallback: options['enableHttpDNSFallback'] !== false,
    switchedOff: isHighPerformance(settings, options),
  }
}
