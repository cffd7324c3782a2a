import type { OpenSocket, PlainSocket, SocketClosed } from './plain-socket.ts'

/** The part of `WebSocket` that is used here; Node's own and that of the npm package `ws` fit too. */
export type SocketMaker = new (url: string, protocols: string[]) => MadeSocket

interface MadeSocket extends PlainSocket {
  binaryType: string
  readonly protocol: string
  addEventListener(type: 'open' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: SocketClosed) => void): void
}

/** Opens sockets with this constructor, in the current thread. */
export function webSocketsBy(Maker: SocketMaker): OpenSocket {
  return (url, protocols, handlers) => {
    const socket = new Maker(url, [...protocols])
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => handlers.opened(socket.protocol))
    socket.addEventListener('message', ({ data }) => handlers.message(data as string | ArrayBuffer))
    socket.addEventListener('error', () => handlers.failed())
    socket.addEventListener('close', ({ code, reason, wasClean }) => handlers.closed({ code, reason, wasClean }))
    return socket
  }
}
