import type { MockAnswer, MockRule, RuleMatch } from '../../../contract/mock/mock-rule.ts'

export const API = 'https://api.hillside.example'

/** A rule of a lesson. Its id need only differ within the lesson. */
export function rule(id: string, url: string, respond: MockAnswer, when: Omit<RuleMatch, 'url'> = {}): MockRule {
  return { id, name: id, enabled: true, when: { url, ...when }, respond }
}

/** What most servers of the lessons say. */
export function json(
  body: Extract<MockAnswer, { kind: 'response' }>['body'],
  more: Partial<Extract<MockAnswer, { kind: 'response' }>> = {},
): MockAnswer {
  return { kind: 'response', ...(body && { body }), delay: 20, ...more }
}
