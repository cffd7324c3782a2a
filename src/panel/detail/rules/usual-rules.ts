import type { WxRuleId } from '../../../recorder/applied-rules/wx-rules.ts'

/** The rules that an ordinary call shows whatever it asks for: they tell nothing of this one. */
const USUAL: ReadonlySet<WxRuleId> = new Set<WxRuleId>([
  'METH-1',
  'HDR-1',
  'HDR-6',
  'HDR-7',
  'LIM-4',
  'DOM-2',
  'REQ-8',
  'RES-1',
  'RES-7',
  'RES-9',
  'PROF-2',
  'PROF-4',
  'PROF-5',
  'PROF-7',
  'UP-1',
  'UP-3',
  'DOWN-1',
  'WS-2',
  'WS-4',
  'WS-17',
])

export function isUsual(id: WxRuleId): boolean {
  return USUAL.has(id)
}
