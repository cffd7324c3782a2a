import { pinnedIn, readMark, type TaskMark } from '../../contract/event/task-mark.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import { toJson } from '../../contract/to-json.ts'
import type { InspectorStore } from './inspector-store.ts'

/** Of the tab, as the stored log is: marks are those of its tasks, whose ids no other page gives. */
const MARKS_KEY = 'wx-request-inspector.marks'

/** The latest ones are kept. */
const MOST_KEPT = 1000

type StorageDoor = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The marks that were made in this tab. What is wrong is left out: they are a convenience, and a missing one is seen. */
export function readMarks(storage: StorageDoor): ReadonlyMap<string, TaskMark> {
  try {
    const saved: unknown = JSON.parse(storage().getItem(MARKS_KEY) ?? '[]')
    if (!Array.isArray(saved)) return new Map()
    return new Map(saved.flatMap(readPair))
  } catch {
    return new Map()
  }
}

function readPair(pair: unknown): [string, TaskMark][] {
  if (!Array.isArray(pair) || typeof pair[0] !== 'string') return []
  const mark = readMark(pair[1])
  return mark ? [[pair[0], mark]] : []
}

/** Tells a source which tasks are pinned, at once and with each change. Returns how to stop. */
export function tellPins({ send }: Pick<PanelSource, 'send'>, store: InspectorStore): () => void {
  if (!send) return () => {}
  let told = ''
  const tell = () => {
    const taskIds = pinnedIn(store.getState().taskMarks)
    if (taskIds.join('\n') === told) return
    told = taskIds.join('\n')
    void send({ type: 'pin', taskIds })
  }
  tell()
  return store.subscribe((state, before) => {
    if (state.taskMarks !== before.taskMarks) tell()
  })
}

/** Saves the marks of a panel with each change. Returns how to stop. */
export function keepMarks(storage: StorageDoor, store: InspectorStore): () => void {
  return store.subscribe(({ taskMarks }, before) => {
    if (taskMarks !== before.taskMarks) saveMarks(storage, taskMarks)
  })
}

/** Adds marks to those of this tab, for the panels that are still to come. */
export function addMarks(storage: StorageDoor, marks: ReadonlyMap<string, TaskMark>): void {
  if (marks.size > 0) saveMarks(storage, new Map([...readMarks(storage), ...marks]))
}

function saveMarks(storage: StorageDoor, marks: ReadonlyMap<string, TaskMark>): void {
  try {
    if (marks.size === 0) storage().removeItem(MARKS_KEY)
    else storage().setItem(MARKS_KEY, toJson([...marks].slice(-MOST_KEPT)))
  } catch {
    // Without room they last as long as the page; the notice about the storage comes with the preferences.
  }
}

/** Gives a panel the marks of each file that is added to the record while it is there. Returns how to stop. */
export function takeMarks({ state, subscribeState }: Pick<PanelSource, 'state' | 'subscribeState'>, store: InspectorStore): () => void {
  let taken = state?.().marked
  return (
    subscribeState?.(() => {
      const marked = state?.().marked
      if (!marked || marked === taken) return
      taken = marked
      store.actions.addMarks(marked)
    }) ?? (() => {})
  )
}
