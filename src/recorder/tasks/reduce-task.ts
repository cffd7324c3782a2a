import type { Condensed, Progress } from '../../contract/event/condensed.ts'
import type { ListenerCall } from '../../contract/event/event-stamp.ts'
import { mergeTiming, NO_TIMING } from '../../contract/event/merge-timing.ts'
import type { Timing } from '../../contract/event/profile.ts'
import type { ChunkReceived, Created, DroppedHeader, Packed, TaskEvent } from '../../contract/event/task-event.ts'
import { seqAfter } from '../../contract/event/task-event.ts'
import { unreachable } from '../../contract/unreachable.ts'
import { shortFields, shortOptions } from '../content/event-content.ts'
import { addChunkMark } from './chunk-marks.ts'
import { changeOfHold, endHold } from './holds.ts'
import { addCalls } from './listener-calls.ts'
import { changeOfSocket, NO_MESSAGES } from './reduce-socket.ts'
import type { SentFacts, TaskSnapshot } from './task-snapshot.ts'

/**
 * Applies an event to the snapshot of its task and returns the next snapshot. An event with an unexpected `seq` changes nothing, so a
 * stream may repeat events. `number` is the number of a new task in its session, from 1.
 */
export function reduceTask(snapshot: TaskSnapshot, event: TaskEvent): TaskSnapshot
export function reduceTask(snapshot: TaskSnapshot | undefined, event: TaskEvent, number?: number): TaskSnapshot | undefined
export function reduceTask(snapshot: TaskSnapshot | undefined, event: TaskEvent, number = 1): TaskSnapshot | undefined {
  return foldEvents(snapshot, [event], number)
}

/** Applies several events, from index `first` on: the snapshot is copied once, not for each event. */
export function foldEvents(
  snapshot: TaskSnapshot | undefined,
  events: readonly TaskEvent[],
  number: number,
  first = 0,
): TaskSnapshot | undefined {
  let task: Writable<TaskSnapshot> | undefined
  for (let nth = first; nth < events.length; nth++) {
    const event = events[nth] as TaskEvent
    const known = task ?? snapshot
    if (!known) {
      if (event.type === 'created' && event.seq === 0) task = begin(event, number)
    } else if (event.taskId === known.taskId && event.seq === known.nextSeq) {
      task ??= { ...known }
      Object.assign(task, changeOf(task, event))
      task.nextSeq = seqAfter(event)
    } else continue
    if (task && event.cut) task.cuts = addCuts(task.cuts, event)
  }
  return task ?? snapshot
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** What an event changes in a task. */
type Change = Partial<TaskSnapshot>

function changeOf(task: TaskSnapshot, event: TaskEvent): Change {
  const marks = task.marks
  switch (event.type) {
    case 'created':
      return {}
    case 'checked':
      return { check: event.check, marks: { ...marks, checked: event.at } }
    case 'queued':
      return { state: 'queued', queuedBehind: event.ahead, marks: { ...marks, queued: event.at } }
    case 'started':
      return { state: 'running', marks: { ...marks, started: event.at } }
    case 'packed':
      return addForm(task, event)
    case 'routed':
      return {
        state: 'running',
        by: event.by,
        ...(event.ruleId !== undefined && { ruleId: event.ruleId }),
        ...(event.ruleName !== undefined && { ruleName: event.ruleName }),
        ...(event.dropped && task.sent && { sent: withoutDropped(task.sent, event.dropped) }),
        timing: mergeTiming(task.timing, event.timing),
        marks: { ...marks, routed: event.at },
      }
    case 'headers-received':
      return {
        state: 'receiving',
        statusCode: event.statusCode,
        header: event.header,
        cookies: event.cookies,
        redirects: event.redirects ?? task.redirects,
        ...(event.refusedTargets && { refusedTargets: event.refusedTargets }),
        timing: mergeTiming(task.timing, event.timing),
        marks: { ...marks, headersReceived: event.at },
        listenerCalls: addCalls(task, callsOf('onHeadersReceived', event.listeners)),
      }
    case 'chunk-received':
      return addChunk(task, event)
    case 'condensed':
      return addCondensed(task, event)
    case 'progressed': {
      const { direction, expected, loaded } = event
      const progress = { direction, loaded, ...(expected !== undefined && { expected }) }
      return addProgress(task, progress, direction === 'sent' && loaded === expected ? event.at : undefined)
    }
    case 'succeeded':
      return {
        ...end(task, event),
        state: 'succeeded',
        dataForm: event.dataForm,
        ...(event.file && { file: event.file }),
        receivedBytes: Math.max(task.receivedBytes, event.body.size),
      }
    case 'failed':
      return {
        ...end(task, event),
        state: 'failed',
        error: event.error,
        ...(event.listeners && { listenerCalls: addCalls(task, event.listeners) }),
      }
    case 'delivered': {
      const call = { callback: event.callback, at: event.at, took: event.took, ...(event.threw !== undefined && { threw: event.threw }) }
      return { callbacks: [...task.callbacks, call] }
    }
    case 'held':
    case 'resumed':
      return changeOfHold(task, event)
    case 'opened':
    case 'message-sent':
    case 'message-received':
    case 'message-refused':
    case 'closed':
      return changeOfSocket(task, event)
    default:
      return unreachable(event)
  }
}

function begin(event: Created, number: number): TaskSnapshot {
  return {
    taskId: event.taskId,
    number,
    api: event.api,
    ...(event.framework && { framework: event.framework }),
    ...(event.resentFrom !== undefined && { resentFrom: event.resentFrom }),
    ...(event.page !== undefined && { page: event.page }),
    ...(event.initiator !== undefined && { initiator: event.initiator }),
    state: 'created',
    method: event.sent?.method ?? wordOf(event.given['method'], 'GET').toUpperCase(),
    url: event.sent?.url ?? wordOf(event.given['url'], ''),
    environment: event.environment,
    given: shortOptions(event.given),
    ...(event.sent && { sent: { ...event.sent, body: { size: event.sent.body.size } } }),
    ...(event.timeout !== undefined && { timeout: event.timeout }),
    warnings: event.warnings ?? [],
    ...(event.importedFrom !== undefined && { importedFrom: event.importedFrom }),
    cookies: [],
    redirects: [],
    receivedBytes: 0,
    chunks: 0,
    chunkMarks: [],
    timing: NO_TIMING,
    marks: { created: event.at },
    listenerCalls: [],
    ...(event.api === 'connectSocket' && { socket: NO_MESSAGES }),
    callbacks: [],
    cuts: [],
    nextSeq: 1,
  }
}

/** Nobody reads more, and a socket may have one in each message. */
const MOST_CUTS = 64

function addCuts(cuts: TaskSnapshot['cuts'], { cut = [], type }: TaskEvent): TaskSnapshot['cuts'] {
  return cuts.length >= MOST_CUTS ? cuts : [...cuts, ...cut.map((each) => ({ ...each, event: type }))].slice(0, MOST_CUTS)
}

/** Moves headers that were not sent after all to the dropped ones. */
function withoutDropped(sent: SentFacts, dropped: readonly DroppedHeader[]): SentFacts {
  const names = new Set(dropped.map(({ name }) => name))
  return { ...sent, header: sent.header.filter(([name]) => !names.has(name)), dropped: [...sent.dropped, ...dropped] }
}

/** The last byte of an upload was sent. A transport that measures this reports it later and more precisely. */
function wholeSent(timing: Timing, at: number): Timing {
  const { requestStart, requestEnd } = timing.marks
  return requestStart !== undefined && requestEnd === undefined ? { ...timing, marks: { ...timing.marks, requestEnd: at } } : timing
}

function addForm(task: TaskSnapshot, { form, size }: Packed): Change {
  const { body: _body, ...file } = form.file
  return {
    form: { fields: shortFields(form.fields), file },
    ...(task.sent && { sent: { ...task.sent, body: { size } } }),
  }
}

function addChunk(task: TaskSnapshot, event: ChunkReceived): Change {
  return {
    state: 'receiving',
    receivedBytes: task.receivedBytes + event.size,
    chunks: task.chunks + 1,
    chunkMarks: addChunkMark(task, event.at),
    marks: task.marks.firstChunk === undefined ? { ...task.marks, firstChunk: event.at } : task.marks,
    listenerCalls: addCalls(task, callsOf('onChunkReceived', event.listeners)),
  }
}

function addProgress(task: TaskSnapshot, progress: Progress, wholeSentAt: number | undefined): Change {
  return {
    timing: wholeSentAt === undefined ? task.timing : wholeSent(task.timing, wholeSentAt),
    progress,
    ...(progress.direction === 'received' && { receivedBytes: progress.loaded }),
  }
}

/** Has the same result as the condensed events one by one, except for calls of listeners. */
function addCondensed(task: TaskSnapshot, { at, progress, received, refused, sent, until, wholeSentAt }: Condensed): Change {
  const { socket } = task
  const pieces = sent.count + received.count
  const progressed = progress && addProgress(task, progress, wholeSentAt)
  if (pieces === 0 && refused === 0) return progressed ?? {}
  const counted = {
    ...progressed,
    receivedBytes: (progressed?.receivedBytes ?? task.receivedBytes) + received.bytes,
    chunks: task.chunks + pieces,
    ...(pieces > 0 && { chunkMarks: [...task.chunkMarks, at, until] }),
  }
  if (!socket) return { ...counted, state: 'receiving', marks: { ...task.marks, firstChunk: task.marks.firstChunk ?? at } }
  return {
    ...counted,
    socket: {
      ...socket,
      sent: socket.sent + sent.count,
      received: socket.received + received.count,
      refused: socket.refused + refused,
      sentBytes: socket.sentBytes + sent.bytes,
    },
  }
}

function end(task: TaskSnapshot, event: Extract<TaskEvent, { type: 'succeeded' | 'failed' }>): Change {
  return {
    ...(event.useHttpDNS !== undefined && { useHttpDNS: event.useHttpDNS }),
    ...(event.exception && { exception: event.exception }),
    timing: mergeTiming(task.timing, event.timing),
    ...endHold(task, event.at),
    marks: { ...task.marks, ended: event.at },
  }
}

/** Calls of the one listener that events of this type have. */
function callsOf(listener: 'onHeadersReceived' | 'onChunkReceived', calls: readonly ListenerCall[]): TaskSnapshot['listenerCalls'] {
  return calls.map((call) => ({ ...call, listener }))
}

function wordOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise
}
