import {
  type Job,
  type OutgoingSocket,
  type SocketConnection,
  type SocketData,
  type SocketEnd,
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
  readonly clientClose: { readonly code: number; readonly reason: string } | undefined
  open(more?: Partial<Pick<SocketConnection, 'header' | 'protocol' | 'timing'>>): void
  /** No handshake: a TransportFailure of this name. */
  refuse(failure: string): void
  emit(data: SocketData): void
  end(end?: Partial<SocketEnd>): void
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
      let settle: { resolve(connection: SocketConnection): void; reject(failure: unknown): void } | undefined
      const connection = new Promise<SocketConnection>((resolve, reject) => {
        settle = { resolve, reject }
      })
      connection.catch(() => {})
      job.signal.addEventListener('abort', () => settle?.reject(new TransportFailure('ERR_ABORTED')))
      let handlers: SocketHandlers | undefined
      const early: ((handlers: SocketHandlers) => void)[] = []
      const dispatch = (emit: (handlers: SocketHandlers) => void) => (handlers ? emit(handlers) : void early.push(emit))
      const server: { -readonly [Key in keyof ServerSocket]: ServerSocket[Key] } = {
        outgoing,
        job,
        received: [],
        clientClose: undefined,
        open: (more) =>
          settle?.resolve({
            header: {},
            protocol: '',
            ...more,
            send: (data) => void server.received.push(data),
            close: (code, reason) => {
              server.clientClose ??= { code, reason }
              if (polite) queueMicrotask(() => dispatch((subscriber) => subscriber.ended({ code, reason, clean: true })))
            },
            subscribe: (subscriber) => {
              handlers = subscriber
              for (const emit of early.splice(0)) emit(subscriber)
            },
          }),
        refuse: (failure) => settle?.reject(new TransportFailure(failure)),
        emit: (data) => dispatch((subscriber) => subscriber.message(data)),
        end: (end) => dispatch((subscriber) => subscriber.ended({ code: 1000, reason: '', clean: true, ...end })),
      }
      servers.push(server)
      return { by: 'mock', ...route, connection }
    },
  }
}
