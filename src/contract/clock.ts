/** The only source of time: every `at` of an event is read from one clock. */
export interface Clock {
  /** ms since the session started. Never goes back. */
  now(): number
  /** Wall time at `now() === 0`, in epoch ms: `startedAt + at` is a date. */
  readonly startedAt: number
  /** Resolves after `duration` ms, or at once when `signal` aborts. Never rejects. */
  sleep(duration: number, signal?: AbortSignal): Promise<void>
  /** Resolves in a task of its own, after those already queued, so that the page can paint before. Absent in a clock without real time. */
  nextTask?(): Promise<void>
}

/** ms. The longest delay of `setTimeout`; a longer one fires at once. */
export const LONGEST_TIMEOUT = 2 ** 31 - 1

/**
 * The clock of a page. To continue a session after a reload pass the epoch ms at which it started, so that earlier and later events share
 * one clock.
 */
export function createClock(startedAt = Math.round(Date.now())): Clock {
  const origin = performance.now() - (Date.now() - startedAt)
  const clock: Clock = {
    startedAt,
    now: () => performance.now() - origin,
    sleep: (duration, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted || !(duration > 0)) {
          resolve()
          return
        }
        const end = () => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', end)
          resolve()
        }
        const timer = setTimeout(end, Math.min(duration, LONGEST_TIMEOUT))
        signal?.addEventListener('abort', end)
      }),
    nextTask,
  }
  return clock
}

let channel: MessageChannel | undefined
const waiting = new Set<() => void>()

/**
 * Resolves in the next task of the page. Uses a message, because a timer adds up to 4 ms, and a second in a hidden page. All calls share
 * one channel, because browsers do not collect a channel that has a listener.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    channel ??= new MessageChannel()
    const { port1, port2 } = channel
    waiting.add(resolve)
    port1.onmessage ??= () => {
      const [next = () => {}] = waiting
      waiting.delete(next)
      // A listener would keep a Node process alive.
      if (waiting.size === 0) port1.onmessage = null
      next()
    }
    port2.postMessage(undefined)
  })
}
