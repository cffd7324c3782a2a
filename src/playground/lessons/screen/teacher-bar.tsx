import { Eye, EyeOff } from 'lucide-react'
import { useEffectEvent, useLayoutEffect } from 'react'
import { useWords } from '../../../entry/words.ts'
import { lessonWords } from '../../words/lesson-words.ts'

export const PANES = ['text', 'code', 'stage'] as const
export type Pane = (typeof PANES)[number]

export interface TeacherBarProps {
  readonly pane: Pane
  onPane(pane: Pane): void
  /** Whether they are shown. */
  readonly answers: boolean
  onAnswers(answers: boolean): void
}

/** What whoever teaches has at hand: which pane the class sees, and whether it sees the answers. */
export function TeacherBar({ pane, onPane, answers, onAnswers }: TeacherBarProps) {
  const words = useWords(lessonWords)
  const Icon = answers ? Eye : EyeOff
  return (
    <footer className="teacher-bar">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of a flex box in every browser */}
      <div className="lesson-speeds" role="group" aria-label={words.pane}>
        {PANES.map((each) => (
          <button key={each} type="button" aria-pressed={each === pane} onClick={() => onPane(each)}>
            {words.panes[each]}
          </button>
        ))}
      </div>
      <button type="button" className="lesson-button" aria-pressed={answers} onClick={() => onAnswers(!answers)}>
        <Icon size={18} aria-hidden="true" />
        {words.answers}
      </button>
      <span className="lesson-dim">{words.sameRun}</span>
      <span className="lesson-dim teacher-keys">{words.keys}</span>
    </footer>
  )
}

/** Keys for someone who stands, by what they do; those of a presenter's remote are among them. A field or a slider keeps its own. */
export function usePresenterKeys(listening: boolean, acts: Readonly<Record<string, () => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof HTMLInputElement) return
    event.preventDefault()
    act()
  })
  // With the first picture, so that a key pressed at once is heard.
  useLayoutEffect(() => {
    if (!listening) return undefined
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [listening])
}
