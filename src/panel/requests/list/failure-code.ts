import type { TaskError } from '../../../contract/event/task-error.ts'

/** What a failed call shows in the list before its words: errno where there is one, the net error where that says more. */
export function failureCode(error: TaskError): string | undefined {
  if (error.errno !== undefined) return String(error.errno)
  return error.kind === 'network' ? error.name : undefined
}
