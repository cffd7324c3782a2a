import { headerValue } from '../../contract/event/header-value.ts'
import type { Answer } from '../../contract/transport.ts'

/** Delivers an answer that does not come from the browser through an XMLHttpRequest, with the events and properties of a native one. */
export class ResponseOfXhr {
  readonly #xhr: XMLHttpRequest
  readonly #pieces: Uint8Array[] = []
  #readyState = 1
  #answer: Answer | undefined
  #url = ''
  #size = 0
  #sent = false
  #response: unknown

  constructor(xhr: XMLHttpRequest) {
    this.#xhr = xhr
    const define = (name: string, get: () => unknown) => Object.defineProperty(xhr, name, { configurable: true, enumerable: true, get })
    define('readyState', () => this.#readyState)
    define('status', () => this.#answer?.statusCode ?? 0)
    define('statusText', () => '')
    define('responseURL', () => this.#url)
    define('response', () => this.#body())
    define('responseText', () => this.#text())
    define('responseXML', () => null)
    this.#emitProgress('loadstart', 0, 0)
  }

  header(name: string): string | null {
    return (this.#answer && isShown(name) ? headerValue(this.#answer.header, name) : undefined) ?? null
  }

  /** As browsers format them: lower case, sorted, without Set-Cookie. */
  allHeaders(): string {
    const lines = Object.entries(this.#answer?.header ?? {}).filter(([name]) => isShown(name))
    return lines
      .map(([name, value]) => `${name.toLowerCase()}: ${value}\r\n`)
      .sort()
      .join('')
  }

  sent(loaded: number): void {
    this.#xhr.upload.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded, total: loaded }))
  }

  head(answer: Answer, url: string): void {
    this.#endUpload()
    this.#answer = answer
    this.#url = url
    this.#move(2)
  }

  piece(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
    this.#size += bytes.byteLength
    this.#move(3)
    this.#emitProgress('progress', this.#size, this.#expected())
  }

  end(): void {
    this.#response = this.#make()
    this.#move(4)
    this.#emitProgress('load', this.#size, this.#expected())
    this.#emitProgress('loadend', this.#size, this.#expected())
  }

  fail(type: 'abort' | 'error'): void {
    this.#answer = undefined
    this.#url = ''
    this.#response = null
    this.#pieces.length = 0
    this.#move(4)
    this.#emitProgress(type, 0, 0)
    this.#emitProgress('loadend', 0, 0)
    if (type === 'abort') this.#readyState = 0
  }

  #endUpload(): void {
    if (this.#sent) return
    this.#sent = true
    for (const type of ['load', 'loadend']) this.#xhr.upload.dispatchEvent(new ProgressEvent(type))
  }

  #move(readyState: number): void {
    this.#readyState = readyState
    this.#xhr.dispatchEvent(new Event('readystatechange'))
  }

  #emitProgress(type: string, loaded: number, total: number): void {
    this.#xhr.dispatchEvent(new ProgressEvent(type, { lengthComputable: total > 0, loaded, total }))
  }

  #expected(): number {
    return this.#answer?.expectedSize ?? (Number(this.header('content-length')) || 0)
  }

  #type(): string {
    return this.header('content-type') ?? ''
  }

  /** The current `response`: text grows while it arrives, everything else is there at the end. */
  #body(): unknown {
    const { responseType } = this.#xhr
    if (responseType === '' || responseType === 'text') return this.#text()
    return this.#response ?? null
  }

  #make(): unknown {
    const bytes = joinPieces(this.#pieces)
    switch (this.#xhr.responseType) {
      case 'arraybuffer':
        return bytes.buffer
      case 'blob':
        return new Blob([bytes], { type: this.#type() })
      case 'json':
        return parseJson(new TextDecoder().decode(bytes))
      default:
        return undefined
    }
  }

  #text(): string {
    const { responseType } = this.#xhr
    if (responseType !== '' && responseType !== 'text')
      throw new DOMException(
        `The value is only accessible if the object's 'responseType' is '' or 'text' (was '${responseType}').`,
        'InvalidStateError',
      )
    return decoderFor(this.#type()).decode(joinPieces(this.#pieces))
  }
}

function isShown(name: string): boolean {
  return !/^set-cookie2?$/i.test(name)
}

function joinPieces(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((size, piece) => size + piece.byteLength, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.byteLength
  }
  return joined
}

function decoderFor(type: string): TextDecoder {
  const charset = /charset="?([^\s";]+)/i.exec(type)?.[1]
  try {
    return new TextDecoder(charset)
  } catch {
    // The charset that the server names may be unknown.
    return new TextDecoder()
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
