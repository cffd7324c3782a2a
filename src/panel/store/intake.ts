import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import { type TaskReader, tasksOf } from '../../recorder/tasks/task-reader.ts'
import { TaskStore } from '../../recorder/tasks/task-store.ts'

/** What came of a source and has not been drawn yet. */
export interface Intake {
  /** The tasks of everything that was taken out. */
  readonly tasks: TaskReader
  readonly waiting: boolean
  /** Hears one event. Costs next to nothing, so that recording never waits for the screen. */
  add(event: TaskEvent): void
  /** Takes out a slice: the ids of tasks that are new or have moved. */
  take(): Iterable<string>
  /** Tells that the source no longer holds these. */
  drop(taskIds: Iterable<string>): void
}

/** Events of which the tasks are made in one go, and tasks that are read in one go: some 5 ms of work. */
const MOST_EVENTS = 4000
const MOST_TASKS = 400

/** Begins with everything that the source holds. `dropped` is how many tasks of its session it let go before. */
export function createIntake(source: PanelSource, dropped: number): Intake {
  const tasks = tasksOf(source)
  return tasks ? readTasks(tasks) : foldEvents(source.events(), dropped)
}

/** Of a source whose tasks can be read only their ids stand in line, each of them once. */
function readTasks(tasks: TaskReader): Intake {
  const line = new Set(tasks.taskIds())
  return {
    tasks,
    get waiting() {
      return line.size > 0
    },
    add: ({ taskId }) => line.add(taskId),
    take() {
      const slice: string[] = []
      for (const taskId of line) {
        if (slice.length === MOST_TASKS) break
        slice.push(taskId)
        line.delete(taskId)
      }
      return slice
    },
    drop() {},
  }
}

function foldEvents(events: readonly TaskEvent[], dropped: number): Intake {
  const tasks = new TaskStore(dropped)
  let line = [...events]
  let next = 0
  return {
    tasks,
    get waiting() {
      return next < line.length
    },
    add: (event) => line.push(event),
    take() {
      const slice = line.slice(next, next + MOST_EVENTS)
      next += slice.length
      if (next >= line.length) {
        line = []
        next = 0
      }
      return tasks.add(slice)
    },
    drop: (taskIds) => tasks.drop(taskIds),
  }
}
