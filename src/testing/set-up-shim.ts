import { isHold, mayFollow, type TaskApi, type TaskEvent } from '../contract/event/task-event.ts'
import type { SettingsPatch } from '../contract/settings-patch.ts'
import type { Outgoing } from '../contract/transport.ts'
import type {
  DownloadFileSuccess,
  DownloadTask,
  RequestFail,
  RequestSuccess,
  RequestTask,
  UploadFileSuccess,
  UploadTask,
} from '../contract/wx/wx.ts'
import type { ShimGates } from '../shim/context/call-gates.ts'
import { createEnvironment, type Environment } from '../shim/context/environment.ts'
import { createShim, type Shim } from '../shim/create-wx.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { createMemoryFiles, type MemoryFiles } from './memory-files.ts'
import { createScriptedTransport, type Script, type ScriptedTransport } from './scripted-transport.ts'

export interface ShimUnderTest {
  readonly clock: FakeClock
  readonly environment: Environment
  readonly transport: ScriptedTransport
  readonly files: MemoryFiles
  readonly events: TaskEvent[]
  readonly shim: Shim
  /** What callbacks and listeners of the app threw. */
  readonly thrown: unknown[]
  /** Everything that went to the console, one text each. */
  readonly written: string[]
  /** Makes a call and notes what the app hears of it. */
  call(option?: unknown): Received
  /** Makes a call, lets `ms` pass, and gives what the app heard. */
  run(option?: unknown, ms?: number): Promise<Received>
  /** The same through wx.uploadFile; `option` adds to those of an upload of `FILE`, which is there. */
  upload(option?: object): Received<UploadTask, UploadFileSuccess>
  /** The same through wx.downloadFile; `option` adds to a url. */
  download(option?: object): Received<DownloadTask, DownloadFileSuccess>
}

/** What an app hears of one call. */
export interface Received<Task = RequestTask, Success = RequestSuccess> {
  readonly task: Task | undefined
  readonly callbacks: string[]
  /** Callbacks that had run when the call returned. */
  readonly atOnce: readonly string[]
  readonly success?: Success
  readonly fail?: RequestFail
  readonly complete?: Success | RequestFail
}

export const API = 'https://api.example.com/x'
/** A file of nine bytes, `9 字节!`, that is there from the start. */
export const FILE = 'wxfile://tmp_0.png'

/** A shim on a clock that stands still, with the domain check off unless `settings` says otherwise. */
export function setUpShim({
  settings,
  script,
  slots,
  maxKeptBodyBytes,
  room,
  saving = 0,
  nextTask,
  gates,
}: {
  settings?: SettingsPatch
  script?: Script | ((outgoing: Outgoing, nth: number) => Script)
  slots?: number
  maxKeptBodyBytes?: number
  /** Bytes that the file store has room for. */
  room?: number
  /** ms that each step of saving a file takes. */
  saving?: number
  /** How tasks follow each other, where that matters. */
  nextTask?: () => Promise<void>
  /** Where calls can be held. */
  gates?: (clock: FakeClock, environment: Environment) => ShimGates
} = {}): ShimUnderTest {
  const clock = { ...createFakeClock(), ...(nextTask && { nextTask }) }
  const environment = createEnvironment({ urlCheck: false, ...settings })
  const transport = createScriptedTransport(script ?? { body: '{}' })
  const files = createMemoryFiles(room, () => clock.sleep(saving))
  files.files.set(FILE, new Blob(['9 字节!']))
  const events: TaskEvent[] = []
  const thrown: unknown[] = []
  const written: string[] = []
  const write = (...parts: unknown[]) => {
    written.push(parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '))
  }
  const shim = createShim({
    clock,
    environment,
    transport,
    files,
    emit: (event) => events.push(event),
    report: { group: write, groupEnd: () => {}, error: write, warn: write, table: write },
    throwLater: (error) => thrown.push(error),
    ...(gates && { gates: gates(clock, environment) }),
    ...(slots !== undefined && { slots }),
    ...(maxKeptBodyBytes !== undefined && { maxKeptBodyBytes }),
  })

  const through = <Task, Success>(api: 'request' | 'uploadFile' | 'downloadFile', option: unknown): Received<Task, Success> => {
    const received: { -readonly [Key in keyof Received<Task, Success>]: Received<Task, Success>[Key] } = {
      task: undefined,
      callbacks: [],
      atOnce: [],
    }
    const note = (name: 'success' | 'fail' | 'complete') => (result: Success & RequestFail) => {
      received.callbacks.push(name)
      received[name] = result
      const own = (option as Record<string, ((result: unknown) => void) | undefined> | null)?.[name]
      own?.(result)
    }
    const noted =
      typeof option === 'object' && option !== null
        ? { ...option, success: note('success'), fail: note('fail'), complete: note('complete') }
        : option
    received.task = (shim.wx[api] as (option: unknown) => Task | undefined)(noted)
    received.atOnce = [...received.callbacks]
    return received
  }
  const call = (option: unknown = { url: API }) => through<RequestTask, RequestSuccess>('request', option)
  return {
    clock,
    environment,
    transport,
    files,
    events,
    shim,
    thrown,
    written,
    call,
    upload: (option) => through('uploadFile', { url: API, filePath: FILE, name: 'file', ...option }),
    download: (option) => through('downloadFile', { url: API, ...option }),
    async run(option, ms = 0) {
      const received = call(option)
      await clock.tick(ms)
      return received
    },
  }
}

/** The types of one task's events in order; of the first task when none is named. */
export function typesOf(events: readonly TaskEvent[], taskId = events[0]?.taskId): string[] {
  return events.filter((event) => event.taskId === taskId).map((event) => event.type)
}

/** The first event of a type; the test fails here when there is none. */
export function eventOf<Type extends TaskEvent['type']>(events: readonly TaskEvent[], type: Type): Extract<TaskEvent, { type: Type }> {
  const event = events.find((candidate) => candidate.type === type)
  if (!event) throw new Error(`there is no ${type} event in: ${events.map((candidate) => candidate.type).join(', ')}`)
  return event as Extract<TaskEvent, { type: Type }>
}

/** Everything that is wrong with the streams of these events; empty when all is well. */
export function streamFaults(events: readonly TaskEvent[]): string[] {
  const faults: string[] = []
  const lastOf = new Map<string, TaskEvent>()
  /** The last event that is no hold: holding a call changes nothing of the order. */
  const lastStep = new Map<string, TaskEvent>()
  const apis = new Map<string, TaskApi>()
  for (const event of events) {
    const last = lastOf.get(event.taskId)
    if (event.type === 'created') apis.set(event.taskId, event.api)
    const where = `${event.taskId}: ${event.type} (seq ${event.seq})`
    if (event.seq !== (last ? last.seq + 1 : 0)) faults.push(`${where} has a seq out of turn`)
    if (!mayFollow(apis.get(event.taskId) ?? 'request', last?.type ?? 'start').includes(event.type))
      faults.push(`${where} may not follow ${last?.type ?? 'start'}`)
    if (!isHold(event.type)) {
      const step = lastStep.get(event.taskId)
      if (last !== step && !mayFollow(apis.get(event.taskId) ?? 'request', step?.type ?? 'start').includes(event.type))
        faults.push(`${where} may not follow ${step?.type}, which was held`)
      lastStep.set(event.taskId, event)
    }
    if (last && event.at < last.at) faults.push(`${where} lies before ${last.type}: ${event.at} < ${last.at}`)
    lastOf.set(event.taskId, event)
  }
  return faults
}
