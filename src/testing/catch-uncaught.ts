/** Runs `work` and gives what it left uncaught, instead of letting that fail the test. */
export async function catchUncaught(work: () => void | Promise<void>): Promise<readonly unknown[]> {
  const uncaught: unknown[] = []
  process.setUncaughtExceptionCaptureCallback((thrown) => uncaught.push(thrown))
  try {
    await work()
    // What waits in the queue of microtasks is thrown before this.
    await new Promise((resolve) => setImmediate(resolve))
  } finally {
    process.setUncaughtExceptionCaptureCallback(null)
  }
  return uncaught
}
