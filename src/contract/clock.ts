/** The one source of time. Every `at` in an event was read from one clock; nobody else asks the machine what time it is. */
export interface Clock {
  /** Milliseconds since the session began. Never goes back. */
  now(): number
  /** Wall time at `now() === 0`, in epoch milliseconds: `startedAt + at` is a date. */
  readonly startedAt: number
  /** Resolves after `duration` milliseconds, or at once when `signal` aborts; it never rejects. */
  sleep(duration: number, signal?: AbortSignal): Promise<void>
  /** Resolves in a task of its own, behind those that wait already: the page may paint before it. Absent where time is not real, so that no task stands for any. */
  nextTask?(): Promise<void>
}

/** ms. The longest delay that `setTimeout` keeps; anything above would fire at once. */
export const LONGEST_TIMEOUT = 2 ** 31 - 1

/**
 * The clock of a running page. A session that goes on after a reload hands in when it began (epoch ms),
 * so that what was recorded before and after stands on one clock.
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
 * The task of the page that follows those that wait already; it may paint before. By a message, since a timer comes 4 ms later, and
 * in a hidden page a second. All share one channel: none that is listened to is ever given up by a browser.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    channel ??= new MessageChannel()
    const { port1, port2 } = channel
    waiting.add(resolve)
    port1.onmessage ??= () => {
      const [next = () => {}] = waiting
      waiting.delete(next)
      // It would keep a program of Node alive.
      if (waiting.size === 0) port1.onmessage = null
      next()
    }
    port2.postMessage(undefined)
  })
}
