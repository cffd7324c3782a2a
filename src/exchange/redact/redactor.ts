import { bytesToText, textToBytes } from '../../contract/byte-text.ts'
import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { isSecret } from './secret-names.ts'

/** Where a secret stood. */
export type SecretPlace = 'url' | 'request-header' | 'request-body' | 'options' | 'response-header' | 'response-body' | 'message' | 'other'

/** What was replaced: the name of the value, where it stood, and what stands there now. The same secret has the same mark everywhere. */
export interface Redacted {
  readonly place: SecretPlace
  readonly name: string
  readonly mark: string
}

/** Texts that are shorter are replaced where they stand under their name, but not looked for elsewhere. */
const SHORTEST_SOUGHT = 6

/** Secrets that are looked for by one expression. */
const MOST_SOUGHT = 200

/** What tokens and signatures are written in. */
const PLAIN_WORD = /^[\w+/.~%-]{6,}={0,2}$/
const WORDS = /[\w+/.~%-]{6,}={0,2}/g

/** A value under its name in JSON, in a form or url, in XML, and in a multipart body. */
const JSON_PAIR = /"((?:[^"\\]|\\.){1,200})"(\s*:\s*)("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*)/g
const FORM_PAIR = /(^|[?&;#\s])([^=&?#;\s"'<>{}]{1,100})=([^&#;\s"'<>]*)/g
const XML_PAIR = /<([\w:.-]{1,100})>(<!\[CDATA\[)?([^<\]]+)/g
const PART_PAIR = /(name="([^"]{1,100})"[^\r\n]{0,300}\r?\n(?:[^\r\n]{1,300}\r?\n){0,3}\r?\n)([^\r\n]+)/g

/**
 * Replaces secrets in events, before they leave the page. Events are looked through first (`learn`), so that a secret is found wherever it
 * stands again, then copied without them (`redact`). The originals stay as they are.
 */
export class Redactor {
  readonly #marks = new Map<string, string>()
  readonly #replaced = new Map<string, Redacted>()
  #sought: RegExp | undefined
  #place: SecretPlace = 'other'
  #learning = false
  readonly #isPlaceholder: (text: string) => boolean
  /** Whether words are looked up one by one. */
  #looksUp = false

  /** `isPlaceholder` tells what stands for a value without being one: it stays. Default: nothing does. */
  constructor(isPlaceholder: (text: string) => boolean = () => false) {
    this.#isPlaceholder = isPlaceholder
  }

  /** What was replaced so far, each name once per place and mark. */
  get replaced(): readonly Redacted[] {
    return [...this.#replaced.values()]
  }

  /** Learns the secrets of these events. */
  learn(events: readonly TaskEvent[]): void {
    this.collect(events)
    this.settle()
  }

  /** A part of `learn`, for events that come one call after the other; `settle` ends it. */
  collect(events: readonly TaskEvent[]): void {
    this.#sought = undefined
    this.#learning = true
    for (const event of events) this.#event(event)
    this.#learning = false
  }

  settle(): void {
    const long = [...this.#marks.keys()].filter((secret) => secret.length >= SHORTEST_SOUGHT && !/^\d{1,7}$/.test(secret))
    // One expression of very many words would be tried word by word at each character: plain words are looked up instead.
    this.#looksUp = long.length > MOST_SOUGHT
    const sought = this.#looksUp ? long.filter((secret) => secret.search(PLAIN_WORD) !== 0).slice(0, MOST_SOUGHT) : long
    const forms = sought.flatMap((secret) => [secret, encoded(secret), JSON.stringify(secret).slice(1, -1)])
    const sources = [...new Set(forms)].sort((a, b) => b.length - a.length).map((text) => text.replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&'))
    this.#sought = sources.length > 0 ? new RegExp(sources.join('|'), 'g') : undefined
    this.#replaced.clear()
  }

  /** A copy of the events without secrets. */
  redact(events: readonly TaskEvent[]): readonly TaskEvent[] {
    return events.map((event) => this.#event(event))
  }

  /** A copy of any other data without secrets. */
  redactData<Data extends object>(data: Data): Data {
    this.#sought = undefined
    this.#learning = true
    this.#value(data, '')
    this.#learning = false
    this.settle()
    return this.#value(data, '') as Data
  }

  /** A copy of what a person wrote, without secrets that were found elsewhere or that it names. */
  redactText(text: string): string {
    this.#place = 'other'
    return this.#within(text)
  }

  #event(event: TaskEvent): TaskEvent {
    this.#place = placeOf(event.type)
    if (event.type === 'message-sent' || event.type === 'message-received' || event.type === 'message-refused') {
      // What a message is about no name tells: its text stays here as a whole.
      return { ...event, body: this.#message(event.body) }
    }
    const entries = Object.entries(event).map(([key, value]) => [key, OURS.has(key) ? value : this.#value(value, key)])
    return Object.fromEntries(entries) as TaskEvent
  }

  #message(body: BodySnapshot): BodySnapshot {
    if (body.kind !== 'text' && body.kind !== 'base64') return body
    const mark = this.#mark('message', body.kind === 'text' ? body.text : body.base64)
    return { kind: 'text', text: mark, size: body.size, ...(body.kept !== undefined && { kept: body.kept }) }
  }

  /** A copy of a value that stands under `key`. */
  #value(value: unknown, key: string): unknown {
    if (typeof value === 'string') return this.#text(value, key)
    if (typeof value === 'number') return isSecret(key, value) ? this.#mark(key, String(value)) : value
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return this.#list(value, key)
    return this.#object(value as Readonly<Record<string, unknown>>, key)
  }

  #list(list: readonly unknown[], key: string): unknown {
    if (key === 'cookies') return list.map((line) => (typeof line === 'string' ? this.#setCookie(line) : line))
    // A header or a field of a form.
    if (list.length === 2 && typeof list[0] === 'string' && typeof list[1] === 'string') return [list[0], this.#named(list[0], list[1])]
    return list.map((item) => this.#value(item, key))
  }

  #object(object: Readonly<Record<string, unknown>>, key: string): unknown {
    const before = this.#place
    if (this.#place === 'options' && key === 'sent') this.#place = 'request-header'
    if (key === 'body' && this.#place === 'request-header') this.#place = 'request-body'
    const copy: Record<string, unknown> = {}
    const { name, value } = object
    for (const [inner, item] of Object.entries(object)) {
      const next =
        inner === 'kind' && (key === 'body' || key === 'error')
          ? item
          : inner === 'base64' && typeof item === 'string'
            ? this.#base64(item)
            : inner === 'value' && typeof name === 'string' && typeof value === 'string'
              ? this.#named(name, value)
              : /^header$/i.test(key) && typeof item === 'string'
                ? this.#named(inner, item)
                : this.#value(item, inner)
      // Defined, not assigned: `__proto__` is a key like any other.
      Object.defineProperty(copy, inner, { value: next, enumerable: true, writable: true, configurable: true })
    }
    this.#place = before
    return copy
  }

  #text(text: string, key: string): string {
    if (isSecret(key, text)) return this.#mark(key, text)
    const before = this.#place
    if (key === 'url') this.#place = 'url'
    const copy = this.#within(text)
    this.#place = before
    return copy
  }

  /** The value of a header, a cookie, a field: it may be a secret as a whole, or hold some. */
  #named(name: string, value: string): string {
    if (/^set-cookie2?$/i.test(name)) return this.#setCookie(value)
    if (/^cookie$/i.test(name))
      return value.replace(/([^=;\s]+)=([^;]*)/g, (_, own: string, text: string) => `${own}=${this.#mark(own, text)}`)
    if (!isSecret(name, value)) return this.#within(value)
    // The scheme of an Authorization is none of the secret.
    const [, scheme = '', rest = value] = /^((?:Basic|Bearer|Digest|Token)\s+)(.+)$/is.exec(value) ?? []
    return `${scheme}${this.#mark(name, rest)}`
  }

  /** Names and attributes stay. Several cookies may be joined by commas. */
  #setCookie(line: string): string {
    return line.replace(
      /(^|,\s*(?=[^;,=\s]+=))([^=;,\s]+)=([^;]*?)(?=;|$|,\s*[^;,=\s]+=)/g,
      (_, start: string, name: string, value: string) => (value === '' ? `${start}${name}=` : `${start}${name}=${this.#mark(name, value)}`),
    )
  }

  #base64(base64: string): string {
    const bytes = textToBytes(base64, 'base64')
    if (!bytes) return base64
    // Byte by byte as characters: names and secrets in ASCII are found, and all else comes back as it was.
    const text = bytesToText(bytes, 'latin1')
    const copy = this.#within(text)
    return copy === text ? base64 : bytesToText(textToBytes(copy, 'latin1') ?? bytes, 'base64')
  }

  /** A text in which values may stand under their names: JSON, a form, a url, XML, a multipart body. */
  #within(text: string): string {
    if (text.length < 3) return text
    if (this.#learning) this.#learnJson(text)
    const marked = text
      .replace(JSON_PAIR, (pair, name: string, colon: string, value: string) => {
        const plain = value.startsWith('"') ? readString(value) : Number(value)
        if (isSecret(readString(`"${name}"`), plain)) return `"${name}"${colon}"${this.#mark(name, String(plain))}"`
        if (typeof plain !== 'string' || !/^\s*[{[]/.test(plain)) return pair
        // JSON as a text within JSON.
        const copy = this.#within(plain)
        return copy === plain ? pair : `"${name}"${colon}${JSON.stringify(copy)}`
      })
      .replace(FORM_PAIR, (pair, start: string, name: string, value: string) => {
        const plain = decoded(value)
        return isSecret(decoded(name), plain) && !isMark(plain) ? `${start}${name}=${this.#mark(name, plain)}` : pair
      })
      .replace(XML_PAIR, (pair, name: string, cdata: string | undefined, value: string) =>
        isSecret(name, value.trim()) && !isMark(value) ? `<${name}>${cdata ?? ''}${this.#mark(name, value.trim())}` : pair,
      )
      .replace(PART_PAIR, (pair, head: string, name: string, value: string) =>
        isSecret(name, value) && !isMark(value) ? `${head}${this.#mark(name, value)}` : pair,
      )
      .replace(
        /^([a-z][a-z0-9+.-]*:\/\/[^/?#@:\s]*:)([^/?#@\s]+)(?=@)/i,
        (_, start: string, value: string) => `${start}${this.#mark('password', value)}`,
      )
    const known = this.#sought ? marked.replace(this.#sought, (found) => this.#markAgain(found)) : marked
    return this.#looksUp && !this.#learning ? known.replace(WORDS, (word) => this.#markWord(word)) : known
  }

  /** Secrets in lists and objects under their name. The text itself is changed where they stand in it. */
  #learnJson(text: string): void {
    if (!/^\s*[{[]/.test(text)) return
    try {
      this.#value(JSON.parse(text), '')
    } catch {
      // No JSON, or too deep to be looked through.
    }
  }

  /** Of a secret that is known, which may stand here as it does in a url or in JSON. */
  #markAgain(found: string): string {
    const mark = this.#marks.get(found) ?? this.#marks.get(decoded(found)) ?? this.#marks.get(readString(`"${found}"`))
    if (mark === undefined) return found
    this.#note('', mark)
    return mark
  }

  /** Of a word, or of a part of it where it is a path. */
  #markWord(word: string): string {
    if (this.#marks.has(word)) return this.#markAgain(word)
    if (!/[/.]/.test(word)) return word
    return word.replace(/[^/.]{6,}/g, (part) => (this.#marks.has(part) ? this.#markAgain(part) : part))
  }

  #mark(name: string, secret: string): string {
    if (secret === '' || isMark(secret) || this.#isPlaceholder(secret)) return secret
    const mark = this.#marks.get(secret) ?? `redacted-${this.#marks.size + 1}`
    this.#marks.set(secret, mark)
    this.#note(name, mark)
    return mark
  }

  #note(name: string, mark: string): void {
    this.#replaced.set(`${this.#place} ${name} ${mark}`, { place: this.#place, name, mark })
  }
}

/** Fields of an event that hold no text of the app, of a server or of a person. */
const OURS: ReadonlySet<string> = new Set([
  'taskId',
  'type',
  'api',
  'callback',
  'by',
  'dataForm',
  'framework',
  'environment',
  'cut',
  'warnings',
  'ruleId',
])

function placeOf(type: TaskEvent['type']): SecretPlace {
  switch (type) {
    case 'created':
      return 'options'
    case 'packed':
      return 'request-body'
    case 'headers-received':
    case 'opened':
      return 'response-header'
    case 'succeeded':
    case 'chunk-received':
      return 'response-body'
    case 'message-sent':
    case 'message-received':
    case 'message-refused':
      return 'message'
    default:
      return 'other'
  }
}

function isMark(text: string): boolean {
  return /^redacted-\d+$/.test(text)
}

function encoded(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return text
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function readString(json: string): string {
  try {
    return JSON.parse(json) as string
  } catch {
    return json.slice(1, -1)
  }
}
