import { Pencil } from 'lucide-react'
import { useMemo, useState } from 'react'
import { withoutQuery } from '../../../contract/event/without-query.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { Segments } from '../../parts/segments.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { mockEditorWords } from '../../words/mock-editor-words.ts'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'
import { DelayField, HistoryButtons, StatusField } from '../rules/answer-fields.tsx'
import { mocksOf } from '../rules/mocks-state.ts'
import { useEditedResponse } from '../rules/use-edited-response.ts'
import { BodyEditor, type BodyForm, StressButton } from './body-editor.tsx'
import styles from './editor.css?inline'
import { FindField } from './find-field.tsx'
import { SamplesContext, useSamples } from './samples.ts'

addStyles(styles)

/** The response of a call as a form. The first change makes a rule of the call; those that follow change what that rule answers. */
export function ResponseEditor({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const words = useWords(mockEditorWords)
  const mock = useWords(mockWords)
  const { store } = useInspector()
  const [as, setAs] = useState<BodyForm>('form')
  const [sought, setSought] = useState<{ readonly text: string }>()
  const samples = useSamples(({ method, url }) => method === snapshot.method && withoutQuery(url) === withoutQuery(snapshot.url))
  const { rule, edited, recorded, change } = useEditedResponse(snapshot)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is that of the snapshot
  const before = useMemo(() => recorded(), [snapshot])
  const answer = edited ?? before
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
      <SamplesContext value={samples}>
        <BodyEditor answer={answer} base={before} as={as} seed={rule?.id} sought={sought} onChange={change} />
      </SamplesContext>
    </section>
  )
}
