import { nextTask } from '../../contract/clock.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import { tasksOf } from '../../recorder/tasks/task-reader.ts'
import type { Schedule } from './frame-pace.ts'
import type { InspectorStore } from './inspector-store.ts'
import { createIntake, type Intake } from './intake.ts'

/** The way of the events into a panel. */
export interface Feed {
  /** Subscribes to the source, and catches up on what came since `rest` or `stop`; what was selected and opened before stays so. */
  start(): void
  /** Draws nothing until `start`. Which tasks move meanwhile is written down, so that `start` reads those alone. */
  rest(): void
  /** Subscribes to nothing and plans nothing, until `start`. */
  stop(): void
}

/**
 * Slices that are taken in, each in a task of its own, before what came is drawn. While more waits it is twice as many each time, so that a
 * hundred thousand calls of a file are drawn seven times on their way, and not sixty.
 */
const [FEWEST_SLICES, MOST_SLICES] = [4, 64]
/** Events that are written down during a rest. After more, all tasks are read anew, so that a long rest costs no memory. */
const MOST_MISSED = 50_000

/**
 * Leads the events of a source into the store: at most one change of the store per turn of the schedule, whatever comes in between.
 * Hearing an event costs one push, so that recording never waits for the screen.
 */
export function createFeed(source: PanelSource, store: InspectorStore, schedule: Schedule): Feed {
  let intake: Intake | undefined
  let generation: number | undefined
  let dropped = 0
  let heard = 0
  let callOff: (() => void) | undefined
  let unsubscribe: (() => void)[] = []
  let stopped = true
  let slicesToDraw = FEWEST_SLICES

  const plan = () => {
    callOff ??= schedule(
      () => {
        callOff = undefined
        return drain()
      },
      () => heard,
    )
  }
  const readAnew = () => {
    const state = source.state?.()
    generation = state?.generation
    dropped = state?.kept.droppedTasks ?? 0
    intake = createIntake(source, dropped)
    store.actions.reset(intake.tasks, (taskId) => source.events(taskId))
    plan()
  }
  const drain = (slices = 1): void | Promise<void> => {
    const state = source.state?.()
    if (state && state.generation !== generation) {
      readAnew()
      return
    }
    intake ??= createIntake(source, dropped)
    const changed = new Set(intake.take())
    let gone: ReadonlySet<string> = new Set()
    if (!intake.waiting && state && state.kept.droppedTasks > dropped) {
      gone = findDropped(source, [...store.getState().rows.taskIds(), ...changed], state.kept.droppedTasks - dropped)
      dropped = state.kept.droppedTasks
      for (const id of gone) changed.delete(id)
      intake.drop(gone)
    }
    const draws = !intake.waiting || slices >= slicesToDraw
    store.actions.ingest(changed, gone, { ...(state && { kept: state.kept }), draws })
    if (!draws) return nextTask().then(() => (stopped ? undefined : drain(slices + 1)))
    slicesToDraw = intake.waiting ? Math.min(slicesToDraw * 2, MOST_SLICES) : FEWEST_SLICES
    if (intake.waiting) plan()
  }

  const hear = (event: TaskEvent) => {
    intake?.add(event)
    heard += 1
    plan()
  }
  const unsubscribeAll = () => {
    stopped = true
    for (const each of unsubscribe) each()
    unsubscribe = []
    callOff?.()
    callOff = undefined
  }
  const hearState = () => {
    const state = source.state?.()
    if (!state) return
    // A clear shows at once; everything else can wait for the frame.
    if (state.generation !== generation) readAnew()
    else plan()
  }
  const catchUp = () => {
    // Tasks that are folded here have to be folded from the first event on.
    const known = tasksOf(source) === store.getState().tasks && source.state?.().generation === generation
    if (!known) {
      readAnew()
      return
    }
    plan()
  }
  return {
    start() {
      for (const each of unsubscribe) each()
      stopped = false
      unsubscribe = [source.subscribe(hear), source.subscribeState?.(hearState) ?? (() => {})]
      catchUp()
    },
    rest() {
      unsubscribeAll()
      // Events that have to be folded here would be held twice.
      if (!tasksOf(source)) return
      let missed = 0
      const writeDown = source.subscribe((event) => {
        if (++missed <= MOST_MISSED) intake?.add(event)
        else forget()
      })
      const forget = () => {
        writeDown()
        intake = undefined
      }
      unsubscribe = [writeDown]
    },
    stop() {
      unsubscribeAll()
      intake = undefined
    },
  }
}

/** Asks the source which of these tasks it no longer holds. It drops ended ones, oldest first, so the search is short. */
function findDropped(source: PanelSource, candidates: readonly string[], count: number): Set<string> {
  const tasks = tasksOf(source)
  const gone = new Set<string>()
  for (const id of candidates) {
    if (gone.size === count) break
    if (tasks ? !tasks.has(id) : source.events(id).length === 0) gone.add(id)
  }
  return gone
}
