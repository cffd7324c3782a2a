/** The one source of time. Every `at` in an event was read from one clock; nobody else asks the machine what time it is. */
export interface Clock {
  /** Milliseconds since the session began. Never goes back. */
  now(): number
  /** Wall time at `now() === 0`, in epoch milliseconds: `startedAt + at` is a date. */
  readonly startedAt: number
  /** Resolves after `duration` milliseconds, or at once when `signal` aborts; it never rejects. */
  sleep(duration: number, signal?: AbortSignal): Promise<void>
}

/** The longest delay that `setTimeout` keeps; anything above would fire at once. */
const LONGEST_TIMEOUT = 2 ** 31 - 1

/** The clock of a running page. */
export function createClock(): Clock {
  const startedAt = Math.round(Date.now())
  const origin = performance.now()
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
  }
  return clock
}
