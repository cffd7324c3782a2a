import type { FollowedSocket, SocketReceiver } from '../../contract/framework-call.ts'
import type { SocketData } from '../../contract/transport.ts'
import { type SocketMaker, webSocketsBy } from '../sockets/open-web-socket.ts'
import { createSocketTransport } from '../sockets/socket-transport.ts'
import { absoluteUrl, type PageGate } from './page-gate.ts'

const CONNECTING = 0
const OPEN = 1
const CLOSING = 2
const CLOSED = 3

/** Patches the page's WebSocket: sockets that a framework opens are followed. All others are the browser's own. */
export function followWebSocket(Native: typeof WebSocket, gate: PageGate): typeof WebSocket {
  const carry = createSocketTransport({ ...gate, sockets: webSocketsBy(Native as unknown as SocketMaker) }).connect

  class PageWebSocket extends EventTarget {
    readonly #followed: FollowedSocket
    #readyState = CONNECTING
    #protocol = ''
    readonly url: string
    binaryType: BinaryType = 'blob'
    readonly extensions = ''
    readonly bufferedAmount = 0
    readonly CONNECTING = CONNECTING
    readonly OPEN = OPEN
    readonly CLOSING = CLOSING
    readonly CLOSED = CLOSED

    constructor(followed: FollowedSocket, writtenUrl: string, protocols: readonly string[]) {
      super()
      this.#followed = followed
      this.url = absoluteUrl(writtenUrl).replace(/^http/, 'ws')
      followed.open({ url: this.url, writtenUrl, protocols, carry }, this.#receiver())
    }

    get readyState(): number {
      return this.#readyState
    }

    get protocol(): string {
      return this.#protocol
    }

    send(data: string | BufferSource | Blob): void {
      if (this.#readyState === CONNECTING)
        throw new DOMException("Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.", 'InvalidStateError')
      if (data instanceof Blob) void data.arrayBuffer().then((buffer) => this.#send(new Uint8Array(buffer)))
      else this.#send(typeof data === 'string' ? data : copyOf(data))
    }

    #send(data: SocketData): void {
      if (this.#readyState === OPEN) this.#followed.send(data)
      else this.#followed.refuse(data, 'WebSocket is already in CLOSING or CLOSED state.')
    }

    close(code?: number, reason = ''): void {
      if (code !== undefined && code !== 1000 && !(code >= 3000 && code <= 4999))
        throw new DOMException(
          `Failed to execute 'close' on 'WebSocket': The close code must be either 1000, or between 3000 and 4999. ${code} is neither.`,
          'InvalidAccessError',
        )
      if (new TextEncoder().encode(reason).byteLength > 123)
        throw new DOMException(
          "Failed to execute 'close' on 'WebSocket': The close reason must not be greater than 123 UTF-8 bytes.",
          'SyntaxError',
        )
      if (this.#readyState >= CLOSING) return
      this.#readyState = CLOSING
      this.#followed.close(code ?? 1000, reason)
    }

    #receiver(): SocketReceiver {
      return {
        opened: (protocol) => {
          this.#protocol = protocol
          if (this.#readyState !== CONNECTING) return
          this.#readyState = OPEN
          this.dispatchEvent(new Event('open'))
        },
        message: (data) => {
          const text = typeof data === 'string'
          const form = text ? data : this.binaryType === 'blob' ? new Blob([data]) : data.slice().buffer
          this.dispatchEvent(new MessageEvent('message', { data: form, origin: new URL(this.url).origin }))
        },
        broken: () => {
          this.#readyState = CLOSED
          this.dispatchEvent(new Event('error'))
        },
        closed: (end) => {
          this.#readyState = CLOSED
          this.dispatchEvent(new CloseEvent('close', end))
        },
      }
    }
  }
  for (const type of ['open', 'message', 'error', 'close']) addHandlerProperty(PageWebSocket.prototype, type)
  Object.setPrototypeOf(PageWebSocket.prototype, Native.prototype)

  return new Proxy(Native, {
    construct(target, args: [url: string | URL, protocols?: string | string[]], newTarget) {
      const [written, given = []] = args
      const writtenUrl = String(written)
      const protocols = typeof given === 'string' ? [given] : [...given].map(String)
      // Invalid arguments throw the browser's own error. So do those that it would only report later.
      if (!isPossible(writtenUrl, protocols)) return Reflect.construct(target, args, newTarget)
      const call = gate.take('socket', writtenUrl)
      if (!call) return Reflect.construct(target, args, newTarget)
      return new PageWebSocket(gate.calls.socket(call), writtenUrl, protocols)
    },
  })
}

function isPossible(written: string, protocols: readonly string[]): boolean {
  try {
    const url = new URL(absoluteUrl(written))
    if (!/^(?:wss?|https?):$/.test(url.protocol) || written.includes('#')) return false
    if (globalThis.location?.protocol === 'https:' && /^(?:ws|http):$/.test(url.protocol)) return false
  } catch {
    return false
  }
  return new Set(protocols).size === protocols.length && protocols.every((name) => /^[!#$%&'*+.^_`|~\w-]+$/.test(name))
}

/** Defines `onopen` and the like: one listener each, replaced when assigned again. */
function addHandlerProperty(prototype: EventTarget, type: string): void {
  const handlers = new WeakMap<EventTarget, { handler: unknown; listener: (event: Event) => void }>()
  Object.defineProperty(prototype, `on${type}`, {
    configurable: true,
    enumerable: true,
    get(this: EventTarget) {
      return handlers.get(this)?.handler ?? null
    },
    set(this: EventTarget, handler: unknown) {
      const known = handlers.get(this)
      if (known) known.handler = handler
      else {
        const made = { handler, listener: (event: Event) => void (typeof made.handler === 'function' && made.handler.call(this, event)) }
        handlers.set(this, made)
        this.addEventListener(type, made.listener)
      }
    },
  })
}

function copyOf(data: BufferSource): Uint8Array<ArrayBuffer> {
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice() : new Uint8Array(data.slice(0))
}
