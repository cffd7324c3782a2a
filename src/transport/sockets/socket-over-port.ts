import type { PlainSocket, PlainSocketHandlers } from './plain-socket.ts'
import type { Asked, News } from './socket-port.ts'

/** The page's side of a socket that lives in the worker. */
export function socketOverPort(port: MessagePort, handlers: PlainSocketHandlers): PlainSocket {
  const ask = (asked: Asked) => port.postMessage(asked)

  function tell(news: News): void {
    if (typeof news === 'string' || news instanceof ArrayBuffer) handlers.message(news)
    else if (news.news === 'opened') handlers.opened(news.protocol)
    else if (news.news === 'failed') handlers.failed()
    else if (news.news === 'refused') {
      port.close()
      handlers.refused(news.message)
    } else {
      port.close()
      handlers.closed({ code: news.code, reason: news.reason, wasClean: news.wasClean })
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
