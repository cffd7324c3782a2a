import type { TaskEvent } from '../../contract/event/task-event.ts'
import { type Redacted, Redactor } from '../redact/redactor.ts'
import type { Har, HarEntry } from './har.ts'
import { harEntry } from './har-entry.ts'

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
}

/** Calls as a HAR 1.2 file, in their order. `_wx` holds their events, from which `fromHar` brings them back as they were. */
export function toHar(calls: readonly (readonly TaskEvent[])[], { startedAt, redact = true }: HarOptions): ExportedHar {
  const redactor = new Redactor()
  if (redact) redactor.learn(calls.flat())
  const entries = calls.flatMap((events): HarEntry[] => {
    const entry = harEntry(redact ? redactor.redact(events) : events, startedAt)
    return entry ? [entry] : []
  })
  return {
    har: {
      log: {
        version: '1.2',
        creator: { name: 'wx-request-inspector', version: '0.1.0' },
        // Before the entries, so that it is known when the first of them is read.
        _wx: { version: 1, startedAt },
        pages: [],
        entries,
      },
    },
    replaced: redactor.replaced,
  }
}
