import type { Clock } from '../../contract/clock.ts'
import { createEmitter } from '../../contract/emitter.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { HeldCall, HoldChoice } from '../../contract/hold.ts'
import { InspectorError } from '../../contract/inspector-error.ts'
import type { MockRule } from '../../contract/mock/mock-rule.ts'
import { parseHoldChoice, ruleOf } from '../../contract/parse/parse-hold.ts'
import type { Settings } from '../../contract/settings.ts'
import type { EventLog } from '../../recorder/log/event-log.ts'
import type { ShimGates } from '../../shim/context/call-gates.ts'
import type { Gates } from '../../shim/gates/create-gates.ts'
import { createFreezableDeadlines, type FreezableDeadlines } from '../../shim/gates/freezable-deadlines.ts'

export interface HoldCallsOptions {
  readonly clock: Clock
  readonly settings: () => Settings
  readonly log: EventLog
  /** Whether a rule would take a call, by its events. */
  readonly takes: (rule: MockRule, events: readonly TaskEvent[]) => Promise<boolean>
}

/** What a person holds, and the calls that are held. Methods throw InspectorError `bad-option`. */
export interface HoldCalls {
  readonly gates: ShimGates
  readonly choice: HoldChoice
  choose(choice: unknown): void
  /** Those that are held now, the longest held first. The same array until it changes. */
  held(): readonly HeldCall[]
  /** Holds a running call at its next gate. */
  holdNext(taskId: string): void
  isHeld(taskId: string): boolean
  step(taskId: string): void
  resume(taskId: string, change?: unknown): void
  /** Counts a panel on the screen until the returned function is called. */
  watch(): () => void
  /** Called for each event, before it is recorded. */
  heed(event: TaskEvent): void
  subscribe(listener: () => void): () => void
  dispose(): void
}

/** What is loaded when something is held for the first time. */
interface Parts {
  readonly gates: Gates
  readonly parseHeldChange: typeof import('../../contract/parse/parse-held-change.ts').parseHeldChange
}

const NONE: readonly HeldCall[] = []

export function createHoldCalls({ clock, log, settings, takes }: HoldCallsOptions): HoldCalls {
  const changed = createEmitter()
  const watching = new Set<symbol>()
  let deadlines: FreezableDeadlines | undefined
  let chosen: HoldChoice = 'off'
  let loaded: Parts | undefined
  let loading: Promise<Parts | undefined> | undefined

  const load = () => {
    loading ??= Promise.all([import('../../shim/gates/create-gates.ts'), import('../../contract/parse/parse-held-change.ts')]).then(
      ([{ createGates }, { parseHeldChange }]) => {
        const gates = createGates({
          clock,
          settings,
          isRecorded: (taskId) => log.has(taskId),
          fits: (match, taskId) => takes(ruleOf(match), log.events(taskId)).catch(() => false),
          freeze: (taskId) => deadlines?.freeze(taskId),
          onChange: changed.emit,
        })
        gates.setWatched(watching.size > 0)
        loaded = { gates, parseHeldChange }
        gates.choose(chosen)
        return loaded
      },
      () => {
        // Without them the page goes on as if nothing were held, and the next choice tries again.
        loading = undefined
        chosen = 'off'
        changed.emit()
        return undefined
      },
    )
    return loading
  }

  // Nobody sees what was cleared.
  let { generation } = log
  const stopWatching = log.watch(() => {
    if (log.generation === generation) return
    generation = log.generation
    for (const { taskId } of loaded?.gates.held() ?? NONE) if (!log.has(taskId)) loaded?.gates.resume(taskId)
  })
  const partsOf = (taskId: string) => {
    const gate = loaded?.gates.gateOf(taskId)
    if (loaded && gate) return { ...loaded, gate }
    throw new InspectorError('bad-option', 'Nothing was held or changed.', {
      issues: [{ path: 'taskId', message: 'is not a call that is held' }],
    })
  }

  return {
    gates: {
      calls: {
        // What was chosen before is not missed by a call that comes while the parts are loaded.
        send: async (call, outgoing) => (await loading)?.gates.calls.send(call, outgoing) ?? outgoing,
        answer: async (call, answer) => (await loading)?.gates.calls.answer(call, answer) ?? answer,
        end: async (call, ending) => (await loading)?.gates.calls.end(call, ending) ?? ending,
      },
      freezable(plain) {
        deadlines = createFreezableDeadlines(plain, clock)
        return deadlines
      },
    },
    get choice() {
      return loaded?.gates.choice ?? chosen
    },
    choose(choice) {
      chosen = parseHoldChoice(choice)
      if (loaded) return loaded.gates.choose(chosen)
      changed.emit()
      if (chosen !== 'off') void load()
    },
    held: () => loaded?.gates.held() ?? NONE,
    holdNext: (taskId) => void load().then((parts) => parts?.gates.holdNext(taskId)),
    isHeld: (taskId) => loaded?.gates.gateOf(taskId) !== undefined,
    step: (taskId) => partsOf(taskId).gates.resume(taskId, { step: true }),
    resume(taskId, wish) {
      const { gate, gates, parseHeldChange } = partsOf(taskId)
      const { api = 'request', method = 'GET' } = log.task(taskId) ?? {}
      gates.resume(taskId, wish === undefined ? {} : { change: parseHeldChange(wish, gate, { api, method }) })
    },
    watch() {
      const panel = Symbol('panel')
      watching.add(panel)
      loaded?.gates.setWatched(true)
      return () => {
        watching.delete(panel)
        if (watching.size === 0) loaded?.gates.setWatched(false)
      }
    },
    heed(event) {
      if (event.type === 'succeeded' || event.type === 'failed') loaded?.gates.forget(event.taskId)
    },
    subscribe: changed.subscribe,
    dispose() {
      stopWatching()
      loaded?.gates.setWatched(false)
      changed.clear()
    },
  }
}
