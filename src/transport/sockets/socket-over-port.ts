import type { PlainSocket, SocketEars } from './plain-socket.ts'
import type { Asked, News } from './socket-port.ts'

/** The page's side of a socket that lives in the worker. */
export function socketOverPort(port: MessagePort, ears: SocketEars): PlainSocket {
  const ask = (asked: Asked) => port.postMessage(asked)

  function tell(news: News): void {
    if (typeof news === 'string' || news instanceof ArrayBuffer) ears.message(news)
    else if (news.news === 'opened') ears.opened(news.protocol)
    else if (news.news === 'failed') ears.failed()
    else {
      port.close()
      ears.closed({ code: news.code, reason: news.reason, wasClean: news.wasClean })
    }
  }

  port.onmessage = ({ data }: MessageEvent<readonly News[]>) => {
    for (const news of data) tell(news)
    ask({ ask: 'more' })
  }
  return {
    send: (data) => ask({ ask: 'send', data }),
    close: (code, reason) => ask({ ask: 'close', code, reason }),
  }
}
