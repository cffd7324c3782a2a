import { attempt } from '../../contract/describe.ts'
import type { DroppedHeader, HeaderList } from '../../contract/event/task-event.ts'
import type { Settings } from '../../contract/settings.ts'
import { refererOf } from '../../wechat/referer.ts'

/** The headers of a call. */
export interface RequestHeader {
  readonly list: HeaderList
  readonly dropped: readonly DroppedHeader[]
  /** '' if the call has none. */
  readonly contentType: string
}

/** The Content-Type of a call: `usual` unless the caller sets one (HDR-1), or always `fixed` (UP-6). */
export type TypeOfContent = { readonly usual: string } | { readonly fixed: string }

const USUAL: TypeOfContent = { usual: 'application/json' }

/** Every HTTP engine sets these itself and ignores the caller's values. */
const FRAMING = new Set(['host', 'content-length', 'connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'expect'])
/** Headers that only a browser may set, beyond those above; devtools runs in one (HDR-11). A Cookie set by the caller is sent (HDR-9). */
const FORBIDDEN_IN_TOOL =
  /^(accept-(charset|encoding)|access-control-request-(headers|method|private-network)|cookie2|date|dnt|origin|set-cookie|via|(proxy|sec)-.*)$/
const ILLEGAL_IN_NAME = /[^!#$%&'*+.^_`|~0-9a-z-]/iu
/** A header value holds one byte per character and no line break. */
const ILLEGAL_IN_VALUE = /[^\t\x20-\x7e\x80-\xff]/u

/** The headers of a call as they are sent: Content-Type first, then the caller's, then Referer (HDR-1 … HDR-7, HDR-11). */
export function requestHeader(given: Readonly<Record<string, unknown>>, settings: Settings, type: TypeOfContent = USUAL): RequestHeader {
  const list: [string, string][] = []
  const dropped: DroppedHeader[] = []
  let contentType = 'fixed' in type ? type.fixed : type.usual
  for (const [name, raw] of Object.entries(given)) {
    const value = valueText(raw)
    const lower = name.toLowerCase()
    const fault = faultOf(lower, value, settings)
    if (fault) dropped.push({ name, value, ...fault })
    else if (lower === 'content-type' && 'fixed' in type) dropped.push({ name, value, why: 'multipart' })
    else if (lower === 'content-type') contentType = value
    else list.push([name, value])
  }
  const first: HeaderList = contentType === '' ? [] : [['content-type', contentType]]
  return { list: [...first, ...list, ['Referer', refererOf(settings)]], dropped, contentType }
}

function faultOf(name: string, value: string, { platform }: Settings): Pick<DroppedHeader, 'why' | 'illegal'> | undefined {
  if (name === 'referer') return { why: 'referer' }
  if (name === '') return { why: 'invalid' }
  const inName = ILLEGAL_IN_NAME.exec(name)?.[0]
  if (inName !== undefined) return { why: 'invalid', illegal: { in: 'name', character: inName } }
  const inValue = ILLEGAL_IN_VALUE.exec(value)?.[0]
  if (inValue !== undefined) return { why: 'invalid', illegal: { in: 'value', character: inValue } }
  return FRAMING.has(name) || (platform === 'devtools' && FORBIDDEN_IN_TOOL.test(name)) ? { why: 'forbidden' } : undefined
}

/**
 * What the XMLHttpRequest of devtools throws for the first header that HTTP cannot carry; its call fails with it. The message for a value
 * beyond Latin-1 was reported for devtools, the others are Chromium's. What phones do is not known: we leave such a header out there.
 */
export function headerException(dropped: readonly DroppedHeader[]): { readonly name: string; readonly detail: string } | undefined {
  const bad = dropped.find(({ why }) => why === 'invalid')
  if (!bad) return undefined
  const { name, value, illegal } = bad
  const warning =
    illegal && illegal.character > '\xff'
      ? `${illegal.in === 'name' ? 'Name' : 'Value'} is not a valid ByteString.`
      : illegal?.in === 'value'
        ? `'${value}' is not a valid HTTP header field value.`
        : `'${name}' is not a valid HTTP header field name.`
  return { name, detail: `Failed to execute 'setRequestHeader' on 'XMLHttpRequest': ${warning}` }
}

/** HDR-3: numbers as text; of anything else only its type. */
function valueText(value: unknown): string {
  if (typeof value === 'string') return value
  // A proxy may throw when its type is read.
  return typeof value === 'number' ? String(value) : (attempt(() => Object.prototype.toString.call(value)) ?? '[object Object]')
}
