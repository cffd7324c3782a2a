import type { Json } from '../../contract/event/json.ts'
import { type ExportedCall, isWhole, leftOut, writableBody } from '../exported-call.ts'
import { jsBytes, jsLiteral, jsString } from './js-literal.ts'

/** The call as the app wrote it, to be run in a mini-program. Where its options were not kept as they were, the request as sent. */
export function toWxCode(call: ExportedCall): string {
  const { api, owner, given } = call
  const name = api === 'page' ? 'wx.request' : `${owner}.${api}`
  const options = api === 'page' || !isWhole(given) ? asSent(call) : Object.entries(given).map(([key, value]) => property(key, value))
  const callbacks = api === 'connectSocket' ? [] : ['success: (res) => console.log(res),', 'fail: (error) => console.error(error.errMsg),']
  const code = `${name}({\n${[...options, ...callbacks].map((line) => `  ${line}\n`).join('')}})`
  return api === 'connectSocket' ? `const socket = ${code}\nsocket.onMessage(({ data }) => console.log(data))` : code
}

function property(key: string, value: Json): string {
  const literal = jsLiteral({ [key]: value }, '').split('\n')
  return literal
    .slice(1, -1)
    .map((line) => line.slice(2))
    .join('\n  ')
}

/** The options that make the same request, with those of the caller that are not about what is sent. */
function asSent({ api, method, url, header, body, given }: ExportedCall): string[] {
  const rest = Object.entries(given).filter(([key, value]) => !['url', 'method', 'header', 'data'].includes(key) && isWhole(value))
  const lines = [`url: ${jsString(url)},`]
  if (api === 'request' || api === 'page') lines.push(`method: ${jsString(method)},`)
  // WeChat sets the Referer.
  const headers = header.filter(([name]) => !/^referer$/i.test(name))
  if (headers.length > 0) lines.push(`header: ${jsLiteral(Object.fromEntries(headers), '  ')},`)
  const content = writableBody(body)
  if (content.kind === 'text') lines.push(`data: ${jsString(content.text)},`)
  if (content.kind === 'bytes') lines.push(`data: ${jsBytes(content.bytes)}.buffer,`)
  if (content.kind === 'left-out') lines.push(`// ${leftOut(content.size)}`)
  return [...lines, ...rest.map(([key, value]) => property(key, value))]
}
