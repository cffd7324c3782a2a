import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { Wx } from '../../contract/wx/wx.ts'
import { Recent } from '../../recorder/log/recent.ts'

/** Frames of a stack that are read: each costs time in every call. */
const MOST_FRAMES = 8
/** Characters. */
const LONGEST = 2000
/** Characters of a stack whose frames are remembered. */
const LONGEST_KNOWN = 10_000

/** Only V8, and what took this over from it, cuts a stack at a function; without it nothing tells our frames from those of the app. */
interface StackErrors {
  stackTraceLimit?: number
  captureStackTrace?(target: object, above: unknown): void
}

/** Tells where in the app a call of `wx` was made. Has to be asked while the app waits for that to return. */
export function withInitiator(event: TaskEvent, wx: Wx): TaskEvent {
  if (event.type !== 'created' || event.api === 'page' || event.framework) return event
  const initiator = stackAbove(wx[event.api], Error as StackErrors)
  return initiator === '' ? event : { ...event, initiator }
}

/** The frames that called a function; `''` where they are not known. Never throws, whatever the page did to `Error`. */
export function stackAbove(called: unknown, errors: StackErrors): string {
  const target: { stack?: unknown } = {}
  try {
    if (!errors.captureStackTrace) return ''
    const before = errors.stackTraceLimit
    // Where a page froze `Error`, its own limit holds.
    const changed = Reflect.set(errors, 'stackTraceLimit', MOST_FRAMES)
    try {
      errors.captureStackTrace(target, called)
    } finally {
      if (changed) Reflect.set(errors, 'stackTraceLimit', before)
    }
    const { stack } = target
    return typeof stack === 'string' ? framesOnce(stack) : ''
  } catch {
    // A page may give its stacks a form of its own.
    return ''
  }
}

/** A place in the app makes many calls, and to read a stack costs as much as to make it. */
const read = new Recent<string>(64)

function framesOnce(stack: string): string {
  const frames = read.get(stack) ?? framesOf(stack)
  // A page may put anything into its stacks.
  if (stack.length <= LONGEST_KNOWN) read.set(stack, frames)
  return frames
}

/** The query and the hash of a URL, before line and column. A `#` with no URL before it is of a private method, such as `at #load (…)`. */
const BEHIND_PATH = /(\w:[^\s?#]*)[?#]\S*(?=:\d+:\d+\)*,?(?:\s|$))/g

/** The lines of a stack that tell a place, without the query and the hash of its URL. Whole lines only. */
export function framesOf(stack: string): string {
  const lines = stack.split('\n').filter((line) => /:\d+:\d+\)?$/.test(line))
  let frames = ''
  for (const line of lines.slice(0, MOST_FRAMES)) {
    const frame = line.trim().replace(BEHIND_PATH, '$1')
    if (frames.length + frame.length > LONGEST) break
    frames += frames === '' ? frame : `\n${frame}`
  }
  return frames
}
