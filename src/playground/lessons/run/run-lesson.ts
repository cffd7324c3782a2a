import type { TaskEvent } from '../../../contract/event/task-event.ts'
import type { Wx } from '../../../contract/wx/wx.ts'
import { createInspector } from '../../../entry/inspector.ts'
import type { Lesson, Variation } from '../schema/lesson-schema.ts'
import type { ConsoleLine, Given, Moment, Recording } from './recording.ts'
import { runCode } from './run-code.ts'
import { createVirtualClock } from './virtual-clock.ts'
import { toPlain, witness } from './witness.ts'

/** Where the shop of the lessons lives. The name can never be registered. */
const ORIGIN = 'https://api.hillside.example'

/** An environment of the lessons' own: what a person chose in the panel belongs to another appid. */
const SETTINGS = {
  appid: 'wx5a7ea0fc0ffee1e5',
  domainCheck: 'enforce',
  unmatched: 'fail',
  conditions: { preset: 'wifi', seed: 2604 },
  domains: { request: [ORIGIN], uploadFile: [ORIGIN], downloadFile: [ORIGIN], socket: ['wss://chat.hillside.example'] },
} as const

/** ms. Longer than the longest timeout, so that every call comes to an end. */
const LONGEST_RUN = 120_000

export interface RunOptions {
  /** What a person changed. */
  readonly variation?: Variation
  /** Stands between the code and `wx`: how a test plants a fault. */
  readonly between?: (wx: Wx) => Wx
}

/**
 * Runs a lesson on the real shim, with its rules in the place of a server. Time is simulated and passes as fast as the page can compute:
 * a run takes some 30 ms, and each one gives the same numbers. Nothing goes to the network.
 */
export async function runLesson(lesson: Lesson, { variation, between = (wx) => wx }: RunOptions = {}): Promise<Recording> {
  const scenario = { ...lesson.scenario, ...variation?.scenario }
  const clock = createVirtualClock()
  const inspector = createInspector({
    clock,
    serviceWorker: false,
    rules: scenario.rules ?? [],
    settings: { ...SETTINGS, ...scenario.settings },
  })
  const moments: Moment[] = []
  const lines: ConsoleLine[] = []
  const given: Given[] = []
  const calls: string[] = []
  const write = (isError: boolean, what: readonly unknown[]) => {
    lines.push({ at: clock.now(), text: what.map(toLine).join(' '), isError })
  }
  const stop = inspector.subscribe((event) => {
    if (event.type === 'created') calls.push(event.taskId)
    addEvent(moments, event, calls.indexOf(event.taskId) + 1)
  })
  try {
    await inspector.ready
    const wx = witness(between(inspector.wx), {
      given: (callback) => given.push(callback),
      heard: (heard) => moments.push({ kind: 'heard', at: clock.now(), ...heard }),
    })
    const code = codeOf(lesson, variation)
    let threw: string | undefined
    try {
      runCode(code, {
        wx,
        console: { log: (...what) => write(false, what), error: (...what) => write(true, what) },
        setTimeout: (act, after = 0) => void clock.sleep(after).then(act),
      })
    } catch (thrown) {
      threw = toLine(thrown)
      write(true, [threw])
    }
    if (scenario.hiddenAt !== undefined) void clock.sleep(scenario.hiddenAt).then(() => inspector.setAppHidden(true))
    await clock.run(LONGEST_RUN)
    return { moments, console: lines, given, tasks: [...inspector.tasks()], ...(threw !== undefined && { threw }), code }
  } finally {
    stop()
    await inspector.dispose()
  }
}

/** The code with the changes of a variation. */
export function codeOf(lesson: Lesson, variation?: Variation): string {
  return (variation?.code ?? []).reduce((code, { from, to }) => code.replace(from, () => to), lesson.code.trim())
}

/** An event that calls listeners is recorded after they ran; what set them off is told first. A callback is told by the app itself. */
function addEvent(moments: Moment[], event: TaskEvent, call: number): void {
  if (event.type === 'delivered') return
  const moment: Moment = { kind: 'event', call, at: event.at, event }
  const ran = 'listeners' in event ? (event.listeners?.length ?? 0) : 0
  let place = moments.length
  while (moments.length - place < ran && moments[place - 1]?.kind === 'heard' && moments[place - 1]?.call === call) place -= 1
  moments.splice(place, 0, moment)
}

function toLine(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (value === undefined) return 'undefined'
  const plain = toPlain(value)
  return typeof plain === 'string' ? plain : JSON.stringify(plain)
}
