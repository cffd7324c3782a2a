import type { TaskEvent } from '../contract/event/task-event.ts'
import { type HarFacts, type ReadHarOptions, readHar } from '../exchange/har/read-har.ts'

/** What a HAR file held. */
export interface CollectedHar extends HarFacts {
  /** The events of one call each, in the order in which they were made. */
  readonly calls: readonly (readonly TaskEvent[])[]
}

/** Reads a HAR file, and holds all of its calls. */
export async function collectHar(file: unknown, options?: ReadHarOptions): Promise<CollectedHar> {
  let calls: (readonly TaskEvent[])[] = []
  const add = (events: readonly TaskEvent[]) => void calls.push(events)
  const clear = () => {
    calls = []
  }
  const facts = await readHar(file, { add, clear }, options)
  return { ...facts, calls }
}
