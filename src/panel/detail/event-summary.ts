import type { TaskEvent } from '../../contract/task-event.ts'
import { unreachable } from '../../contract/unreachable.ts'
import { formatCount, formatDuration, formatSize } from '../parts/format.ts'
import type { eventWords } from '../words/event-words.ts'

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
        event.sent && `${event.sent.method} ${event.sent.url}`,
        event.sent && event.sent.body.size > 0 && formatSize(event.sent.body.size),
        event.timeout !== undefined && words.limit(formatDuration(event.timeout)),
      ]
    case 'checked':
      return [words.verdict[event.check.verdict], event.check.origin]
    case 'queued':
      return [words.queuedBehind(event.ahead)]
    case 'started':
      return []
    case 'routed':
      return [words.by[event.by], event.ruleName]
    case 'headers-received':
      return [
        String(event.statusCode),
        event.redirects && event.redirects.length > 0 && words.redirects(event.redirects.length),
        event.cookies.length > 0 && words.cookies(event.cookies.length),
        event.listeners.length > 0 && words.listeners(event.listeners.length),
      ]
    case 'chunk-received':
      return [formatSize(event.size), event.listeners.length > 0 && words.listeners(event.listeners.length)]
    case 'succeeded':
      return [formatSize(event.body.size), words.dataForm[event.dataForm]]
    case 'failed':
      return [event.error.errMsg, event.error.errno !== undefined && `errno ${event.error.errno}`]
    case 'delivered':
      return [event.callback, words.took(formatDuration(event.took)), event.threw !== undefined && words.threw(event.threw)]
    default:
      return unreachable(event)
  }
}

/** Above this, texts in a raw event are cut: it is there to be read, and the tab of the response shows the whole. */
const RAW_TEXT = 500

/** An event as indented JSON with its long texts cut. */
export function rawEvent(event: TaskEvent): string {
  return JSON.stringify(
    event,
    (_, value: unknown) =>
      typeof value === 'string' && value.length > RAW_TEXT ? `${value.slice(0, RAW_TEXT)}… (${formatCount(value.length)})` : value,
    2,
  )
}
