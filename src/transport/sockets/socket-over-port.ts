import type { PlainSocket, PlainSocketHandlers } from './plain-socket.ts'
import type { PortCommand, PortEvent } from './socket-port.ts'

/** The page's side of a socket that lives in the worker. */
export function socketOverPort(port: MessagePort, handlers: PlainSocketHandlers): PlainSocket {
  const post = (command: PortCommand) => port.postMessage(command)

  function dispatch(event: PortEvent): void {
    if (typeof event === 'string' || event instanceof ArrayBuffer) handlers.message(event)
    else if (event.type === 'opened') handlers.opened(event.protocol)
    else if (event.type === 'failed') handlers.failed()
    else if (event.type === 'refused') {
      port.close()
      handlers.refused(event.message)
    } else {
      port.close()
      handlers.closed({ code: event.code, reason: event.reason, wasClean: event.wasClean })
    }
  }

  port.onmessage = ({ data }: MessageEvent<readonly PortEvent[]>) => {
    for (const event of data) dispatch(event)
    post({ type: 'more' })
  }
  return {
    send: (data) => post({ type: 'send', data }),
    close: (code, reason) => post({ type: 'close', code, reason }),
  }
}
