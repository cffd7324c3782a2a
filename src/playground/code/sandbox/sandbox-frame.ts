import type { ToProgram } from './messages.ts'

/** Where programs run. */
export interface SandboxFrame {
  /** Ends what runs, and runs the script of a worker. */
  run(text: string): void
  stop(): void
  post(message: ToProgram): void
  remove(): void
}

const FRAME_URL = '/playground-frame.html'

/** ms. */
const ASK_EVERY = 1000
const MISSED_ANSWERS = 4

/**
 * An invisible frame of an origin of its own, which starts and ends the workers of programs. When the frame itself gives no answer any more,
 * it is replaced, and `onMessage` told that the program was killed.
 */
export function createSandboxFrame(onMessage: (message: unknown) => void): SandboxFrame {
  let frame: HTMLIFrameElement | undefined
  let port: MessagePort | undefined
  let waiting: string | undefined
  let missed = 0
  let asking: ReturnType<typeof setTimeout> | undefined

  const open = () => {
    const own = document.createElement('iframe')
    own.setAttribute('sandbox', 'allow-scripts')
    own.setAttribute('aria-hidden', 'true')
    own.title = 'Sandbox'
    own.hidden = true
    own.src = FRAME_URL
    own.addEventListener('load', () => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }: MessageEvent<{ readonly type?: unknown } | null>) => {
        if (port !== port1 || typeof data !== 'object' || data === null) return
        missed = 0
        if (data.type === 'frame-ready' && waiting !== undefined) port1.postMessage({ type: 'run', text: waiting })
        else if (data.type !== 'frame-alive' && data.type !== 'frame-ready') onMessage(data)
        if (data.type === 'frame-ready') waiting = undefined
      }
      port = port1
      own.contentWindow?.postMessage('port', '*', [port2])
    })
    document.body.append(own)
    frame = own
  }
  const remove = () => {
    clearTimeout(asking)
    port?.close()
    frame?.remove()
    frame = port = waiting = asking = undefined
  }
  /** Looks after the frame as long as something runs in it. */
  const ask = () => {
    asking = setTimeout(() => {
      missed += 1
      if (missed > MISSED_ANSWERS) {
        remove()
        onMessage({ type: 'killed', why: 'no-answer' })
        return
      }
      port?.postMessage({ type: 'frame-ask' })
      ask()
    }, ASK_EVERY)
  }

  return {
    run(text) {
      clearTimeout(asking)
      missed = 0
      ask()
      if (port) port.postMessage({ type: 'run', text })
      else {
        waiting = text
        if (!frame) open()
      }
    },
    stop() {
      clearTimeout(asking)
      waiting = undefined
      port?.postMessage({ type: 'stop' })
    },
    post: (message) => port?.postMessage(message),
    remove,
  }
}
