import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { TaskReader } from '../../recorder/tasks/task-reader.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { type BodySide, bodiesOf, factsOf, type TaskFacts } from './task-facts.ts'
import type { HeldRow } from './task-row.ts'

/** What a test may ask about a row beyond what it holds. Each answer costs a hundred times what reading the row does. */
export interface RowReader {
  /** The task of a row that has only the beginning of a text. */
  unpack(): TaskSnapshot | undefined
  /** `undefined` while they are not read: whatever the test then says does not count. */
  facts(): TaskFacts | undefined
  /** Whether a text, in small letters, is in one of the bodies that went this way. */
  hasInBody(text: string, side: BodySide | 'both'): boolean
}

/** Characters of bodies that are searched in the time in which the facts of one task are read. */
const CHARACTERS = 5000

interface BodyResult {
  readonly found: boolean
  readonly gone: boolean
}

/** Reads what is asked of one row after the other, and remembers it until it is told to forget. */
export class CachingReader implements RowReader {
  readonly #tasks: Pick<TaskReader, 'glanceAt'>
  readonly #eventsOf: (taskId: string) => readonly TaskEvent[]
  #row: HeldRow | undefined
  #reads = false
  #facts = new WeakMap<HeldRow, TaskFacts>()
  #found = new Map<string, WeakMap<HeldRow, BodyResult>>()
  /** Whether anything was asked for that a row does not hold. */
  asked = false
  /** Whether something was asked of this row that is not read yet. */
  missed = false
  /** What was read since, in tasks. */
  cost = 0
  /** Of the row: whether its bodies were searched, and whether something of them is not kept any more. */
  bodies: 'not asked' | 'searched' | 'gone' = 'not asked'

  constructor(tasks: Pick<TaskReader, 'glanceAt'>, eventsOf: (taskId: string) => readonly TaskEvent[]) {
    this.#tasks = tasks
    this.#eventsOf = eventsOf
  }

  /** Turns to another row. Only where it `reads` is anything read that it does not remember. */
  aim(row: HeldRow, reads: boolean): void {
    this.#row = row
    this.#reads = reads
    this.missed = false
    this.bodies = 'not asked'
  }

  forget(): void {
    this.#facts = new WeakMap()
    this.#found = new Map()
  }

  unpack(): TaskSnapshot | undefined {
    return this.#tasks.glanceAt(this.#row?.taskId ?? '')
  }

  facts(): TaskFacts | undefined {
    this.asked = true
    const row = this.#row as HeldRow
    const known = this.#facts.get(row)
    if (known) return known
    const task = this.#mayRead() ? this.unpack() : undefined
    if (!task) return undefined
    this.cost += 1
    const facts = factsOf(task)
    this.#facts.set(row, facts)
    return facts
  }

  hasInBody(text: string, side: BodySide | 'both'): boolean {
    this.asked = true
    const row = this.#row as HeldRow
    const results = this.#resultsOf(side, text)
    const known = results.get(row) ?? this.#notEvenShorter(row, side, text) ?? (this.#mayRead() ? this.#search(row, text, side) : undefined)
    if (!known) return false
    results.set(row, known)
    if (known.gone) this.bodies = 'gone'
    else if (this.bodies === 'not asked') this.bodies = 'searched'
    return known.found
  }

  #search(row: HeldRow, text: string, side: BodySide | 'both'): BodyResult {
    const { texts, gone } = bodiesOf(this.#eventsOf(row.taskId), side)
    this.cost += 1 + texts.reduce((sum, each) => sum + each.length, 0) / CHARACTERS
    return { found: texts.some((each) => each.toLowerCase().includes(text)), gone }
  }

  /** What has not the beginning of a text has not the text. */
  #notEvenShorter(row: HeldRow, side: BodySide | 'both', text: string): BodyResult | undefined {
    for (let length = text.length - 1; length > 0; length--) {
      const result = this.#found.get(`${side} ${text.slice(0, length)}`)?.get(row)
      if (result && !result.found) return result
    }
    return undefined
  }

  #resultsOf(side: BodySide | 'both', text: string): WeakMap<HeldRow, BodyResult> {
    const key = `${side} ${text}`
    const results = this.#found.get(key) ?? new WeakMap<HeldRow, BodyResult>()
    this.#found.set(key, results)
    return results
  }

  #mayRead(): boolean {
    if (!this.#reads) this.missed = true
    return this.#reads
  }
}
