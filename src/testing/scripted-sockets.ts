import {
  type Job,
  type LineEnd,
  type OutgoingSocket,
  type SocketConnection,
  type SocketData,
  type SocketHandlers,
  type SocketRoute,
  type Transport,
  TransportFailure,
} from '../contract/transport.ts'

/** The server's end of one socket, moved by hand. */
export interface ServerSocket {
  readonly outgoing: OutgoingSocket
  readonly job: Job
  /** What the app sent, in order. */
  readonly received: SocketData[]
  /** The goodbye that the app said. */
  readonly goodbye: { readonly code: number; readonly reason: string } | undefined
  open(more?: Partial<Pick<SocketConnection, 'header' | 'protocol' | 'timing'>>): void
  /** No handshake: a TransportFailure of this name. */
  refuse(failure: string): void
  say(data: SocketData): void
  end(end?: Partial<LineEnd>): void
}

export interface ScriptedSockets extends Required<Pick<Transport, 'connect'>> {
  readonly servers: ServerSocket[]
}

export interface SocketScript {
  /** What the route says besides who took it. */
  readonly route?: Partial<Omit<SocketRoute, 'line'>>
  /** Leaves every socket to nobody. */
  readonly declines?: boolean
  /** Answers goodbyes at once; otherwise only `end` does. Default true. */
  readonly polite?: boolean
}

/** Sockets whose server is the test. */
export function createScriptedSockets({ route = {}, declines = false, polite = true }: SocketScript = {}): ScriptedSockets {
  const servers: ServerSocket[] = []
  return {
    servers,
    async connect(outgoing, job) {
      if (declines) return undefined
      let settle: { resolve(line: SocketConnection): void; reject(failure: unknown): void } | undefined
      const line = new Promise<SocketConnection>((resolve, reject) => {
        settle = { resolve, reject }
      })
      line.catch(() => {})
      job.signal.addEventListener('abort', () => settle?.reject(new TransportFailure('ERR_ABORTED')))
      let handlers: SocketHandlers | undefined
      const early: ((handlers: SocketHandlers) => void)[] = []
      const tell = (say: (handlers: SocketHandlers) => void) => (handlers ? say(handlers) : void early.push(say))
      const server: { -readonly [Key in keyof ServerSocket]: ServerSocket[Key] } = {
        outgoing,
        job,
        received: [],
        goodbye: undefined,
        open: (more) =>
          settle?.resolve({
            header: {},
            protocol: '',
            ...more,
            send: (data) => void server.received.push(data),
            close: (code, reason) => {
              server.goodbye ??= { code, reason }
              if (polite) queueMicrotask(() => tell((heard) => heard.ended({ code, reason, clean: true })))
            },
            hear: (heard) => {
              handlers = heard
              for (const say of early.splice(0)) say(heard)
            },
          }),
        refuse: (failure) => settle?.reject(new TransportFailure(failure)),
        say: (data) => tell((heard) => heard.message(data)),
        end: (end) => tell((heard) => heard.ended({ code: 1000, reason: '', clean: true, ...end })),
      }
      servers.push(server)
      return { by: 'mock', ...route, line }
    },
  }
}
