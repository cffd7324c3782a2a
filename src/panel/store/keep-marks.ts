import { toJson } from '../../contract/to-json.ts'
import { MARK_COLORS, type MarkColor, type TaskMark } from '../rows/task-mark.ts'
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
    return new Map(saved.flatMap(readMark))
  } catch {
    return new Map()
  }
}

function readMark(pair: unknown): [string, TaskMark][] {
  if (!Array.isArray(pair) || typeof pair[0] !== 'string') return []
  const { pinned, color, note } = Object(pair[1]) as Record<string, unknown>
  const mark: TaskMark = {
    ...(pinned === true && { pinned }),
    ...(MARK_COLORS.includes(color as MarkColor) && { color: color as MarkColor }),
    ...(typeof note === 'string' && note !== '' && { note }),
  }
  return Object.keys(mark).length > 0 ? [[pair[0], mark]] : []
}

/** Saves the marks of a panel with each change. Returns how to stop. */
export function keepMarks(storage: StorageDoor, store: InspectorStore): () => void {
  return store.subscribe(({ taskMarks }, before) => {
    if (taskMarks === before.taskMarks) return
    try {
      if (taskMarks.size === 0) storage().removeItem(MARKS_KEY)
      else storage().setItem(MARKS_KEY, toJson([...taskMarks].slice(-MOST_KEPT)))
    } catch {
      // Without room they last as long as the page; the notice about the storage comes with the preferences.
    }
  })
}
