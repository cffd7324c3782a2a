export { Redactor } from '../exchange/redact/redactor.ts'
export { type Phase, phasesOf } from '../recorder/tasks/phases.ts'
export type { TaskSnapshot } from '../recorder/tasks/task-snapshot.ts'
