export { type Phase, type PhaseKind, phasesOf } from '../recorder/tasks/phases.ts'
export type { TaskSnapshot } from '../recorder/tasks/task-snapshot.ts'
