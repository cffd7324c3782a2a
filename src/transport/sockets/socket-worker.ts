import { webSocketsBy } from './open-web-socket.ts'
import { serveSocket } from './serve-socket.ts'
import type { SocketRequest, WorkerMessage } from './socket-port.ts'

// The worker that holds the page's sockets: docs/decisions/010-sockets-in-a-worker.md.

addEventListener('message', ({ data, ports: [port] }: MessageEvent<SocketRequest>) => {
  if (port) serveSocket(data, port, webSocketsBy(WebSocket))
})
addEventListener('securitypolicyviolation', (event) => {
  const { blockedURI, effectiveDirective } = event as SecurityPolicyViolationEvent
  emit({ type: 'violation', blockedURI, effectiveDirective })
})
emit({ type: 'ready' })

function emit(news: WorkerMessage): void {
  postMessage(news)
}
