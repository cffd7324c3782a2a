import { type ExportedCall, leftOut, writableBody } from '../exported-call.ts'

/** Headers that Invoke-WebRequest takes as parameters only, or makes itself. */
const APART = /^(?:content-type|content-length|accept-encoding|host|connection|:.*)$/i

/** The request as a command for PowerShell. `undefined` for what is no http request, and for uploads. */
export function toPowerShell(call: ExportedCall): string | undefined {
  if (!/^https?:\/\//i.test(call.url) || call.form) return undefined
  const body = writableBody(call.body)
  const type = call.header.find(([name]) => /^content-type$/i.test(name))?.[1]
  // Names are keys of a hash table: the last of those that differ in case alone is sent.
  const headers = new Map(call.header.filter(([name]) => !APART.test(name)).map(([name, value]) => [name.toLowerCase(), [name, value]]))
  const lines = [
    `Invoke-WebRequest -UseBasicParsing -Uri ${quote(call.url)}`,
    ...(call.method === 'GET' ? [] : [`-Method ${quote(call.method)}`]),
    ...(headers.size > 0
      ? [`-Headers @{\n${[...headers.values()].map(([name = '', value = '']) => `  ${quote(name)} = ${quote(value)}\n`).join('')}}`]
      : []),
    ...(type === undefined ? [] : [`-ContentType ${quote(type)}`]),
    ...(body.kind === 'text' ? [`-Body ([System.Text.Encoding]::UTF8.GetBytes(${quote(body.text)}))`] : []),
    ...(body.kind === 'bytes' ? [`-Body ([System.Convert]::FromBase64String(${quote(body.base64)}))`] : []),
  ]
  const command = lines.join(' `\n')
  return body.kind === 'left-out' ? `# ${leftOut(body.size)}\n${command}` : command
}

/** PowerShell reads typographic quotes as plain ones. A NUL is written as a character of its own. */
function quote(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`
}
