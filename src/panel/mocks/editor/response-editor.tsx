import { Pencil } from 'lucide-react'
import { useMemo, useState } from 'react'
import { answerOf } from '../../../mocks/rule-from-call.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { Segments } from '../../parts/segments.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { mockEditorWords } from '../../words/mock-editor-words.ts'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'
import { type ResponseAnswer, textOfBody } from '../rules/answer-body.ts'
import { answersOf, withAnswerAt } from '../rules/answers-of.ts'
import { mockCalls, recordedCall } from '../rules/mock-act.ts'
import { changeRules, mocksOf, useMocks } from '../rules/mocks-state.ts'
import { DelayField, HistoryButtons, StatusField } from './answer-fields.tsx'
import { BodyEditor, type BodyForm, StressButton } from './body-editor.tsx'
import styles from './editor.css?inline'
import { FindField } from './find-field.tsx'

addStyles(styles)

/** The response of a call as a form. The first change makes a rule of the call; those that follow change what that rule answers. */
export function ResponseEditor({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const words = useWords(mockEditorWords)
  const mock = useWords(mockWords)
  const { source, store } = useInspector()
  const rules = useSourceState(source)?.rules ?? []
  const ruleId = useMocks((state) => state.ruleOf.get(snapshot.taskId))
  const [as, setAs] = useState<BodyForm>('form')
  const [sought, setSought] = useState<{ readonly text: string }>()
  const call = useMemo(() => recordedCall(source, snapshot), [source, snapshot])
  const recorded = useMemo(() => answerOf('recorded', call) as ResponseAnswer, [call])
  const base = useMemo(() => textOfBody(recorded), [recorded])

  const rule = rules.find(({ id }) => id === ruleId)
  const answers = rule && answersOf(rule)
  const picked = answers?.list[answers.picked]
  const answer = picked?.kind === 'response' ? picked : recorded
  const change = (next: ResponseAnswer) => {
    if (rule && answers && picked?.kind === 'response')
      void changeRules(
        { source, store },
        rules.map((each) => (each === rule ? withAnswerAt(rule, answers.picked, next) : each)),
      )
    else void mockCalls({ source, store }, [{ task: snapshot, call, answer: { ...next, name: mock.editedAnswer } }], mock.answers)
  }
  return (
    <section className="response-editor" aria-label={words.editor}>
      <div className="answer-bar">
        <Segments
          label={words.as}
          items={[
            { id: 'form', label: words.form },
            { id: 'json', label: words.json },
          ]}
          selected={as}
          onSelect={setAs}
        />
        <button
          type="button"
          className="part-button mock-edit"
          aria-pressed="true"
          onClick={() => mocksOf(store).setState({ editing: undefined })}
        >
          <Pencil size={13} aria-hidden="true" />
          {mock.edit}
        </button>
        <HistoryButtons />
        <span className="answer-rest" />
        <StatusField answer={answer} onChange={change} />
        <DelayField answer={answer} onChange={change} />
        {as === 'form' && <FindField focused onFind={setSought} />}
        <StressButton answer={answer} onChange={change} />
      </div>
      <BodyEditor answer={answer} base={base} as={as} seed={rule?.id} sought={sought} onChange={change} />
    </section>
  )
}
