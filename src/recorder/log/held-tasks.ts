import { isEnd } from '../../contract/event/event-traits.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { isPiece } from './condense.ts'
import { HeldTask } from './held-task.ts'
import type { EventMeasure } from './measure-event.ts'
import type { EventPacker } from './pack-events.ts'
import { TaskLine } from './task-line.ts'

/** The tasks of a log, and the order in which they are evicted. */
export class HeldTasks {
  readonly #packer: EventPacker
  readonly #mostLoose: number
  readonly #isPinned: (taskId: string) => boolean
  readonly #tasks = new Map<string, HeldTask>()
  /** In the order in which they ended. */
  readonly #ended = new TaskLine()
  /** A task has one entry in the first queue for each event with content, and one in the second for each piece. */
  readonly #contents = new TaskLine()
  readonly #pieceLine = new TaskLine()
  /** Entries of pinned tasks, which were passed over in these three queues. */
  readonly #endedAside = new TaskLine()
  readonly #contentsAside = new TaskLine()
  readonly #piecesAside = new TaskLine()
  /** Ended but not packed yet; the last one changed is at the end. */
  readonly #loose = new Set<HeldTask>()
  #bytes = 0
  #pieces = 0
  #numbered: number

  /**
   * `mostLoose` is how many ended tasks are not packed yet; `before` is how many tasks of the session came before the first of these. What is
   * kept of pinned tasks goes last.
   */
  constructor(packer: EventPacker, mostLoose: number, before: number, isPinned: (taskId: string) => boolean) {
    this.#packer = packer
    this.#mostLoose = mostLoose
    this.#isPinned = isPinned
    this.#numbered = before
  }

  get size(): number {
    return this.#tasks.size
  }

  /** How many pieces are held one by one. */
  get pieces(): number {
    return this.#pieces
  }

  get bytes(): number {
    return this.#bytes
  }

  /** In the order in which they began. */
  all(): Iterable<HeldTask> {
    return this.#tasks.values()
  }

  get(taskId: string): HeldTask | undefined {
    return this.#tasks.get(taskId)
  }

  /** Adds an event with its position in the log; the first event of a task creates it. */
  add(event: TaskEvent, place: number, { bytes, releasable }: EventMeasure): HeldTask {
    const task = this.#tasks.get(event.taskId) ?? this.#begin(event.taskId)
    this.#weigh(task, () => task.add(event, place, bytes))
    if (isPiece(event)) {
      task.pieces++
      this.#pieces++
      this.#pieceLine.push(task)
    }
    if (releasable) {
      task.contents++
      this.#contents.push(task)
    }
    if (!task.ended && isEnd(event)) {
      task.ended = true
      this.#ended.push(task)
    }
    if (task.ended) this.#packSoon(task)
    return task
  }

  /** Moves all tasks of another instance behind those here. No task may be in both. */
  takeOver(later: HeldTasks): void {
    for (const task of later.#tasks.values()) {
      task.number = ++this.#numbered
      task.forgetSnapshot()
      this.#tasks.set(task.taskId, task)
    }
    this.#addLines(later)
  }

  /** Takes tasks out, whole and with their numbers. */
  takeOut(taskIds: Iterable<string>): HeldTasks {
    const taken = new HeldTasks(this.#packer, this.#mostLoose, 0, this.#isPinned)
    const tasks = new Set<HeldTask>()
    for (const taskId of taskIds) {
      const task = this.#tasks.get(taskId)
      if (!task) continue
      tasks.add(task)
      this.#tasks.delete(taskId)
      taken.#tasks.set(taskId, task)
      taken.#bytes += task.bytes
      taken.#pieces += task.pieces
      if (this.#loose.delete(task)) taken.#loose.add(task)
    }
    this.#bytes -= taken.#bytes
    this.#pieces -= taken.#pieces
    this.joinAside()
    taken.#ended.takeOver(this.#ended.takeOut(tasks))
    taken.#contents.takeOver(this.#contents.takeOut(tasks))
    taken.#pieceLine.takeOver(this.#pieceLine.takeOut(tasks))
    return taken
  }

  /** Puts tasks that were taken out back among the others, by their numbers. */
  putBack(taken: HeldTasks): void {
    const all = [...this.#tasks.values(), ...taken.#tasks.values()].sort((one, other) => one.number - other.number)
    this.#tasks.clear()
    for (const task of all) this.#tasks.set(task.taskId, task)
    this.joinAside()
    this.#addLines(taken)
    for (const line of [this.#ended, this.#contents, this.#pieceLine]) line.sort()
  }

  /** Call it when tasks are pinned no more. */
  joinAside(): void {
    this.#ended.putBefore(this.#endedAside)
    this.#contents.putBefore(this.#contentsAside)
    this.#pieceLine.putBefore(this.#piecesAside)
  }

  #addLines(others: HeldTasks): void {
    others.joinAside()
    this.#ended.takeOver(others.#ended)
    this.#contents.takeOver(others.#contents)
    this.#pieceLine.takeOver(others.#pieceLine)
    this.#bytes += others.#bytes
    this.#pieces += others.#pieces
    for (const task of others.#loose) this.#packSoon(task)
  }

  /** Releases the oldest content, that of pinned tasks last, until at most `most` bytes are left. Returns the tasks it was taken from, once for each event. */
  release(most: number, pinned?: 'spare pinned'): HeldTask[] {
    const released: HeldTask[] = []
    while (this.#bytes > most) {
      const task = this.#shift(this.#contents, this.#contentsAside, pinned)
      if (!task) break
      task.contents--
      if (this.#weigh(task, () => task.releaseOldest(this.#packer))) released.push(task)
    }
    return released
  }

  /** Condenses the oldest pieces, those of pinned tasks last, until at most `most` are left. */
  condense(most: number): void {
    const counts = new Map<HeldTask, number>()
    for (let left = this.#pieces - most; left > 0; left--) {
      const task = this.#shift(this.#pieceLine, this.#piecesAside)
      if (!task) break
      counts.set(task, (counts.get(task) ?? 0) + 1)
    }
    for (const [task, count] of counts) {
      const before = task.pieces
      this.#weigh(task, () => task.condense(count, this.#packer))
      this.#pieces -= before - task.pieces
    }
  }

  /** Drops the task that ended first, pinned ones last; returns `undefined` if none has ended. */
  dropOldest(pinned?: 'spare pinned'): HeldTask | undefined {
    const task = this.#shift(this.#ended, this.#endedAside, pinned)
    if (!task) return undefined
    this.#tasks.delete(task.taskId)
    this.#loose.delete(task)
    this.#contents.leave(task.contents)
    this.#pieceLine.leave(task.pieces)
    this.#bytes -= task.bytes
    this.#pieces -= task.pieces
    task.drop()
    return task
  }

  /** The oldest entry of a task that is not pinned. Pinned ones are put aside, and come when no other is left, or not at all. */
  #shift(line: TaskLine, aside: TaskLine, pinned?: 'spare pinned'): HeldTask | undefined {
    for (let task = line.shift(); task; task = line.shift()) {
      if (!this.#isPinned(task.taskId)) return task
      aside.push(task)
    }
    return pinned ? undefined : aside.shift()
  }

  #begin(taskId: string): HeldTask {
    const task = new HeldTask(taskId, ++this.#numbered)
    this.#tasks.set(taskId, task)
    this.#bytes += task.bytes
    return task
  }

  #packSoon(task: HeldTask): void {
    this.#loose.delete(task)
    this.#loose.add(task)
    if (this.#loose.size <= this.#mostLoose) return
    const [longest] = this.#loose
    if (!longest) return
    this.#loose.delete(longest)
    this.#weigh(longest, () => longest.pack(this.#packer))
  }

  #weigh<Result>(task: HeldTask, change: () => Result): Result {
    const before = task.bytes
    const result = change()
    this.#bytes += task.bytes - before
    return result
  }
}
