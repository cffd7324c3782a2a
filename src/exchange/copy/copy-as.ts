import type { TaskEvent } from '../../contract/event/task-event.ts'
import { toJson } from '../../contract/to-json.ts'
import { type ExportedCall, exportedCall } from '../exported-call.ts'
import { harEntry } from '../har/har-entry.ts'
import { toHar } from '../har/to-har.ts'
import { type Redacted, Redactor } from '../redact/redactor.ts'
import { toCurl, toCurlCmd } from './to-curl.ts'
import { toFetch } from './to-fetch.ts'
import { toMswHandler } from './to-msw.ts'
import { toPowerShell } from './to-powershell.ts'
import { toWxCode } from './to-wx.ts'

/** What a call can be copied as, in the order of the menu. */
export const COPY_FORMS = ['curl', 'curl-cmd', 'powershell', 'fetch', 'wx', 'msw', 'har'] as const
export type CopyForm = (typeof COPY_FORMS)[number]

/** A copy, and what was replaced in it. */
export interface CopiedCall {
  readonly text: string
  readonly replaced: readonly Redacted[]
}

interface CopyOptions {
  /** Default `true`: secrets are replaced. */
  readonly redact?: boolean
  /** Wall time at 0 on the clock of the events, in epoch ms; for a HAR entry. */
  readonly startedAt: number
}

/**
 * Calls as one text in another form: several as one HAR file, or one behind the other. Those that have no such form are left out. The same
 * secret has the same mark in all of them.
 */
export function copyCalls(
  recorded: readonly (readonly TaskEvent[])[],
  form: CopyForm,
  { redact = true, startedAt }: CopyOptions,
): CopiedCall {
  if (form === 'har' && recorded.length > 1) {
    const { har, replaced } = toHar(recorded, { redact, startedAt })
    return { text: toJson(har, { indent: 2 }), replaced }
  }
  const redactor = new Redactor()
  if (redact) redactor.learn(recorded.flat())
  const texts = recorded.flatMap((events) => textOf(redact ? redactor.redact(events) : events, form, startedAt) ?? [])
  return { text: texts.join('\n\n'), replaced: redactor.replaced }
}

/** A recorded call as text in another form. `undefined` where it has none in this one. */
export function copyCall(
  recorded: readonly TaskEvent[],
  form: CopyForm,
  { redact = true, startedAt }: CopyOptions,
): CopiedCall | undefined {
  const { text, replaced } = copyCalls([recorded], form, { redact, startedAt })
  return text === '' ? undefined : { text, replaced }
}

function textOf(events: readonly TaskEvent[], form: CopyForm, startedAt: number): string | undefined {
  if (form === 'msw') return toMswHandler(events)
  if (form === 'har') {
    const entry = harEntry(events, startedAt)
    return entry && toJson(entry, { indent: 2 })
  }
  const call = exportedCall(events)
  return call && WRITERS[form](call)
}

const WRITERS: Readonly<Record<Exclude<CopyForm, 'msw' | 'har'>, (call: ExportedCall) => string | undefined>> = {
  curl: toCurl,
  'curl-cmd': toCurlCmd,
  powershell: toPowerShell,
  fetch: toFetch,
  wx: toWxCode,
}
