import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { Wx } from '../../contract/wx/wx.ts'

/** Frames of a stack that are read: each costs time in every call. */
const MOST_FRAMES = 8
const LONGEST = 2000

/** Only V8, and what took this over from it, cuts a stack at a function; without it nothing tells our frames from those of the app. */
type StackError = ErrorConstructor & { stackTraceLimit?: number; captureStackTrace?(target: object, above: unknown): void }

/** Tells where in the app a call was made. Has to be asked while the app waits for its call of `wx` to return. */
export function withInitiator(event: TaskEvent, wx: Wx): TaskEvent {
  if (event.type !== 'created' || event.api === 'page') return event
  const initiator = stackAbove(wx[event.api])
  return initiator === '' ? event : { ...event, initiator }
}

/** The frames that called a function; `''` where they are not known. */
function stackAbove(called: unknown): string {
  const errors = Error as StackError
  if (!errors.captureStackTrace) return ''
  const before = errors.stackTraceLimit
  const target: { stack?: unknown } = {}
  try {
    errors.stackTraceLimit = MOST_FRAMES
    errors.captureStackTrace(target, called)
    const { stack } = target
    return typeof stack === 'string' ? framesOf(stack) : ''
  } catch {
    // A page may freeze Error, or give its stacks a form of its own.
    return ''
  } finally {
    if (errors.stackTraceLimit !== before) Reflect.set(errors, 'stackTraceLimit', before)
  }
}

/** The lines that tell a place, without what a query may hold. */
function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim().replace(/[?#].*?(?=:\d+:\d+\)?$)/, ''))
    .join('\n')
    .slice(0, LONGEST)
}
