import type { CallWarning, DroppedHeader, HeaderList } from '../../contract/event/task-event.ts'
import type { Settings } from '../../contract/settings.ts'
import { parameterFaults } from '../../wechat/check-parameters.ts'
import { badParameters, headerObject, type Refusal, withoutHash } from '../options/check-options.ts'
import { knownOptions, type Options } from '../options/known-options.ts'
import { requestHeader } from '../options/request-header.ts'
import { timeoutOf } from '../options/timeout-of.ts'

/** A socket that is ready to connect: its options are checked and completed. */
export interface SocketPlan {
  readonly url: string
  readonly protocols: readonly string[]
  /** The handshake as a phone would send it. */
  readonly header: HeaderList
  readonly dropped: readonly DroppedHeader[]
  /** ms. */
  readonly timeout: number
  readonly forceCellular: boolean
  readonly warnings: readonly CallWarning[]
}

/** Reads the options of connectSocket: parameters, then the URL (WS-2). */
export function readSocketOptions(option: unknown, settings: Settings): { readonly plan: SocketPlan } | { readonly refusal: Refusal } {
  const notAnObject = parameterFaults(option, {})
  if (notAnObject !== '') return badParameters(notAnObject)
  const { options, warnings } = knownOptions(option as Options, 'connectSocket', settings)
  const { url, protocols = [] } = options
  const faults = parameterFaults({ url, protocols }, { url: 'String', protocols: 'Array' })
  if (faults !== '' || typeof url !== 'string' || !Array.isArray(protocols)) return badParameters(faults)
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

/** WS-18: there is an Origin header, but its value is not published. */
const ORIGIN = 'https://servicewechat.com'

/** Every engine sets these itself. */
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
