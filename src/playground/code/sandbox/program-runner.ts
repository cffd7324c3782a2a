import type { Gate } from '../../../contract/event/hold-event.ts'
import type { TaskEvent, TaskEventType } from '../../../contract/event/task-event.ts'
import type { WxInspector } from '../../../entry/inspector.ts'
import type { CodePlace, PrintedValue, PrintLevel } from './messages.ts'
import { type ProgramTexts, programText } from './program-text.ts'
import { readMessage } from './read-message.ts'
import type { SandboxFrame } from './sandbox-frame.ts'
import { type Callback, createWxBridge, type WxBridge } from './wx-bridge.ts'

/** Why a program was ended before its end. */
export type Killed = 'no-answer' | 'flood' | 'too-many-calls'
export type RunStatus = 'running' | 'finished' | 'stopped' | 'broken' | Killed

/** A line of the console. `at` is ms since the run began. */
export type ConsoleEntry = { readonly id: number; readonly at: number; readonly place?: CodePlace } & (
  | { readonly kind: 'printed'; readonly level: PrintLevel; readonly values: readonly PrintedValue[] }
  | { readonly kind: 'threw'; readonly message: string }
  | { readonly kind: 'killed'; readonly why: Killed }
  | { readonly kind: 'silenced' }
)

/** What happened to a call of the program, and where in the program. `call` counts the calls of the run from 1. */
export type Happening = { readonly call: number; readonly taskId: string; readonly at: number; readonly place: CodePlace | undefined } & (
  | { readonly kind: 'event'; readonly type: TaskEventType; readonly gate?: Gate }
  /** A function of the program is about to run: an option of the call, or a listener that was added at `place`. */
  | { readonly kind: 'callback'; readonly name: string; readonly isOption: boolean }
  | { readonly kind: 'listens'; readonly name: string }
)

/** The run that is shown: the last one. */
export interface Run {
  /** 1 for the first. */
  readonly number: number
  readonly code: string
  readonly status: RunStatus
  readonly console: readonly ConsoleEntry[]
  readonly calls: number
  /** ms. */
  readonly took: number
}

export interface ProgramRunner {
  readonly run: Run | undefined
  /** Calls the listener when `run` is another. */
  subscribe(listener: () => void): () => void
  /** Calls the listener with what happens to the calls of a run. */
  onHappening(listener: (happening: Happening) => void): () => void
  start(code: string, texts: ProgramTexts): Promise<void>
  stop(): void
  clearConsole(): void
  dispose(): void
}

export interface ProgramRunnerOptions {
  readonly inspector: WxInspector
  readonly openFrame: (onMessage: (message: unknown) => void) => SandboxFrame
  sleep(duration: number): Promise<void>
}

/** What a socket is when one of these listeners is called. */
const SOCKET_STATES: Readonly<Record<string, number>> = { onOpen: 1, onError: 3, onClose: 3 }

const MOST_CALLS = 1000
const MOST_LINES = 500

/** ms in which nothing has to happen before a program that waits for nothing has ended. */
const GRACE = 100

/** Runs one program at a time, in a frame of its own, on the `wx` of an inspector. */
export function createProgramRunner({ inspector, openFrame, sleep }: ProgramRunnerOptions): ProgramRunner {
  const changed = new Set<() => void>()
  const happened = new Set<(happening: Happening) => void>()
  let run: Run | undefined
  let frame: SandboxFrame | undefined
  let session: Session | undefined
  let lastEntry = 0

  const set = (next: Partial<Run>) => {
    if (!run) return
    run = { ...run, ...next }
    for (const listener of changed) listener()
  }
  type NewEntry = ConsoleEntry extends infer Each ? (Each extends ConsoleEntry ? Omit<Each, 'id' | 'at'> : never) : never
  const write = (entry: NewEntry) => {
    if (!run || !session) return
    lastEntry += 1
    const line = { ...entry, id: lastEntry, at: inspector.now() - session.startedAt } as ConsoleEntry
    set({ console: [...run.console, line].slice(-MOST_LINES) })
  }
  const end = (status: RunStatus) => {
    if (!session) return
    const { bridge, lastAt, startedAt } = session
    session.ended = true
    frame?.stop()
    bridge.end()
    set({ status, took: lastAt - startedAt })
  }
  const kill = (why: Killed) => {
    if (!session || session.ended) return
    write({ kind: 'killed', why, ...(session.lastPlace && { place: session.lastPlace }) })
    end(why)
  }

  const receive = (data: unknown) => {
    const own = session
    const message = own && !own.ended ? readMessage(data) : undefined
    if (!own || !message) return
    own.lastAt = inspector.now()
    own.activity += 1
    if ('place' in message && message.place) own.lastPlace = message.place
    switch (message.type) {
      case 'invoke':
        own.invoked += 1
        if (own.invoked > MOST_CALLS) return kill('too-many-calls')
        own.bridge.invoke(message)
        break
      case 'print':
        write({ kind: 'printed', level: message.level, values: message.values, ...(message.place && { place: message.place }) })
        break
      case 'silenced':
        write({ kind: 'silenced' })
        break
      case 'threw':
        write({ kind: 'threw', message: message.message, ...(message.place && { place: message.place }) })
        break
      case 'broken': {
        const line = Math.min(message.place.line - own.firstLine + 1, own.lines)
        write({ kind: 'threw', message: message.message.replace(/^Uncaught /, ''), place: { line, column: message.place.column } })
        return end('broken')
      }
      case 'waiting':
        own.waiting = message.count
        break
      case 'ran':
        own.bridge.ran(message.call)
        break
      case 'killed':
        return kill(message.why)
      case 'loaded':
        own.loaded = true
        break
      case 'started':
      case 'frame-ready':
      case 'frame-alive':
        return
    }
    void endWhenQuiet(own)
  }

  /** A program that waits for nothing ends by itself. */
  async function endWhenQuiet(own: Session): Promise<void> {
    if (!isQuiet(own)) return
    const { activity } = own
    await sleep(GRACE)
    if (own.activity === activity && !own.ended && isQuiet(own)) end('finished')
  }

  const emit = (happening: Happening) => {
    for (const listener of happened) listener(happening)
  }
  const follow = (event: TaskEvent) => {
    const own = session
    if (!own || own.ended) return
    if (event.type === 'created') {
      if (!own.making) return
      const { id, place } = own.making
      own.tasks.set(event.taskId, { id, taskId: event.taskId, call: own.tasks.size + 1, place })
      own.taskOf.set(own.making.id, event.taskId)
      own.living.add(event.taskId)
      set({ calls: own.tasks.size })
    }
    const task = own.tasks.get(event.taskId)
    if (!task) return
    own.lastAt = inspector.now()
    own.activity += 1
    const gate = event.type === 'held' || event.type === 'resumed' ? { gate: event.gate } : {}
    if (event.type !== 'delivered') emit({ kind: 'event', type: event.type, ...gate, ...momentOf(own, task, task.place) })
    if (event.type === 'opened' || event.type === 'closed' || event.type === 'failed') {
      frame?.post({ type: 'state', id: task.id, readyState: event.type === 'opened' ? 1 : 3 })
    }
    if (event.type === 'succeeded' || event.type === 'failed' || event.type === 'closed') own.living.delete(event.taskId)
    void endWhenQuiet(own)
  }
  const momentOf = ({ startedAt }: Session, { call, taskId }: OwnTask, place: CodePlace | undefined) => ({
    call,
    taskId,
    at: inspector.now() - startedAt,
    place,
  })
  const unsubscribe = inspector.subscribe(follow)

  const tellCallback = (own: Session, { invocation, isOption, name }: Callback) => {
    const task = own.tasks.get(own.taskOf.get(invocation.target === 0 ? invocation.id : invocation.target) ?? '')
    if (!task) return
    // A socket is open before its listener is called, and the event comes after it.
    const readyState = SOCKET_STATES[name]
    if (readyState !== undefined) frame?.post({ type: 'state', id: task.id, readyState })
    emit({ kind: 'callback', name, isOption, ...momentOf(own, task, invocation.place) })
  }

  return {
    get run() {
      return run
    },
    subscribe(listener) {
      changed.add(listener)
      return () => changed.delete(listener)
    },
    onHappening(listener) {
      happened.add(listener)
      return () => happened.delete(listener)
    },
    async start(code, texts) {
      if (session && !session.ended) end('stopped')
      await inspector.ready
      const startedAt = inspector.now()
      const { text, firstLine } = programText(code, inspector.wx, texts)
      // “Keep log” keeps the calls of earlier runs, as it keeps those of earlier pages.
      if (!inspector.settings.capture.persist) inspector.clear()
      const own: Session = {
        startedAt,
        firstLine,
        lines: code.split('\n').length,
        lastAt: startedAt,
        activity: 0,
        invoked: 0,
        waiting: 0,
        loaded: false,
        ended: false,
        living: new Set(),
        tasks: new Map(),
        taskOf: new Map(),
        bridge: createWxBridge({
          wx: inspector.wx,
          post: (message) => frame?.post(message),
          onInvoke(invocation, make) {
            own.making = invocation
            make()
            own.making = undefined
            const task = own.tasks.get(own.taskOf.get(invocation.target) ?? '')
            if (!task || !invocation.method.startsWith('on')) return
            emit({ kind: 'listens', name: invocation.method, ...momentOf(own, task, invocation.place) })
          },
          onCallback: (callback) => tellCallback(own, callback),
        }),
      }
      session = own
      run = { number: (run?.number ?? 0) + 1, code, status: 'running', console: [], calls: 0, took: 0 }
      set({})
      frame ??= openFrame(receive)
      frame.run(text)
    },
    stop: () => session && !session.ended && end('stopped'),
    clearConsole: () => set({ console: [] }),
    dispose() {
      if (session && !session.ended) end('stopped')
      unsubscribe()
      frame?.remove()
      frame = undefined
    },
  }
}

/** A task of the run, and the call that made it. */
interface OwnTask {
  readonly id: number
  readonly taskId: string
  readonly call: number
  readonly place: CodePlace | undefined
}

interface Session {
  readonly startedAt: number
  readonly firstLine: number
  /** Lines of the program. */
  readonly lines: number
  readonly bridge: WxBridge
  readonly tasks: Map<string, OwnTask>
  /** Task ids by the number of the call. */
  readonly taskOf: Map<number, string>
  /** The tasks that have not ended. */
  readonly living: Set<string>
  /** The call that is being made. */
  making?: { readonly id: number; readonly place?: CodePlace } | undefined
  lastAt: number
  lastPlace?: CodePlace
  /** Counts what happens. */
  activity: number
  invoked: number
  waiting: number
  loaded: boolean
  ended: boolean
}

function isQuiet({ bridge, ended, living, loaded, waiting }: Session): boolean {
  return loaded && !ended && living.size === 0 && waiting === 0 && bridge.unanswered === 0
}
