import type { MockRule } from '../../contract/mock/mock-rule.ts'
import { MAKER } from './maker-source.ts'
import { toHandlers } from './to-handlers.ts'

/** Any rules as the source of a TypeScript module for MSW; it brings along what makes data of their Mock.js templates. */
export function writeHandlers(rules: readonly MockRule[]): string {
  return toHandlers(rules, MAKER)
}
