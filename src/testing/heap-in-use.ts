import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { nextTask } from '../contract/clock.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Bytes of heap that are alive. Begins a new task: what a weak reference led to stays for the rest of its own. */
export async function heapInUse(): Promise<number> {
  await nextTask()
  collect()
  return getHeapStatistics().used_heap_size
}
