import type { MockAnswer, MockRule } from '../../../contract/mock/mock-rule.ts'

export type NamedAnswer = MockAnswer & { readonly name?: string }
export type AnswerMode = 'pick' | 'sequence' | 'cycle' | 'random'

/** The answers of a rule as the editor shows them: of one alone, a list of one. */
export interface Answers {
  readonly list: readonly NamedAnswer[]
  readonly mode: AnswerMode | 'one'
  /** The place of the one that is given now, or first. */
  readonly picked: number
}

export function answersOf({ respond }: MockRule): Answers {
  if (!('mode' in respond)) return { list: [respond], mode: 'one', picked: 0 }
  const { answers, mode } = respond
  return {
    list: answers,
    mode,
    picked:
      mode === 'pick'
        ? Math.max(
            0,
            answers.findIndex(({ name }) => name === respond.picked),
          )
        : 0,
  }
}

/** The rule with another answer at a place; its name stays. */
export function withAnswerAt(rule: MockRule, place: number, answer: MockAnswer): MockRule {
  const { respond } = rule
  if (!('mode' in respond)) return { ...rule, respond: answer }
  const name = respond.answers[place]?.name
  const answers = respond.answers.map((each, nth) => (nth === place ? { ...answer, ...(name !== undefined && { name }) } : each))
  return { ...rule, respond: { ...respond, answers } as MockRule['respond'] }
}

/** The rule with these answers, in this mode; `picked` is for the mode `pick`. */
export function withAnswers(
  rule: MockRule,
  mode: AnswerMode,
  answers: readonly (MockAnswer & { readonly name: string })[],
  picked: string | undefined,
): MockRule {
  const seed = 'mode' in rule.respond && 'seed' in rule.respond ? rule.respond.seed : undefined
  if (mode === 'pick') return { ...rule, respond: { mode, answers, picked: picked ?? answers[0]?.name ?? '' } }
  return { ...rule, respond: { mode, answers, ...(seed !== undefined && { seed }) } }
}
