import type { TaskEvent } from '../../contract/event/task-event.ts'
import { toJson } from '../../contract/to-json.ts'
import { toHar } from '../har/to-har.ts'
import { type CopiedCall, type CopyForm, copyCall } from './copy-as.ts'

/** Several calls as one text: a HAR file, or one behind the other. Those that have no such form are left out. */
export function copyCalls(
  calls: readonly (readonly TaskEvent[])[],
  form: CopyForm,
  options: { readonly redact: boolean; readonly startedAt: number },
): CopiedCall {
  if (form === 'har' && calls.length > 1) {
    const { har, replaced } = toHar(calls, options)
    return { text: toJson(har, { indent: 2 }), replaced }
  }
  const copies = calls.flatMap((events) => copyCall(events, form, options) ?? [])
  return { text: copies.map(({ text }) => text).join('\n\n'), replaced: copies.flatMap(({ replaced }) => replaced) }
}
