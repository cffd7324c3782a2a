import { GATES } from '../event/hold-event.ts'
import type { HoldChoice } from '../hold.ts'
import { InspectorError, type Issue } from '../inspector-error.ts'
import type { MockRule, RuleMatch } from '../mock/mock-rule.ts'
import { parseRules } from './parse-rules.ts'
import { isRecord } from './parse-words.ts'

/** What is to be held, from outside. Throws InspectorError `bad-option` that names every fault; the result shares nothing with `input`. */
export function parseHoldChoice(input: unknown): HoldChoice {
  if (input === 'off' || input === 'next') return input
  if (!isRecord(input)) throw badHold([{ path: 'what', message: "must be 'off', 'next' or { match, at }" }])
  const { at, match } = input
  const gates = GATES.filter((gate) => Array.isArray(at) && at.includes(gate))
  const issues: Issue[] = []
  if (gates.length === 0 || gates.length !== (at as unknown[]).length) {
    issues.push({ path: 'what.at', message: `must be a list of one or more of ${GATES.join(', ')}` })
  }
  try {
    const [rule] = parseRules([ruleOf(match as RuleMatch)])
    if (rule && issues.length === 0) return { match: rule.when, at: gates }
  } catch (thrown) {
    if (!(thrown instanceof InspectorError)) throw thrown
    issues.push(...thrown.issues.map(({ path, message }) => ({ path: path.replace('rules[0].when', 'what.match'), message })))
  }
  throw badHold(issues)
}

/** A match as rules have it: what is held is found as a rule finds its calls. */
export function ruleOf(match: RuleMatch): MockRule {
  return { id: 'hold', name: '', enabled: true, when: match, respond: { kind: 'hang' } }
}

function badHold(issues: readonly Issue[]): InspectorError {
  return new InspectorError('bad-option', 'Nothing was held.', { issues })
}
