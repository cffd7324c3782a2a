import { type ExportedCall, leftOut, writableBody } from '../exported-call.ts'
import { jsBytes, jsLiteral, jsString } from './js-literal.ts'

/** The request as a call of fetch. `undefined` for a socket and for what is no http request. */
export function toFetch({ api, method, url, header, body, form }: ExportedCall): string | undefined {
  if (api === 'connectSocket' || !/^https?:\/\//i.test(url)) return undefined
  const content = writableBody(body)
  const lines: string[] = []
  const init: string[] = []
  if (method !== 'GET') init.push(`method: ${jsString(method)},`)
  // fetch writes the type of a form itself, with the boundary.
  const headers = header.filter(([name]) => !name.startsWith(':') && !(form && /^content-type$/i.test(name)))
  if (headers.length > 0) {
    const names = new Set(headers.map(([name]) => name.toLowerCase()))
    const isPlain = names.size === headers.length
    init.push(`headers: ${jsLiteral(isPlain ? Object.fromEntries(headers) : headers.map((pair) => [...pair]), '  ')},`)
  }
  if (form) {
    lines.push('const body = new FormData()')
    for (const [name, value] of form.fields) lines.push(`body.append(${jsString(name)}, ${jsString(value)})`)
    const file = writableBody(form.file.body)
    const bytes = file.kind === 'text' ? jsString(file.text) : file.kind === 'bytes' ? jsBytes(file.bytes) : "''"
    if (file.kind === 'left-out') lines.push(`// ${leftOut(file.size)}`)
    lines.push(
      `body.append(${jsString(form.file.field)}, new Blob([${bytes}], { type: ${jsString(form.file.type)} }), ${jsString(form.file.name)})`,
    )
    init.push('body,')
  } else if (content.kind === 'text') init.push(`body: ${jsString(content.text)},`)
  else if (content.kind === 'bytes') init.push(`body: ${jsBytes(content.bytes)},`)
  else if (content.kind === 'left-out') init.push(`// ${leftOut(content.size)}`)
  const options = init.length > 0 ? `, {\n${init.map((line) => `  ${line}\n`).join('')}}` : ''
  return [...lines, `const response = await fetch(${jsString(url)}${options})`].join('\n')
}
