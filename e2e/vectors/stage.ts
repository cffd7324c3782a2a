import type { TaskEvent } from '../../src/contract/event/task-event.ts'
import type { Wx } from '../../src/contract/wx/wx.ts'
import { createEnvironment, createWx, type Environment } from '../../src/entry/shim.ts'
import { createMswNetwork } from '../../src/transport/msw/network.ts'
import { createSimulatedNetwork } from '../../src/transport/simulated/simulated-network.ts'
import { fillZeros, recordRequests, ruleOf, type SentRequest } from './fake-server.ts'
import { readEnv } from './read-env.ts'
import { recordSockets, type SeenSocket, socketRuleOf } from './socket-server.ts'
import { createSteppedClock, type SteppedClock } from './stepped-clock.ts'
import type { ServerScript, Vector } from './vector.ts'
import { filesOf } from './vector-files.ts'

/** What a vector is played on: a shim as users have it, a clock whose minutes are over in a moment, and a server that writes down what it is asked. */
export interface Stage {
  readonly wx: Wx
  readonly clock: SteppedClock
  readonly environment: Environment
  readonly sent: readonly SentRequest[]
  readonly sockets: readonly SeenSocket[]
  /** What the shim printed. */
  readonly console: readonly string[]
  readonly recorded: readonly TaskEvent[]
  /** What the server does from now on. */
  serve(server: ServerScript | null): void
  close(): Promise<void>
}

/** The methods of `wx` that vectors of sockets are about. */
const SOCKET_APIS: ReadonlySet<string> = new Set([
  'connectSocket',
  'closeSocket',
  'sendSocketMessage',
  'onSocketOpen',
  'onSocketMessage',
  'onSocketError',
  'onSocketClose',
])

export function isAboutSockets({ api }: Vector): boolean {
  return SOCKET_APIS.has(api)
}

/** Makes a stage of its own for a vector, with the environment, the files and the server that it names. */
export async function setStage(vector: Vector): Promise<Stage> {
  const ruleFor = isAboutSockets(vector) ? socketRuleOf : ruleOf
  const { files, settings } = readEnv(vector.env)
  const clock = createSteppedClock()
  const environment = createEnvironment(settings)
  const network = createMswNetwork({
    clock,
    rules: [ruleFor(vector.server)],
    handlers: [],
    serviceWorker: false,
    environment: environment.settings,
    onPageEvent: () => {},
  })
  await network.ready
  const simulated = createSimulatedNetwork(network.transport, { conditions: () => environment.settings().conditions })
  const sent: SentRequest[] = []
  const sockets: SeenSocket[] = []
  const transport = recordSockets({ ...recordRequests(fillZeros(simulated, vector.server), sent), connect: simulated.connect! }, sockets)
  const console: string[] = []
  const print = (...values: unknown[]) => void console.push(values.map(String).join(' '))
  const report = { group: print, groupEnd: () => {}, error: print, warn: print, table: print }
  const recorded: TaskEvent[] = []
  const wx = createWx({
    ...{ settings: environment, transport, clock, report, keepFiles: filesOf(vector, files, environment.settings().appid) },
    emit: (event) => recorded.push(event),
  })
  return {
    ...{ wx, clock, environment, sent, sockets, console, recorded },
    serve: (server) => network.setRules([ruleFor(server)]),
    close: () => network.dispose(),
  }
}
