import type { Timing, TimingField } from '../contract/profile.ts'
import type { ChunkReceived, Created, ListenerCall, TaskEvent } from '../contract/task-event.ts'
import { unreachable } from '../contract/unreachable.ts'
import type { TaskSnapshot } from './task-snapshot.ts'

const NO_TIMING: Timing = { marks: {}, simulated: [] }

/** Above this many, every second chunk mark goes, and again at twice as many chunks: a bar is a few hundred pixels wide. */
const CHUNK_MARKS_KEPT = 256

/**
 * Folds one more event into what is known of its task. An event whose `seq` is not the expected one changes nothing,
 * so that a link may send it twice. `number` is the place of a new task in its session, from 1.
 */
export function reduceTask(snapshot: TaskSnapshot, event: TaskEvent): TaskSnapshot
export function reduceTask(snapshot: TaskSnapshot | undefined, event: TaskEvent, number?: number): TaskSnapshot | undefined
export function reduceTask(snapshot: TaskSnapshot | undefined, event: TaskEvent, number = 1): TaskSnapshot | undefined {
  if (!snapshot) return event.type === 'created' && event.seq === 0 ? begin(event, number) : undefined
  if (event.taskId !== snapshot.taskId || event.seq !== snapshot.nextSeq) return snapshot
  return { ...fold(snapshot, event), nextSeq: event.seq + 1 }
}

function fold(task: TaskSnapshot, event: TaskEvent): TaskSnapshot {
  const marks = task.marks
  switch (event.type) {
    case 'created':
      return task
    case 'checked':
      return { ...task, check: event.check, marks: { ...marks, checked: event.at } }
    case 'queued':
      return { ...task, state: 'queued', queuedBehind: event.ahead, marks: { ...marks, queued: event.at } }
    case 'started':
      return { ...task, state: 'running', marks: { ...marks, started: event.at } }
    case 'routed':
      return {
        ...task,
        state: 'running',
        by: event.by,
        ...(event.ruleId !== undefined && { ruleId: event.ruleId }),
        ...(event.ruleName !== undefined && { ruleName: event.ruleName }),
        timing: mergeTiming(task.timing, event.timing),
        marks: { ...marks, routed: event.at },
      }
    case 'headers-received':
      return {
        ...task,
        state: 'receiving',
        statusCode: event.statusCode,
        header: event.header,
        cookies: event.cookies,
        redirects: event.redirects ?? task.redirects,
        timing: mergeTiming(task.timing, event.timing),
        marks: { ...marks, headersReceived: event.at },
        listenerCalls: addCalls(task, 'onHeadersReceived', event.listeners),
      }
    case 'chunk-received':
      return addChunk(task, event)
    case 'succeeded':
      return {
        ...end(task, event),
        state: 'succeeded',
        dataForm: event.dataForm,
        receivedBytes: Math.max(task.receivedBytes, event.body.size),
      }
    case 'failed':
      return { ...end(task, event), state: 'failed', error: event.error }
    case 'delivered': {
      const call = { callback: event.callback, at: event.at, took: event.took, ...(event.threw !== undefined && { threw: event.threw }) }
      return { ...task, callbacks: [...task.callbacks, call] }
    }
    default:
      return unreachable(event)
  }
}

function begin(event: Created, number: number): TaskSnapshot {
  return {
    taskId: event.taskId,
    number,
    api: event.api,
    state: 'created',
    method: event.sent?.method ?? wordOf(event.given['method'], 'GET').toUpperCase(),
    url: event.sent?.url ?? wordOf(event.given['url'], ''),
    environment: event.environment,
    given: event.given,
    ...(event.sent && { sent: event.sent }),
    ...(event.timeout !== undefined && { timeout: event.timeout }),
    warnings: event.warnings ?? [],
    cookies: [],
    redirects: [],
    receivedBytes: 0,
    chunks: 0,
    chunkMarks: [],
    timing: NO_TIMING,
    marks: { created: event.at },
    listenerCalls: [],
    callbacks: [],
    nextSeq: 1,
  }
}

function addChunk(task: TaskSnapshot, event: ChunkReceived): TaskSnapshot {
  return {
    ...task,
    state: 'receiving',
    receivedBytes: task.receivedBytes + event.size,
    chunks: task.chunks + 1,
    chunkMarks: addChunkMark(task, event.at),
    marks: task.marks.firstChunk === undefined ? { ...task.marks, firstChunk: event.at } : task.marks,
    listenerCalls: addCalls(task, 'onChunkReceived', event.listeners),
  }
}

function addChunkMark(task: TaskSnapshot, at: number): readonly number[] {
  const stride = 2 ** Math.max(0, Math.ceil(Math.log2((task.chunks + 1) / CHUNK_MARKS_KEPT)))
  if (task.chunks % stride !== 0) return task.chunkMarks
  const marks = task.chunkMarks.length < CHUNK_MARKS_KEPT ? task.chunkMarks : task.chunkMarks.filter((_, place) => place % 2 === 0)
  return [...marks, at]
}

function end(task: TaskSnapshot, event: Extract<TaskEvent, { type: 'succeeded' | 'failed' }>): TaskSnapshot {
  return {
    ...task,
    ...(event.useHttpDNS !== undefined && { useHttpDNS: event.useHttpDNS }),
    ...(event.exception && { exception: event.exception }),
    timing: mergeTiming(task.timing, event.timing),
    marks: { ...task.marks, ended: event.at },
  }
}

function addCalls(task: TaskSnapshot, listener: 'onHeadersReceived' | 'onChunkReceived', calls: readonly ListenerCall[]) {
  return calls.length === 0 ? task.listenerCalls : [...task.listenerCalls, ...calls.map((call) => ({ ...call, listener }))]
}

/** A later word wins field by field, and with it whether that field was measured or simulated. */
function mergeTiming(before: Timing, later: Timing | undefined): Timing {
  if (!later) return before
  const told = new Set<string>([...Object.keys(later.marks), ...Object.keys(later.connection ?? {})])
  const simulated: TimingField[] = [...before.simulated.filter((field) => !told.has(field)), ...later.simulated]
  const connection = later.connection ?? before.connection
  return { marks: { ...before.marks, ...later.marks }, ...(connection && { connection }), simulated }
}

function wordOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise
}
