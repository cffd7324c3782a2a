import * as v from 'valibot'
import type { Scenario } from '../mock/scenario.ts'
import { parseList } from './parse-list.ts'
import { isRecord, must, name, objectMessage, text } from './parse-words.ts'

/**
 * Scenarios from outside: `input` is a list of scenarios. Their conditions are checked where they are applied. Throws InspectorError
 * `bad-rules` that names every fault; the result is frozen, and shares no more with `input` than scenarios that came out of here.
 */
export function parseScenarios(input: unknown): readonly Scenario[] {
  return parseList<Scenario>('scenarios', scenarios, input)
}

const scenario = v.strictObject(
  {
    id: name,
    name: text,
    picks: v.pipe(
      v.custom<Record<string, unknown>>(isRecord, 'must be an object of ids of rules and names of answers'),
      v.record(v.string(), v.pipe(v.string(must('the name of an answer, or off')), v.nonEmpty('must be the name of an answer, or off'))),
    ),
    conditions: v.optional(v.custom(isRecord, 'must be an object of network conditions')),
  },
  objectMessage,
)

const scenarios = v.array(scenario, 'must be a list of scenarios: [{ id, name, picks }]')
