import type { TaskEvent } from '../contract/event/task-event.ts'
import type { SettingsPatch } from '../contract/settings-patch.ts'
import type { SocketTask } from '../contract/wx/wx-socket.ts'
import { createEnvironment, type Environment } from '../shim/context/environment.ts'
import { createShim, type Shim } from '../shim/create-wx.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { createMemoryFiles } from './memory-files.ts'
import { createScriptedSockets, type ServerSocket, type SocketScript } from './scripted-sockets.ts'
import { createScriptedTransport } from './scripted-transport.ts'

export const WS = 'wss://ws.example.com/s'

/** What an app hears of one socket, one text each: `success connectSocket:ok`, `open`, `message hi`, `close 1000 normal closure`. */
export interface ObservedSocket {
  readonly task: SocketTask | undefined
  readonly received: string[]
  /** What it had heard when the call returned. */
  readonly atOnce: readonly string[]
}

export interface SocketsUnderTest {
  readonly clock: FakeClock
  readonly environment: Environment
  readonly servers: readonly ServerSocket[]
  readonly events: TaskEvent[]
  readonly shim: Shim
  readonly wx: Shim['wx']
  readonly thrown: unknown[]
  readonly written: string[]
  /** Calls connectSocket, with the usual url when no option is given, and notes what the app hears from then on. */
  connect(...option: readonly unknown[]): ObservedSocket
  /** The same, and lets the server open it. */
  opened(option?: object): Promise<ObservedSocket & { readonly task: SocketTask; readonly server: ServerSocket }>
}

/** A shim whose sockets the test itself answers, with the domain check off unless `settings` says otherwise. */
export function setUpSockets({ settings, script }: { settings?: SettingsPatch; script?: SocketScript } = {}): SocketsUnderTest {
  const clock = createFakeClock()
  const environment = createEnvironment({ urlCheck: false, ...settings })
  const sockets = createScriptedSockets(script)
  const events: TaskEvent[] = []
  const thrown: unknown[] = []
  const written: string[] = []
  const write = (...parts: unknown[]) =>
    void written.push(parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '))
  const shim = createShim({
    clock,
    environment,
    transport: { ...createScriptedTransport(), connect: sockets.connect },
    files: createMemoryFiles(),
    emit: (event) => events.push(event),
    report: { group: write, groupEnd: () => {}, error: write, warn: write, table: write },
    throwLater: (error) => thrown.push(error),
  })

  const connect = (...given: readonly unknown[]): ObservedSocket => {
    const option = given.length === 0 ? { url: WS } : given[0]
    const received: string[] = []
    const note = (name: string) => (result: { readonly errMsg: string }) => void received.push(`${name} ${result.errMsg}`)
    const noted =
      typeof option === 'object' && option !== null
        ? { success: note('success'), fail: note('fail'), complete: note('complete'), ...option }
        : option
    const task = shim.wx.connectSocket(noted as never)
    const atOnce = [...received]
    task?.onOpen(() => void received.push('open'))
    task?.onMessage(({ data }) => void received.push(`message ${typeof data === 'string' ? data : [...new Uint8Array(data)].join(',')}`))
    task?.onError(({ errMsg }) => void received.push(`error ${errMsg}`))
    task?.onClose(({ code, reason }) => void received.push(`close ${code} ${reason}`.trim()))
    return { task, received, atOnce }
  }

  return {
    clock,
    environment,
    servers: sockets.servers,
    events,
    shim,
    wx: shim.wx,
    thrown,
    written,
    connect,
    async opened(option) {
      const made = connect({ url: WS, ...option })
      await clock.tick(0)
      const server = sockets.servers.at(-1)
      if (!server || !made.task) throw new Error('the socket did not come as far as its server')
      server.open()
      await clock.tick(0)
      return { ...made, task: made.task, server }
    },
  }
}
