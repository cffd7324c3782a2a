import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { InspectorStore } from './inspector-store.ts'

/** Calls `run` a little later; returns how to call it off. */
export type Schedule = (run: () => void) => () => void

/** Events taken in at one go: some 5 ms of work. A longer line is taken in over several frames. */
const SLICE = 4000

/** The next frame, or half a second when no frame comes, as in a hidden tab. */
const frameSchedule: Schedule = (run) => {
  const once = () => {
    stop()
    run()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, 500)
  const stop = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  return stop
}

/**
 * Leads the events of a source into the store: at most one change of the store per turn of the schedule, whatever comes in between.
 * Hearing an event costs one push, so that recording never waits for the screen. Returns how to stop.
 */
export function connectFeed(source: PanelSource, store: InspectorStore, schedule: Schedule = frameSchedule): () => void {
  let line: TaskEvent[] = []
  let next = 0
  let generation: number | undefined
  let dropped = 0
  let callOff: (() => void) | undefined

  const plan = () => {
    callOff ??= schedule(() => {
      callOff = undefined
      drain()
    })
  }
  const readAnew = () => {
    const state = source.state?.()
    generation = state?.generation
    dropped = state?.kept.droppedTasks ?? 0
    line = [...source.events()]
    next = 0
    store.actions.reset(dropped)
    plan()
  }
  const drain = () => {
    const state = source.state?.()
    if (state && state.generation !== generation) {
      readAnew()
      return
    }
    const slice = line.slice(next, next + SLICE)
    next += slice.length
    const finished = next >= line.length
    if (finished) {
      line = []
      next = 0
    }
    let gone: ReadonlySet<string> = new Set()
    if (finished && state && state.kept.droppedTasks > dropped) {
      gone = findDropped(source, store, slice, state.kept.droppedTasks - dropped)
      dropped = state.kept.droppedTasks
    }
    store.actions.ingest(slice, gone, state?.kept)
    if (!finished) plan()
  }

  const unsubscribe = source.subscribe((event) => {
    line.push(event)
    plan()
  })
  const unsubscribeState = source.subscribeState?.(() => {
    const state = source.state?.()
    if (!state) return
    // A clear shows at once; everything else can wait for the frame.
    if (state.generation !== generation) readAnew()
    else plan()
  })
  readAnew()
  return () => {
    unsubscribe()
    unsubscribeState?.()
    callOff?.()
  }
}

/** Asks the source which of the oldest tasks it still holds. It drops ended ones, oldest first, so the search is short. */
function findDropped(source: PanelSource, store: InspectorStore, coming: readonly TaskEvent[], count: number): Set<string> {
  const gone = new Set<string>()
  const candidates = [...store.getState().book.ids, ...coming.flatMap((event) => (event.type === 'created' ? [event.taskId] : []))]
  for (const id of candidates) {
    if (gone.size === count) break
    if (source.events(id).length === 0) gone.add(id)
  }
  return gone
}
