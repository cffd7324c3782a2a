import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { answerOf } from '../../../mocks/rule-from-call.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'
import type { ResponseAnswer } from './answer-body.ts'
import { answersOf, withAnswerAt } from './answers-of.ts'
import { callOf, mockCalls, recordedCall } from './mock-act.ts'
import { changeRules, useMocks } from './mocks-state.ts'

interface EditedResponse {
  /** The rule that was made of the task, if one was. */
  readonly rule: MockRule | undefined
  /** What that rule answers; `undefined` as long as the task has no rule, or one that answers otherwise. */
  readonly edited: ResponseAnswer | undefined
  /** The response as it was recorded. Costly for a large body. */
  readonly recorded: () => ResponseAnswer
  /** The first change makes a rule of the task; those that follow change what that rule answers. */
  readonly change: (next: ResponseAnswer) => void
}

/** What the next call like this one gets in the place of its response. */
export function useEditedResponse(snapshot: TaskSnapshot): EditedResponse {
  const mock = useWords(mockWords)
  const { source, store, announce } = useInspector()
  const rules = useSourceState(source)?.rules ?? []
  const ruleId = useMocks((state) => state.ruleOf.get(snapshot.taskId))
  const rule = rules.find(({ id }) => id === ruleId)
  const answers = rule && answersOf(rule)
  const picked = answers?.list[answers.picked]
  const edited = picked?.kind === 'response' ? picked : undefined
  const place = { source, store }
  return {
    rule,
    edited,
    recorded: () => answerOf('recorded', recordedCall(source, snapshot)) as ResponseAnswer,
    change: (next) => {
      if (rule && answers && edited)
        void changeRules(
          place,
          rules.map((each) => (each === rule ? withAnswerAt(rule, answers.picked, next) : each)),
        )
      else {
        const call = recordedCall(source, snapshot)
        void mockCalls(place, [{ task: snapshot, call, answer: { ...next, name: mock.editedAnswer } }], mock.answers).then(
          (mocked) => mocked && announce(mock.next(callOf(snapshot), mock.editedAnswer)),
        )
      }
    },
  }
}
