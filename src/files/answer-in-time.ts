import type { Clock } from '../contract/clock.ts'
import { FileFailure } from '../wechat/file-fault.ts'

/** The same answer, or a FileFailure `input-output` when it takes longer than `patience` ms; `late` is aborted then. */
export async function answerInTime<Value>(
  answer: Promise<Value>,
  clock: Clock,
  patience: number,
  timedOut?: AbortController,
): Promise<Value> {
  const settled = new AbortController()
  const waited = clock.sleep(patience, settled.signal).then(() => {
    // Aborted because the answer has arrived: the race is over.
    if (!settled.signal.aborted) timedOut?.abort()
    throw new FileFailure('input-output', '')
  })
  try {
    return await Promise.race([answer, waited])
  } finally {
    settled.abort()
  }
}
