import type { Step } from './vector.ts'

/** What is a step's own; everything else in it is an option of its call. */
const STEP_KEYS = new Set(['call', 'options', 'server', 'times', 'index', 'listener', 'await', 'waitMs', 'appHide', 'appShow', 'note'])

/** The options that a step gives to its call, in `options` or beside it. */
export function stepOptions(step: Step): Record<string, unknown> {
  return { ...step.options, ...Object.fromEntries(Object.entries(step).filter(([key]) => !STEP_KEYS.has(key))) }
}
