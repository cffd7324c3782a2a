import type { Settings } from '../contract/settings.ts'
import type { CallWarning, DroppedHeader, HeaderList } from '../contract/task-event.ts'
import { headerObject, type Refusal, typeName, withoutHash } from './check-options.ts'
import { knownOptions, type Options } from './known-options.ts'
import { requestHeader } from './request-header.ts'
import { timeoutOf } from './timeout-of.ts'

/** A socket that can be asked for: everything checked and filled in. */
export interface SocketPlan {
  readonly url: string
  readonly protocols: readonly string[]
  /** The handshake as it would leave a phone. */
  readonly header: HeaderList
  readonly dropped: readonly DroppedHeader[]
  /** ms. */
  readonly timeout: number
  readonly forceCellular: boolean
  readonly warnings: readonly CallWarning[]
}

/** Checks and fills in the options of connectSocket: parameters first, then the url (WS-2). */
export function readSocketOptions(option: unknown, settings: Settings): { readonly plan: SocketPlan } | { readonly refusal: Refusal } {
  const wrong = (clauses: string) => ({
    refusal: { reason: { kind: 'bad-parameter' }, text: `parameter error: ${clauses}`, atOnce: true } as const,
  })
  if (typeof option !== 'object' || option === null) return wrong(`parameter should be Object instead of ${typeName(option)};`)
  const { options, warnings } = knownOptions(option as Options, 'connectSocket', settings)
  const { url, protocols = [] } = options
  // ERR-5: one after another, without a space between them.
  const faults = [
    ...(typeof url === 'string' ? [] : [`parameter.url should be String instead of ${typeName(url)};`]),
    ...(Array.isArray(protocols) ? [] : [`parameter.protocols should be Array instead of ${typeName(protocols)};`]),
  ]
  if (typeof url !== 'string' || !Array.isArray(protocols) || faults.length > 0) return wrong(faults.join(''))
  if (!/^wss?:\/\//i.test(url) || !URL.canParse(url))
    return { refusal: { reason: { kind: 'bad-url' }, text: `invalid url "${url}"`, atOnce: true } }

  const names = protocols.map(String)
  const { list, dropped } = handshake(headerObject(options['header'], warnings), names, options['perMessageDeflate'] === true, settings)
  if (dropped.length > 0) warnings.push('header-dropped')
  return {
    plan: {
      url: withoutHash(url),
      protocols: names,
      header: list,
      dropped,
      timeout: timeoutOf('connectSocket', options['timeout'], settings),
      forceCellular: options['forceCellularNetwork'] === true,
      warnings,
    },
  }
}

/** WS-18: there is an Origin; its value is nowhere published. */
const ORIGIN = 'https://servicewechat.com'

/** Every engine writes these itself. */
const OWN = /^(origin|sec-websocket-.*)$/i

function handshake(given: Options, protocols: readonly string[], deflate: boolean, settings: Settings) {
  const { list, dropped } = requestHeader(given, settings, { usual: '' })
  const header: HeaderList = [
    ...list.filter(([name]) => !OWN.test(name)),
    ['Origin', ORIGIN],
    ['Connection', 'Upgrade'],
    ['Upgrade', 'websocket'],
    ['Sec-WebSocket-Version', '13'],
    ...(protocols.length > 0 ? [['Sec-WebSocket-Protocol', protocols.join(', ')] as const] : []),
    ...(deflate ? [['Sec-WebSocket-Extensions', 'permessage-deflate'] as const] : []),
  ]
  const own = list.filter(([name]) => OWN.test(name)).map(([name, value]): DroppedHeader => ({ name, value, why: 'forbidden' }))
  return { list: header, dropped: [...dropped, ...own] }
}
