import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { TaskMark } from '../../contract/event/task-mark.ts'
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

interface SliceOptions extends HarOptions {
  /** Called between two slices of work; resolves when the page has had its turn. */
  readonly pause: () => Promise<void>
  readonly signal: AbortSignal
}

/** Calls that are written before the page has its turn. */
const SLICE = 20

/** The same for many calls, as parts of the text of a file. `signal` ends it with an error. */
export async function toHarInSlices(
  calls: readonly (() => readonly TaskEvent[])[],
  { startedAt, redact = true, marks, pause, signal }: SliceOptions,
): Promise<{ readonly parts: readonly string[]; readonly replaced: readonly Redacted[] }> {
  const redactor = new Redactor()
  const rest = async (nth: number) => {
    if (nth % SLICE !== 0) return
    await pause()
    signal.throwIfAborted()
  }
  if (redact) {
    for (const [nth, read] of calls.entries()) {
      redactor.collect(read())
      await rest(nth)
    }
    redactor.settle()
  }
  const [head, tail] = toJson(logOf([], startedAt)).split('"entries":[')
  const parts = [`${head}"entries":[`]
  for (const [nth, read] of calls.entries()) {
    const events = read()
    const entry = entryOf(events, startedAt, redact ? redactor : undefined, marks)
    if (entry) parts.push(`${parts.length > 1 ? ',' : ''}\n${toJson(entry)}`)
    await rest(nth)
  }
  return { parts: [...parts, `\n${tail}`], replaced: redactor.replaced }
}

/** Calls as a HAR 1.2 file, in their order. `_wx` holds their events, from which `fromHar` brings them back as they were. */
export function toHar(calls: readonly (readonly TaskEvent[])[], { startedAt, redact = true, marks }: HarOptions): ExportedHar {
  const redactor = new Redactor()
  if (redact) redactor.learn(calls.flat())
  const entries = calls.flatMap((events): HarEntry[] => {
    const entry = entryOf(events, startedAt, redact ? redactor : undefined, marks)
    return entry ? [entry] : []
  })
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
