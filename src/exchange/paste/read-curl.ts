import { type ParseEntry, parse } from 'shell-quote'
import type { HeaderList } from '../../contract/event/task-event.ts'

/** A request that was written down as a command. */
export interface PastedRequest {
  readonly method: string
  readonly url: string
  readonly header: HeaderList
  /** Its body as text. */
  readonly data?: string
  /** Options that mean something to curl, but nothing here. */
  readonly ignored: readonly string[]
}

/** Why a text is no command that can be read. */
export type PasteFault = 'not-curl' | 'no-url' | 'more-than-one' | 'reads-files' | 'unclosed'

/** Options with a value that says nothing about the request itself. */
const VALUE_IGNORED = new Set([
  '-o',
  '--output',
  '-m',
  '--max-time',
  '--connect-timeout',
  '-x',
  '--proxy',
  '-w',
  '--write-out',
  '--resolve',
  '--cacert',
  '--cert',
  '-E',
  '--key',
  '--retry',
  '-c',
  '--cookie-jar',
  '--limit-rate',
  '--interface',
])
const DATA = new Set(['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--data-urlencode'])

/**
 * Reads a cURL command as it is copied from a browser or a terminal (sh and bash; cmd with its carets). It is taken apart into words and
 * never run: substitutions, pipes and files are refused.
 */
export function readCurl(text: string): PastedRequest | { readonly fault: PasteFault } {
  const words = wordsOf(text.trim())
  if ('fault' in words) return words
  if (!/^(?:.*[\\/])?curl(?:\.exe)?$/i.test(words[0] ?? '')) return { fault: 'not-curl' }
  let method: string | undefined
  let url: string | undefined
  let asQuery = false
  const header: [string, string][] = []
  const data: string[] = []
  const fields: string[] = []
  const ignored: string[] = []
  for (let at = 1; at < words.length; at++) {
    const [option, joined] = splitOption(words[at] as string)
    const value = (): string => joined ?? words[++at] ?? ''
    if (DATA.has(option)) {
      const given = value()
      if (option !== '--data-raw' && given.startsWith('@')) return { fault: 'reads-files' }
      data.push(
        option === '--data-urlencode' ? urlEncoded(given) : option === '-d' || option === '--data' ? given.replace(/[\r\n]/g, '') : given,
      )
    } else if (option === '--json') {
      const given = value()
      if (given.startsWith('@')) return { fault: 'reads-files' }
      data.push(given)
      if (!header.some(([name]) => /^content-type$/i.test(name))) header.push(['Content-Type', 'application/json'])
    } else if (option === '-X' || option === '--request') method = value().toUpperCase()
    else if (option === '-H' || option === '--header') {
      const line = value()
      if (line.startsWith('@')) return { fault: 'reads-files' }
      const [, name = '', sign = '', rest = ''] = /^([^:;]+)([:;])\s*(.*)$/s.exec(line) ?? []
      // `Name;` is an empty header, `Name:` takes one of curl's own away.
      if (name !== '' && (sign === ';' || rest !== '')) header.push([name.trim(), rest])
    } else if (option === '-b' || option === '--cookie') header.push(['Cookie', value()])
    else if (option === '-A' || option === '--user-agent') header.push(['User-Agent', value()])
    else if (option === '-e' || option === '--referer') header.push(['Referer', value()])
    else if (option === '-u' || option === '--user') header.push(['Authorization', `Basic ${base64(value())}`])
    else if (option === '-F' || option === '--form' || option === '--form-string') fields.push(value())
    else if (option === '-I' || option === '--head') method = 'HEAD'
    else if (option === '-G' || option === '--get') asQuery = true
    else if (option === '--url') url ??= value()
    else if (VALUE_IGNORED.has(option)) ignored.push(`${option} ${value()}`)
    else if (option.startsWith('-') && option.length > 1) ignored.push(option)
    else if (url === undefined) url = option
    else return { fault: 'more-than-one' }
  }
  if (url === undefined || url === '') return { fault: 'no-url' }
  if (fields.length > 0) ignored.push(`-F × ${fields.length}`)
  const body = data.length === 0 ? undefined : data.join('&')
  const whole = asQuery && body !== undefined ? `${url}${url.includes('?') ? '&' : '?'}${body}` : url
  const sent = asQuery ? undefined : body
  if (sent !== undefined && !header.some(([name]) => /^content-type$/i.test(name)))
    header.push(['Content-Type', 'application/x-www-form-urlencoded'])
  return {
    method: method ?? (sent === undefined ? 'GET' : 'POST'),
    url: /^[a-z][a-z0-9+.-]*:\/\//i.test(whole) ? whole : `http://${whole}`,
    header,
    ...(sent !== undefined && { data: sent }),
    ignored,
  }
}

/** `-XPOST` and `--request=POST` are two words in one. */
function splitOption(word: string): [string, string?] {
  const long = /^(--[a-z-]+)=(.*)$/s.exec(word)
  if (long) return [long[1] as string, long[2] as string]
  const short = /^(-[XHdbAeuFomxwEc])(.+)$/s.exec(word)
  return short ? [short[1] as string, short[2] as string] : [word]
}

function wordsOf(text: string): readonly string[] | { readonly fault: PasteFault } {
  // cmd: a caret takes the meaning from what follows it, and one at the end of a line goes on in the next.
  const isCmd = /^\S+\s+(?:-[\w-]+\s+)*\^"/.test(text)
  const plain = isCmd
    ? fromCmd(text)
    : text.replace(/(\$'(?:[^'\\]|\\[\s\S])*'|'[^']*'|\\[^\r\n])|\\\r?\n/g, (_, quoted?: string) => quoted ?? ' ').replace(/^\$\s+/, '')
  if (!isCmd && hasOpenQuote(plain)) return { fault: 'unclosed' }
  const words: string[] = []
  for (const part of parse(plain, (name) => `$${name}`) as readonly ParseEntry[]) {
    if (typeof part === 'string') words.push(part)
    else if ('pattern' in part) words.push(part.pattern)
    else if ('comment' in part) continue
    else return { fault: 'more-than-one' }
  }
  return words
}

/** The command as a POSIX shell would have it. */
function fromCmd(text: string): string {
  const joined = text.replace(/ \^\r?\n\s*/g, ' ').replace(/\^\r?\n\r?\n/g, '\n')
  const words: string[] = []
  let word = ''
  let inWord = false
  let quoted = false
  const plain = joined.replace(/\^([\s\S])/g, '$1')
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at] as string
    const next = plain[at + 1]
    if (character === '\\' && (next === '"' || next === '\\')) {
      word += next
      at += 1
      inWord = true
    } else if (character === '"') {
      quoted = !quoted
      inWord = true
    } else if (!quoted && /\s/.test(character)) {
      if (inWord) words.push(word)
      word = ''
      inWord = false
    } else {
      word += character
      inWord = true
    }
  }
  if (inWord) words.push(word)
  return words.map((each) => `'${each.replaceAll("'", "'\\''")}'`).join(' ')
}

function hasOpenQuote(text: string): boolean {
  return /^(?:[^'"\\]|\\[\s\S]|'[^']*'|\$'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*")*$/.test(text) === false
}

function urlEncoded(given: string): string {
  const [, name = '', value = given] = /^([^=]*)=(.*)$/s.exec(given) ?? []
  return name === '' ? encodeURIComponent(value) : `${name}=${encodeURIComponent(value)}`
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return btoa(String.fromCharCode(...bytes))
}
