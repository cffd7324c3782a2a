import { Pencil } from 'lucide-react'
import { useMemo } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { Missing } from '../../parts/lazy-component.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'
import { textOfBody, withBodyText } from '../rules/answer-body.ts'
import { DelayField, HistoryButtons, StatusField } from '../rules/answer-fields.tsx'
import { mocksOf } from '../rules/mocks-state.ts'
import { useEditedResponse } from '../rules/use-edited-response.ts'
import { PlainEditor } from './plain-editor.tsx'
import { PlainNote } from './plain-note.tsx'
import { plainWords } from './plain-words.ts'

/** The response of a call as text, where there is no editor. */
export function PlainResponse({ snapshot, ...note }: Missing & { readonly snapshot: TaskSnapshot }) {
  const words = useWords(plainWords)
  const { edit } = useWords(mockWords)
  const { store } = useInspector()
  const { edited, recorded, change } = useEditedResponse(snapshot)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is that of the snapshot
  const before = useMemo(() => recorded(), [snapshot])
  const answer = edited ?? before
  const text = useMemo(() => textOfBody(answer), [answer])
  return (
    <section className="plain-editor" aria-label={words.response}>
      <div className="plain-head">
        <button type="button" className="part-button" aria-pressed="true" onClick={() => mocksOf(store).setState({ editing: undefined })}>
          <Pencil size={13} aria-hidden="true" />
          {edit}
        </button>
        <HistoryButtons />
        <StatusField answer={answer} onChange={change} />
        <DelayField answer={answer} onChange={change} />
      </div>
      {text === undefined ? (
        <PlainNote {...note}>{words.bytes}</PlainNote>
      ) : (
        <PlainEditor {...note} label={words.response} text={text} onChange={(next) => change(withBodyText(answer, next))} />
      )}
    </section>
  )
}
