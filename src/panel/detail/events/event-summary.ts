import type { BodySnapshot } from '../../../contract/event/body-snapshot.ts'
import type { Progress } from '../../../contract/event/condensed.ts'
import type { Resumed } from '../../../contract/event/hold-event.ts'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import { toJson } from '../../../contract/to-json.ts'
import { unreachable } from '../../../contract/unreachable.ts'
import { listenerCallsOf } from '../../../recorder/tasks/listener-calls.ts'
import { clipText, formatCount, formatDuration, formatSize } from '../../parts/format.ts'
import type { eventWords } from '../../words/event-words.ts'

type Words = (typeof eventWords)['zh']

/** What an event carries, in one line. */
export function summariseEvent(event: TaskEvent, words: Words): string {
  return partsOf(event, words)
    .filter((part) => part !== undefined && part !== false && part !== '')
    .join(' · ')
}

function partsOf(event: TaskEvent, words: Words): readonly (string | undefined | false)[] {
  switch (event.type) {
    case 'created':
      return [
        event.sent && clipText(`${event.sent.method} ${event.sent.url}`),
        event.sent && event.sent.body.size > 0 && formatSize(event.sent.body.size),
        event.timeout !== undefined && words.limit(formatDuration(event.timeout)),
      ]
    case 'checked':
      return [event.check.reported ? words.verdict.reported : words.verdict[event.check.verdict], event.check.origin]
    case 'queued':
      return [words.queuedBehind(event.ahead)]
    case 'started':
      return []
    case 'packed':
      return [
        event.form.file.name,
        formatSize(event.form.file.size),
        event.form.fields.length > 0 && words.fields(event.form.fields.length),
      ]
    case 'progressed':
      return [...progressParts(event, words), ...calledParts(event, words)]
    case 'routed':
      return [words.by[event.by], event.ruleName, event.unslowed && words.unslowed]
    case 'headers-received':
      return [
        String(event.statusCode),
        event.redirects && event.redirects.length > 0 && words.redirects(event.redirects.length),
        event.refusedTargets && `${words.verdict.reported} ${event.refusedTargets.map(({ origin }) => origin).join(' ')}`,
        event.cookies.length > 0 && words.cookies(event.cookies.length),
        ...calledParts(event, words),
      ]
    case 'chunk-received':
      return [formatSize(event.size), ...calledParts(event, words)]
    case 'opened':
      return [event.protocol !== '' && words.subProtocol(event.protocol), ...calledParts(event, words)]
    case 'message-sent':
      return [words.form[event.form], formatSize(event.body.size), previewOf(event.body), event.by === 'panel' && words.byPanel]
    case 'message-received':
      return [words.form[event.form], formatSize(event.body.size), previewOf(event.body), ...calledParts(event, words)]
    case 'message-refused':
      return [clipText(event.errMsg), previewOf(event.body)]
    case 'closed':
      return [words.closedBy[event.by], words.closure(event.code, clipText(event.reason)), ...calledParts(event, words)]
    case 'held':
      return [words.gate[event.gate], words.heldTimeout[event.timeout], event.statusCode !== undefined && String(event.statusCode)]
    case 'resumed':
      return [words.gate[event.gate], words.resumedBy[event.by], changeOf(event, words)]
    case 'condensed':
      return [
        event.sent.count > 0 && words.condensed.sent(formatCount(event.sent.count), formatSize(event.sent.bytes)),
        event.received.count > 0 && words.condensed.received(formatCount(event.received.count), formatSize(event.received.bytes)),
        event.refused > 0 && words.condensed.refused(formatCount(event.refused)),
        ...(event.progress ? progressParts(event.progress, words) : []),
      ]
    case 'succeeded':
      return [formatSize(event.body.size), words.dataForm[event.dataForm], event.file && words.savedAs(event.file.path)]
    case 'failed':
      return [clipText(event.error.errMsg), event.error.errno !== undefined && `errno ${event.error.errno}`, ...calledParts(event, words)]
    case 'delivered':
      return [event.threw !== undefined && words.threw(clipText(event.threw)), words.took(formatDuration(event.took))]
    default:
      return unreachable(event)
  }
}

/** `onChunkReceived()`, how often when it was more than once, and what the first of them threw. */
function calledParts(event: TaskEvent, words: Words): readonly string[] {
  const calls = new Map<string, { count: number; threw: string | undefined }>()
  for (const { name, threw } of listenerCallsOf(event)) {
    const seen = calls.get(name)
    calls.set(name, { count: (seen?.count ?? 0) + 1, threw: seen?.threw ?? threw })
  }
  return [...calls].map(
    ([name, { count, threw }]) =>
      `${name}()${count > 1 ? ` × ${formatCount(count)}` : ''}${threw === undefined ? '' : ` ${words.threw(clipText(threw))}`}`,
  )
}

function progressParts({ direction, expected, loaded }: Progress, words: Words): readonly (string | false)[] {
  return [
    words.direction[direction],
    expected === undefined ? formatSize(loaded) : words.ofTotal(formatSize(loaded), formatSize(expected)),
    expected !== undefined && `${Math.floor((loaded / Math.max(1, expected)) * 100)}%`,
  ]
}

function changeOf({ body, change }: Resumed, words: Words): string | false {
  const names = [...Object.keys(change ?? {}), ...(body ? ['data'] : [])]
  return names.length > 0 && words.changed(names.join(', '))
}

/** The beginning of a text, on one line. */
function previewOf(body: BodySnapshot): string | undefined {
  return body.kind === 'text' ? body.text.slice(0, 120).replace(/\s+/g, ' ') : undefined
}

/** Above this, texts in a raw event are cut: it is there to be read, and the tab of the response shows the whole. */
const RAW_TEXT = 500

/** An event as indented JSON with its long texts cut. */
export function rawEvent(event: TaskEvent): string {
  return toJson(event, { indent: 2, replace: (value) => (typeof value === 'string' ? clipText(value, RAW_TEXT) : value) })
}
