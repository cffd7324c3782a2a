import type { SocketStep } from '../../../../contract/mock/mock-rule.ts'

/** What a step does, in the order of a menu. */
export const STEP_KINDS = ['text', 'json', 'base64', 'expect', 'on', 'echo', 'repeat', 'close', 'drop'] as const
export type StepKind = (typeof STEP_KINDS)[number]

export function kindOf(step: SocketStep): StepKind {
  return STEP_KINDS.find((kind) => kind in step) ?? 'drop'
}

/** A step that does something else, after the same time. */
export function stepOf(kind: StepKind, { after }: Pick<SocketStep, 'after'> = {}): SocketStep {
  const when = after === undefined ? {} : { after }
  switch (kind) {
    case 'text':
      return { ...when, text: 'hello' }
    case 'json':
      return { ...when, json: { type: 'hello' } }
    case 'base64':
      return { ...when, base64: 'AAEC' }
    case 'expect':
      return { ...when, expect: [] }
    case 'on':
      return { ...when, on: [{ operator: 'contains', value: 'ping' }], reply: [{ text: 'pong' }] }
    case 'echo':
      return { ...when, echo: true }
    case 'repeat':
      return { ...when, repeat: 3, steps: [{ after: 1000, text: 'tick' }] }
    case 'close':
      return { ...when, close: { code: 1000 } }
    default:
      return { ...when, drop: true }
  }
}

/** ms before a step; of a distribution its mean. */
export function msBefore({ after = 0 }: Pick<SocketStep, 'after'>): number {
  return typeof after === 'number' ? after : after.mean
}

export function withMs(step: SocketStep, ms: number): SocketStep {
  const { after, ...rest } = step
  if (typeof after === 'object') return { ...step, after: { ...after, mean: ms } }
  return ms > 0 ? { ...rest, after: ms } : rest
}
