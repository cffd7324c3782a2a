import { webSocketsBy } from './open-web-socket.ts'
import { serveSocket } from './serve-socket.ts'
import type { SocketWanted, WorkerNews } from './socket-port.ts'

// Where the sockets of a page live: docs/decisions/010-sockets-in-a-worker.md.

addEventListener('message', ({ data, ports: [port] }: MessageEvent<SocketWanted>) => {
  if (port) serveSocket(data, port, webSocketsBy(WebSocket))
})
addEventListener('securitypolicyviolation', (event) => {
  const { blockedURI, effectiveDirective } = event as SecurityPolicyViolationEvent
  tell({ news: 'violation', blockedURI, effectiveDirective })
})
tell({ news: 'ready' })

function tell(news: WorkerNews): void {
  postMessage(news)
}
