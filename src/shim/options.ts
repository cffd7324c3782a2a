import { isLibSince } from '../contract/lib-version.ts'
import type { Platform } from '../contract/platform.ts'
import type { Settings } from '../contract/settings.ts'
import type { FailReason } from '../contract/task-error.ts'
import type { CallWarning, DroppedHeader, HeaderList } from '../contract/task-event.ts'
import type { DecodeAs } from './decode.ts'
import { addQuery, DataError, type EncodedBody, encodeBody } from './encode-data.ts'
import type { HttpDnsWish } from './http-dns.ts'
import { requestHeader } from './request-header.ts'

/** A call that can be sent: everything checked, converted and filled in. */
export interface RequestPlan {
  readonly method: string
  readonly url: string
  readonly header: HeaderList
  readonly dropped: readonly DroppedHeader[]
  readonly body: EncodedBody | undefined
  /** ms. */
  readonly timeout: number
  readonly decodeAs: DecodeAs
  /** The app gets the body in pieces, and `''` at the end (CHUNK-1). */
  readonly chunked: boolean
  readonly redirect: 'follow' | 'manual'
  readonly httpDns: HttpDnsWish | undefined
  readonly forceCellular: boolean
  /** Whether an earlier answer may do (REQ-12). */
  readonly cache: boolean
  readonly warnings: readonly CallWarning[]
}

/** Why the options cannot be sent; `text` stands after `request:fail ` where the reason alone does not tell it. */
export interface Refusal {
  readonly reason: FailReason
  readonly text?: string
  /** The call gives no task, and its callbacks run at once (URL-8, RES-11). */
  readonly atOnce: boolean
}

export type OptionReading = { readonly plan: RequestPlan } | { readonly refusal: Refusal }

type Options = Readonly<Record<string, unknown>>

const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])

/** Checks and fills in the options of one call: parameters, url, method, data, in this order (DOM-17). */
export function readOptions(option: unknown, settings: Settings): OptionReading {
  const wrong = (text: string): OptionReading => ({
    refusal: { reason: { kind: 'bad-parameter' }, text: `parameter error: ${text};`, atOnce: true },
  })
  if (typeof option !== 'object' || option === null) return wrong(`parameter should be Object instead of ${typeName(option)}`)
  const { warnings, options } = knownOptions(option as Options, settings)

  const { url, data } = options
  if (typeof url !== 'string') return wrong(`parameter.url should be String instead of ${typeName(url)}`)
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    return { refusal: { reason: { kind: 'bad-url' }, text: `invalid url "${url}"`, atOnce: true } }
  }
  // METH-2: any letter case.
  const method = options['method'] ? String(options['method']).toUpperCase() : 'GET'
  if (!METHODS.has(method)) return { refusal: { reason: { kind: 'bad-method' }, atOnce: false } }
  if (typeof data === 'function') {
    return { refusal: { reason: { kind: 'bad-parameter' }, text: 'data should not be Function', atOnce: false } }
  }

  if (url.length > LONG_URL) warnings.push('long-url')
  const header = requestHeader(headerObject(options['header'], warnings), settings)
  if (header.dropped.length > 0) warnings.push('header-dropped')
  try {
    return {
      plan: {
        method,
        ...(hasQueryData(method) ? withQuery(url, data, warnings) : { url: withoutHash(url), body: encodeBody(data, header.contentType) }),
        header: header.list,
        dropped: header.dropped,
        timeout: timeoutOf(options['timeout'], settings),
        decodeAs: { json: (options['dataType'] ?? 'json') === 'json', arraybuffer: options['responseType'] === 'arraybuffer' },
        // CHUNK-3, PLAT-9: the PC client knows neither pieces nor `manual`.
        chunked: options['enableChunked'] === true && settings.platform !== 'pc',
        redirect: options['redirect'] === 'manual' && settings.platform !== 'pc' ? 'manual' : 'follow',
        httpDns: httpDnsWish(options),
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

/** URL-11: an official guide advises no more, in bytes; nothing enforces it. */
const LONG_URL = 1024

/** A body has no place in these; a browser would refuse to send one. */
function hasQueryData(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

function withQuery(url: string, data: unknown, warnings: CallWarning[]): { url: string; body: undefined } {
  const address = withoutHash(url)
  if (typeof data === 'string' && data !== '') warnings.push('string-data-on-get')
  // CONV-13: only objects become a query.
  if (typeof data !== 'object' || data === null || ArrayBuffer.isView(data)) return { url: address, body: undefined }
  const merged = addQuery(address, data)
  // CONV-12: not known of today's clients; before the hash is where a query belongs.
  if (merged !== address && address !== url) warnings.push('query-before-hash')
  return { url: merged, body: undefined }
}

/** A hash never leaves the client. */
function withoutHash(url: string): string {
  const hashAt = url.indexOf('#')
  return hashAt === -1 ? url : url.slice(0, hashAt)
}

/** HDR-4. */
function headerObject(header: unknown, warnings: CallWarning[]): Options {
  if (header === undefined) return {}
  if (typeName(header) === 'Object') return header as Options
  warnings.push('header-not-object')
  return {}
}

function httpDnsWish(options: Options): HttpDnsWish | undefined {
  if (options['enableHttpDNS'] !== true) return undefined
  return {
    serviceId: options['httpDNSServiceId'],
    fallback: options['enableHttpDNSFallback'] !== false,
    switchedOff: options['useHighPerformanceMode'] === true,
  }
}

const DEFAULT_TIMEOUT = 60_000
const LONGEST_TIMEOUT = 2 ** 31 - 1

/** LIM-4: the call's own, else that of app.json, else a minute. A value that no timer can keep counts as none. */
function timeoutOf(given: unknown, { networkTimeout, platform, lib }: Settings): number {
  const timeout =
    [given, networkTimeout.request].find((ms): ms is number => typeof ms === 'number' && ms > 0 && ms <= LONGEST_TIMEOUT) ?? DEFAULT_TIMEOUT
  // LIM-5.
  return platform === 'ios' && !isLibSince(lib, '2.14.0') ? Math.min(timeout, DEFAULT_TIMEOUT) : timeout
}

/** The base library that brought each option (spec 1.1); what is not here was there from the start, or its version is not known. */
const OPTION_SINCE: Readonly<Record<string, string>> = {
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
}
const OPTION_VERSIONS = Object.entries(OPTION_SINCE)

/** REQ-22: an option newer than the base library has no effect. */
function knownOptions(option: Options, { lib, platform }: Settings): { options: Options; warnings: CallWarning[] } {
  const tooNew = OPTION_VERSIONS.filter(([name, since]) => option[name] !== undefined && !isLibSince(lib, sinceOn(platform, name, since)))
  if (tooNew.length === 0) return { options: option, warnings: [] }
  const options = { ...option }
  for (const [name] of tooNew) delete options[name]
  return { options, warnings: ['option-newer-than-lib'] }
}

/** LIM-5: PC honours the timeout later than the others. */
function sinceOn(platform: Platform, name: string, since: string): string {
  return platform === 'pc' && name === 'timeout' ? '3.11.1' : since
}

/** The word that WeChat's parameter errors use for a type (URL-1). */
function typeName(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}
