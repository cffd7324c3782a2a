import { textToBytes } from '../../contract/byte-text.ts'
import { type ExportedCall, leftOut, writableBody } from '../exported-call.ts'

/** How a shell wants its words, and where a line goes on in the next. */
interface Shell {
  readonly quote: (text: string) => string
  readonly nextLine: string
}

/** sh and bash: nothing within single quotes means anything, so `'` alone is written outside of them. */
const POSIX: Shell = {
  quote: (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`),
  nextLine: ' \\\n  ',
}

/**
 * cmd.exe, whose parser and that of the C runtime undo one escape each. The order matters: backslashes and quotes for the runtime, a caret
 * before all that cmd knows, then `%` so that no variable is read. Control characters cannot be written and would end the command.
 */
const CMD: Shell = {
  quote: (text) =>
    `^"${text
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"')
      .replace(/[^\p{L}\p{N}\s_\-:=+~'/.',?;()*`]/gu, '^$&')
      .replace(/%(?=[a-zA-Z0-9_])/g, '%^')
      .replace(/(?![\r\n])[\p{C}\s]/gu, ' ')
      .replace(/\r?\n|\r/g, '^\n\n')}^"`,
  nextLine: ' ^\n  ',
}

/** curl makes these itself. */
const LEFT_TO_CURL = /^(?:accept-encoding|content-length|host|:.*)$/i

/** Bytes that are written into a command; longer ones are left out with a word about it. */
const LONGEST_BYTES = 100_000

/** The request as a command for sh and bash. `undefined` for what is no http request. */
export function toCurl(call: ExportedCall): string | undefined {
  return command(call, POSIX)
}

/** The request as a command for cmd.exe. `undefined` for what is no http request. */
export function toCurlCmd(call: ExportedCall): string | undefined {
  return command(call, CMD)
}

function command(call: ExportedCall, shell: Shell): string | undefined {
  const { method, url, form } = call
  if (!/^https?:\/\//i.test(url)) return undefined
  const body = writableBody(call.body)
  // A NUL ends a word, and cmd takes no control characters: such a text goes as bytes.
  const isPlain = body.kind === 'text' && !(shell === POSIX ? /\0/ : /[^\P{C}\r\n]/u).test(body.text)
  const bytes = body.kind === 'bytes' ? body.bytes : body.kind === 'text' && !isPlain ? textToBytes(body.text, 'utf8') : undefined
  const piped = shell === POSIX && bytes !== undefined && bytes.length <= LONGEST_BYTES && !form

  const parts = [`curl ${shell.quote(url)}`]
  // Brackets in a url are patterns to curl.
  if (/[[\]{}]/.test(url)) parts.push('--globoff')
  const sends = form !== undefined || body.kind !== 'none'
  if (method === 'HEAD') parts.push('--head')
  else if (method !== (sends ? 'POST' : 'GET')) parts.push(`-X ${shell.quote(method)}`)
  const names = new Set<string>()
  for (const [name, value] of call.header) {
    if (LEFT_TO_CURL.test(name) || (form && /^content-type$/i.test(name))) continue
    names.add(name.toLowerCase())
    parts.push(`-H ${shell.quote(value === '' ? `${name};` : `${name}: ${value}`)}`)
  }
  // Of its own, curl would call every body a form.
  if (sends && !form && !names.has('content-type')) parts.push(`-H ${shell.quote('Content-Type:')}`)
  if (form) {
    for (const [name, value] of form.fields) parts.push(`--form-string ${shell.quote(`${name}=${value}`)}`)
    for (const file of [form.file, ...(form.more ?? [])])
      parts.push(`-F ${shell.quote(`${file.field}=@${quoted(file.name)};type=${file.type || 'application/octet-stream'}`)}`)
  } else if (isPlain) parts.push(`--data-raw ${shell.quote(body.text)}`)
  else if (piped) parts.push('--data-binary @-')
  const line = parts.join(shell.nextLine)
  const size = body.kind === 'left-out' ? body.size : (bytes?.length ?? 0)
  if (form) return shell === POSIX ? `# The file ${oneLine(form.file.name)} has to be in this folder.\n${line}` : line
  if (piped) return `printf '${octal(bytes)}' | ${line}`
  if (isPlain || body.kind === 'none') return line
  return `${shell === POSIX ? '#' : 'rem'} ${leftOut(size)}${bytes ? ' binary' : ''}\n${line}`
}

/** The name of a file in a form, in which `;` and `,` would begin something else. */
function quoted(name: string): string {
  return `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** Bytes as printf of every POSIX shell writes them. */
function octal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
}
