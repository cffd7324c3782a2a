import type { TaskEvent } from '../../contract/event/task-event.ts'
import { exportedCall } from '../exported-call.ts'
import { Redactor } from '../redact/redactor.ts'
import type { CopiedCall } from './copy-as.ts'

/** A part of a call as it stands: its address, or the text that was answered. */
export type CopyPart = 'url' | 'response'

/** One part of each call, line by line; calls without it are left out. A secret is known from all of the call, wherever it stands in the part. */
export function copyParts(recorded: readonly (readonly TaskEvent[])[], part: CopyPart, redact: boolean): CopiedCall {
  const redactor = new Redactor()
  if (redact) redactor.learn(recorded.flat())
  const texts = recorded.flatMap((events) => partOf(events, part) ?? [])
  const copies = redact ? texts.map((text) => redactor.redactText(text)) : texts
  return { text: copies.join('\n'), replaced: redactor.replaced }
}

function partOf(events: readonly TaskEvent[], part: CopyPart): string | undefined {
  if (part === 'url') return exportedCall(events)?.url
  const body = events.find((event) => event.type === 'succeeded')?.body
  return body?.kind === 'text' ? body.text : undefined
}
