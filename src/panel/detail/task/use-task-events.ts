import { useMemo } from 'react'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'

/** The events of a task, where its bodies are; read anew whenever its snapshot was replaced. */
export function useTaskEvents(source: PanelSource, snapshot: TaskSnapshot): readonly TaskEvent[] {
  return useMemo(() => source.events(snapshot.taskId), [source, snapshot])
}
