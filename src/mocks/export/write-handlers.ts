import type { MockRule } from '../../contract/mock/mock-rule.ts'
import { DRAWING_SOURCES } from './drawing-sources.ts'
import { toHandlers } from './to-handlers.ts'

/** Any rules as the source of a TypeScript module for MSW; it brings along what draws answers and delays and makes data of Mock.js templates. */
export function writeHandlers(rules: readonly MockRule[]): string {
  return toHandlers(rules, DRAWING_SOURCES)
}
