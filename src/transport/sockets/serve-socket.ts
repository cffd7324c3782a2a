import type { OpenSocket, PlainSocket } from './plain-socket.ts'
import type { Asked, News, SocketWanted } from './socket-port.ts'

/** How much the page is told at a time: an app and a record that look at each message must be done with it within a frame. */
const MOST_NEWS = 100
const MOST_CHARACTERS = 256 * 1024

interface Batch {
  readonly news: News[]
  /** Of its texts, which are copied; bytes change hands. */
  characters: number
}

/** The worker's side of one socket. What comes waits here until the page is done with what it got before. */
export function serveSocket({ protocols, url }: SocketWanted, port: MessagePort, openSocket: OpenSocket): void {
  const batches: Batch[] = []
  let pageIsFree = true

  function pass(): void {
    const batch = pageIsFree ? batches.shift() : undefined
    if (!batch) return
    pageIsFree = false
    port.postMessage(batch.news, batch.news.filter(isBytes))
  }

  function tell(news: News): void {
    const characters = typeof news === 'string' ? news.length : 0
    const last = batches.at(-1)
    if (last && last.news.length < MOST_NEWS && last.characters + characters <= MOST_CHARACTERS) {
      last.news.push(news)
      last.characters += characters
    } else batches.push({ news: [news], characters })
    pass()
  }

  function begin(): PlainSocket | undefined {
    try {
      return openSocket(url, protocols, {
        opened: (protocol) => tell({ news: 'opened', protocol }),
        message: tell,
        refused: (message) => tell({ news: 'refused', message }),
        failed: () => tell({ news: 'failed' }),
        closed: (end) => tell({ news: 'closed', ...end }),
      })
    } catch (cause) {
      tell({ news: 'refused', message: cause instanceof Error ? cause.message : String(cause) })
      return undefined
    }
  }

  const socket = begin()
  port.onmessage = ({ data: asked }: MessageEvent<Asked>) => {
    if (asked.ask === 'more') {
      pageIsFree = true
      pass()
    } else if (asked.ask === 'send') socket?.send(asked.data)
    else socket?.close(asked.code, asked.reason)
  }
}

function isBytes(news: News): news is ArrayBuffer {
  return news instanceof ArrayBuffer
}
