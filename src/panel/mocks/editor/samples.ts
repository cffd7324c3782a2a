import { createContext, useRef } from 'react'
import type { Json } from '../../../contract/event/json.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import type { TaskRow } from '../../rows/task-row.ts'
import { useInspector } from '../../store/inspector-context.ts'

/** Calls that are looked at, the newest ones; answers of them that are read, and characters of one that is. */
const MOST_LOOKED_AT = 500
const MOST_READ = 20
const LONGEST_READ = 200_000

/** The recorded answers that an answer can be like. They are read when they are asked for. */
export const SamplesContext = createContext<() => readonly Json[]>(() => [])

/** Reads the recorded answers of some calls. */
export function useSamples(isWanted: (row: TaskRow) => boolean): () => readonly Json[] {
  const { source, store } = useInspector()
  const read = useRef<{ readonly version: number; readonly samples: readonly Json[] }>(undefined)
  return () => {
    const { rows, version } = store.getState()
    if (read.current?.version !== version) {
      const wanted: TaskRow[] = []
      for (const id of rows.ids.slice(-MOST_LOOKED_AT).reverse()) {
        const row = rows.row(id)
        if (row && isWanted(row)) wanted.push(row)
        if (wanted.length === MOST_READ) break
      }
      read.current = { version, samples: wanted.reverse().flatMap((row) => answerIn(source, row)) }
    }
    return read.current.samples
  }
}

function answerIn(source: PanelSource, row: TaskRow): readonly Json[] {
  const end = source.events(row.taskId).findLast((event) => event.type === 'succeeded')
  const body = end?.type === 'succeeded' ? end.body : undefined
  if (body?.kind !== 'text' || body.kept !== undefined || body.text.length > LONGEST_READ) return []
  try {
    return [JSON.parse(body.text) as Json]
  } catch {
    return []
  }
}
