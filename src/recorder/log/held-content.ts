import { isEnd } from '../../contract/event/event-traits.ts'
import { seqAfter, type TaskEvent } from '../../contract/event/task-event.ts'
import { condense, isPiece } from './condense.ts'
import { contentBytes, withoutContent } from './event-content.ts'

/** One place in a holding. The event in it is swapped for another when its content is released, or when it comes to stand for several. */
interface Entry {
  event: TaskEvent
  readonly task: HeldTask
}

interface HeldTask {
  readonly taskId: string
  readonly entries: Set<Entry>
  /** What the next event must carry. */
  nextSeq: number
  /** The last that stands for several. */
  condensed?: Entry
}

/** What a log holds at one time. Sets and maps keep the order of insertion and forget in O(1): no gap is ever closed by moving things. */
export class HeldContent {
  readonly #entries = new Set<Entry>()
  readonly #tasks = new Map<string, HeldTask>()
  /** In the order in which they ended. */
  readonly #ended = new Set<HeldTask>()
  /** Entries whose content is still there, oldest first, with the bytes it takes. */
  readonly #contents = new Map<Entry, number>()
  #contentBytes = 0
  /** Entries of which a task may have any number, oldest first. */
  readonly #pieces = new Set<Entry>()

  get tasks(): number {
    return this.#tasks.size
  }

  /** Messages and pieces of bodies that are held one by one. */
  get pieces(): number {
    return this.#pieces.size
  }

  get contentBytes(): number {
    return this.#contentBytes
  }

  /** Every event in order, or those of one task. */
  events(taskId?: string): readonly TaskEvent[] {
    const entries = taskId === undefined ? this.#entries : (this.#tasks.get(taskId)?.entries ?? [])
    return Array.from(entries, (entry) => entry.event)
  }

  /** The `seq` that the next event of a task must carry; `undefined` when there is no such task. */
  nextSeqOf(taskId: string): number | undefined {
    return this.#tasks.get(taskId)?.nextSeq
  }

  /** Adds an event; the first of a task begins it. */
  add(event: TaskEvent): void {
    const task = this.#tasks.get(event.taskId) ?? this.#begin(event.taskId)
    const entry: Entry = { event, task }
    task.entries.add(entry)
    task.nextSeq = seqAfter(event)
    this.#entries.add(entry)
    if (isEnd(event)) this.#ended.add(task)
    if (isPiece(event)) this.#pieces.add(entry)
    if (event.type === 'condensed') task.condensed = entry
    const bytes = contentBytes(event)
    if (bytes === 0) return
    this.#contents.set(entry, bytes)
    this.#contentBytes += bytes
  }

  /** Takes over all that another one holds, behind what is here. No task may be in both. */
  takeOver(later: HeldContent): void {
    for (const [taskId, task] of later.#tasks) this.#tasks.set(taskId, task)
    for (const entry of later.#entries) this.#entries.add(entry)
    for (const task of later.#ended) this.#ended.add(task)
    for (const piece of later.#pieces) this.#pieces.add(piece)
    for (const [entry, bytes] of later.#contents) this.#contents.set(entry, bytes)
    this.#contentBytes += later.#contentBytes
  }

  /** Lets go of the oldest content until no more than `most` bytes of it are left. Gives how many events lost theirs. */
  release(most: number): number {
    let released = 0
    for (const entry of this.#contents.keys()) {
      if (this.#contentBytes <= most) break
      entry.event = withoutContent(entry.event, 'released')
      this.#forgetContent(entry)
      released += 1
    }
    return released
  }

  /** Has one event stand for many, the oldest first, until no more than `most` pieces are left. */
  condense(most: number): void {
    for (const entry of this.#pieces) {
      if (this.#pieces.size <= most) break
      const { event, task } = entry
      if (!isPiece(event)) continue
      const before = task.condensed
      const condensed = condense(event, before?.event)
      this.#pieces.delete(entry)
      this.#forgetContent(entry)
      if (before && condensed.count > 1) {
        before.event = condensed
        task.entries.delete(entry)
        this.#entries.delete(entry)
      } else {
        entry.event = condensed
        task.condensed = entry
      }
    }
  }

  /** Drops tasks that have ended, those that ended first before the others, until no more than `most` are left. Gives how many. */
  dropEnded(most: number): number {
    let dropped = 0
    for (const task of this.#ended) {
      if (this.#tasks.size <= most) break
      this.#drop(task)
      dropped += 1
    }
    return dropped
  }

  #begin(taskId: string): HeldTask {
    const task: HeldTask = { taskId, entries: new Set(), nextSeq: 0 }
    this.#tasks.set(taskId, task)
    return task
  }

  #drop(task: HeldTask): void {
    this.#ended.delete(task)
    this.#tasks.delete(task.taskId)
    for (const entry of task.entries) {
      this.#entries.delete(entry)
      this.#pieces.delete(entry)
      this.#forgetContent(entry)
    }
  }

  #forgetContent(entry: Entry): void {
    this.#contentBytes -= this.#contents.get(entry) ?? 0
    this.#contents.delete(entry)
  }
}
