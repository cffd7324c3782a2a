import { nextTask } from '../../contract/clock.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { TaskMark } from '../../contract/event/task-mark.ts'
import { createRest, type RestOptions } from '../../contract/pace/create-rest.ts'
import { toJson } from '../../contract/to-json.ts'
import { type Redacted, Redactor } from '../redact/redactor.ts'
import type { Har, HarEntry } from './har.ts'
import { harEntry } from './har-entry.ts'
import { VERSION } from './version.ts'

/** A file, and what was replaced in it. */
export interface ExportedHar {
  readonly har: Har
  readonly replaced: readonly Redacted[]
}

interface HarOptions {
  /** Wall time at 0 on the clock of the events, in epoch ms. */
  readonly startedAt: number
  /** Default `true`: secrets are replaced. */
  readonly redact?: boolean
  /** What a person noted about the calls, by their ids. */
  readonly marks?: ReadonlyMap<string, TaskMark>
}

interface SliceOptions extends HarOptions, RestOptions {
  /** Told between two slices how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/** The events of one call, read when they are wanted: those of all calls at once would be a second record. */
type ReadEvents = () => readonly TaskEvent[]

/** The same as parts of the text of a file, in slices of a few ms, so that the page goes on drawing. `signal` ends it with its reason. */
export async function toHarText(
  calls: readonly ReadEvents[],
  options: SliceOptions,
): Promise<{ readonly parts: readonly string[]; readonly replaced: readonly Redacted[] }> {
  const [head, tail] = toJson(logOf([], options.startedAt)).split('"entries":[')
  const parts = [`${head}"entries":[`]
  const replaced = await eachEntry(calls, options, (entry) => parts.push(`${parts.length > 1 ? ',' : ''}\n${toJson(entry)}`))
  return { parts: [...parts, `\n${tail}`], replaced }
}

async function eachEntry(
  calls: readonly ReadEvents[],
  { startedAt, redact = true, marks, onProgress, ...slices }: SliceOptions,
  take: (entry: HarEntry) => void,
): Promise<readonly Redacted[]> {
  const redactor = new Redactor()
  const rest = createRest({
    ...slices,
    pause: () => {
      onProgress?.(done / (calls.length * (redact ? 2 : 1)))
      return (slices.pause ?? nextTask)()
    },
  })
  let done = 0
  if (redact) {
    for (const read of calls) {
      redactor.collect(read())
      done += 1
      await rest()
    }
    redactor.settle()
  }
  for (const read of calls) {
    const entry = entryOf(read(), startedAt, redact ? redactor : undefined, marks)
    if (entry) take(entry)
    done += 1
    await rest()
  }
  return redactor.replaced
}

/** Calls as a HAR 1.2 file, in their order. `_wx` holds their events, from which `readHar` brings them back as they were. */
export function toHar(calls: readonly (readonly TaskEvent[])[], { startedAt, redact = true, marks }: HarOptions): ExportedHar {
  const redactor = new Redactor()
  if (redact) redactor.learn(calls.flat())
  const entries = calls.flatMap((events) => entryOf(events, startedAt, redact ? redactor : undefined, marks) ?? [])
  return {
    har: logOf(entries, startedAt),
    replaced: redactor.replaced,
  }
}

function entryOf(events: readonly TaskEvent[], startedAt: number, redactor: Redactor | undefined, marks: HarOptions['marks']) {
  const mark = marks?.get(events[0]?.taskId ?? '')
  if (!redactor) return harEntry(events, startedAt, mark)
  return harEntry(redactor.redact(events), startedAt, mark?.note === undefined ? mark : { ...mark, note: redactor.redactText(mark.note) })
}

function logOf(entries: readonly HarEntry[], startedAt: number): Har {
  return {
    log: {
      version: '1.2',
      creator: { name: 'wx-request-inspector', version: VERSION },
      // Before the entries, so that it is known when the first of them is read.
      _wx: { version: 1, startedAt },
      pages: [],
      entries,
    },
  }
}
