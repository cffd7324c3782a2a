import { expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { DEFAULT_SETTINGS } from '../../contract/settings.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { heapInUse } from '../../testing/heap-in-use.ts'
import { socketEvents } from '../../testing/socket-events.ts'
import { EventLog } from './event-log.ts'

const { capture } = DEFAULT_SETTINGS
const MOST = 2 * capture.maxBodyBytes + 60 * 2 ** 20
/** Bytes that each sequence hands in: half as much again as may stay. */
const HANDED_IN = 1.5 * MOST
const MEGABYTE = 2 ** 20

/** A text of so many bytes that shares none of them with another, as it comes from a decoder. */
function freshText(bytes: number, nth: number, wide = false): string {
  return wide ? Buffer.alloc(bytes, `茶${nth}`, 'utf16le').toString('utf16le') : Buffer.alloc(bytes, `${nth},`).toString('latin1')
}

const bodyOf = (text: string) => ({ kind: 'text', text, size: text.length }) as const

/** Replaces the event of this type. */
const change = <Type extends TaskEvent['type']>(
  events: readonly TaskEvent[],
  type: Type,
  to: (event: Extract<TaskEvent, { type: Type }>) => object,
): TaskEvent[] => events.map((event) => (event.type === type ? ({ ...event, ...to(event as never) } as TaskEvent) : event))

/** What is large in a task, by kind: the events of the nth task with about so many bytes in it. */
const KINDS: Readonly<Record<string, (taskId: string, bytes: number, nth: number) => readonly TaskEvent[]>> = {
  'large urls': (taskId, bytes, nth) => {
    const url = `https://api.example.com/${freshText(bytes, nth)}`
    return change(exampleEvents({ taskId }), 'created', ({ given, sent }) => ({ given: { ...given, url }, sent: { ...sent, url } }))
  },
  'large headers sent': (taskId, bytes, nth) =>
    change(exampleEvents({ taskId }), 'created', ({ sent }) => ({ sent: { ...sent, header: [['X-Large', freshText(bytes, nth)]] } })),
  'many headers received': (taskId, bytes, nth) => {
    const header = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`X-${nth}-${at}`, freshText(bytes / 100, nth + at)]))
    return change(exampleEvents({ taskId }), 'headers-received', () => ({ header }))
  },
  'cookies received': (taskId, bytes, nth) =>
    change(exampleEvents({ taskId }), 'headers-received', () => ({ cookies: [freshText(bytes / 2, nth), freshText(bytes / 2, nth + 1)] })),
  'large data given': (taskId, bytes, nth) =>
    change(exampleEvents({ taskId }), 'created', ({ given }) => ({ given: { ...given, data: { deep: [freshText(bytes, nth)] } } })),
  'many small values given': (taskId, bytes, nth) =>
    change(exampleEvents({ taskId }), 'created', ({ given }) => ({
      given: {
        ...given,
        data: Array.from({ length: Math.min(2000, bytes / 500) }, (_, at) => ({ [`key${nth}-${at}`]: freshText(400, at) })),
      },
    })),
  'bodies sent': (taskId, bytes, nth) =>
    change(exampleEvents({ taskId }), 'created', ({ sent }) => ({ sent: { ...sent, body: bodyOf(freshText(bytes, nth)) } })),
  'bodies received': (taskId, bytes, nth) => exampleEvents({ taskId, body: bodyOf(freshText(bytes, nth)) }),
  'bodies beyond Latin-1': (taskId, bytes, nth) => exampleEvents({ taskId, body: bodyOf(freshText(bytes, nth, true)) }),
  'thrown texts': (taskId, bytes, nth) => change(exampleEvents({ taskId }), 'delivered', () => ({ threw: freshText(bytes / 2, nth) })),
  'pieces with their body': (taskId, bytes, nth) => {
    const [before, after] = split(exampleEvents({ taskId, chunks: [1] }), 'chunk-received')
    const pieces = Array.from({ length: 16 }, (_, at) => {
      const text = freshText(bytes / 16, nth + at)
      return { type: 'chunk-received', at: 50, size: text.length, body: bodyOf(text), listeners: [] }
    })
    return numbered(taskId, [...before, ...pieces, ...after])
  },
  messages: (taskId, bytes, nth) => {
    const [before, after] = split(socketEvents(taskId), 'message-received')
    const messages = Array.from({ length: 200 }, (_, at) => {
      const text = freshText(bytes / 200, nth + at)
      return { type: 'message-received', at: 90, form: 'text', body: bodyOf(text), listeners: [] }
    })
    return numbered(taskId, [...before, ...messages, ...after])
  },
}

function split(events: readonly TaskEvent[], type: TaskEvent['type']): [readonly TaskEvent[], readonly TaskEvent[]] {
  const at = events.findIndex((event) => event.type === type)
  expect(at).toBeGreaterThan(0)
  return [events.slice(0, at), events.slice(at).filter((event) => event.type !== type)]
}

const numbered = (taskId: string, events: readonly object[]) => events.map((event, seq) => ({ ...event, taskId, seq }) as TaskEvent)

/** Hands tasks in until that is enough, and gives what the heap has grown by at its highest. `look` reads them as a panel does. */
async function highest(next: (nth: number) => { readonly events: readonly TaskEvent[]; readonly bytes: number }): Promise<number> {
  const log = new EventLog(capture)
  const before = await heapInUse()
  let grown = 0
  let handedIn = 0
  let sinceLook = 0
  for (let nth = 0; handedIn < HANDED_IN; nth++) {
    const { bytes, events } = next(nth)
    for (const event of events) log.append(event)
    handedIn += bytes
    sinceLook += bytes
    if (sinceLook < HANDED_IN / 5) continue
    sinceLook = 0
    // As a panel reads them: every row, and the details of the newest.
    for (const { taskId } of log.tasks()) log.glanceAt(taskId)
    log.task(`t${nth}`)
    grown = Math.max(grown, (await heapInUse()) - before)
  }
  return Math.max(grown, (await heapInUse()) - before)
}

it.each(Object.entries(KINDS))('%s take the heap to no more than twice the default budget and 60 MB', async (_, make) => {
  const bytes = 2 * MEGABYTE
  expect(await highest((nth) => ({ events: make(`t${nth}`, bytes, nth), bytes }))).toBeLessThan(MOST)
})

it('nor do all of them together, in any order and of any size', async () => {
  const makers = Object.values(KINDS)
  let seed = 7
  const draw = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 1
    return seed / 2 ** 31
  }
  const next = (nth: number) => {
    const bytes = Math.ceil(2 ** (10 + draw() * 13))
    const make = makers[Math.floor(draw() * makers.length)] ?? (() => [])
    return { events: make(`t${nth}`, bytes, nth), bytes }
  }
  expect(await highest(next)).toBeLessThan(MOST)
})
