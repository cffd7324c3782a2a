import type { CommandOutcome } from '../../contract/command.ts'

/** The refusal of a command whose `taskIds` are no list of ids; `undefined` where they are. A command may come from outside TypeScript. */
export function checkTaskIds(taskIds: unknown): CommandOutcome | undefined {
  if (Array.isArray(taskIds) && taskIds.every((id) => typeof id === 'string')) return undefined
  return { ok: false, issues: [{ path: 'taskIds', message: 'must be a list of task ids' }] }
}
