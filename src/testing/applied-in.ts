import type { TaskEvent } from '../contract/event/task-event.ts'
import { type AppliedRule, rulesOf } from '../recorder/applied-rules/applied-rules.ts'
import { TaskStore } from '../recorder/tasks/task-store.ts'

/** The rules that applied to each task in these events, the tasks in the order of their calls. */
export function appliedIn(events: readonly TaskEvent[]): readonly (readonly AppliedRule[])[] {
  const tasks = new TaskStore()
  tasks.add(events)
  return tasks.taskIds().flatMap((taskId) => {
    const task = tasks.task(taskId)
    const own = events.filter((event) => event.taskId === taskId)
    return task ? [rulesOf(task, own)] : []
  })
}
