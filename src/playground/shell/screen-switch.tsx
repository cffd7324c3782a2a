import { useWords } from '../../entry/words.ts'
import { shellWords } from '../words/shell-words.ts'

export type Screen = 'preview' | 'panel'

/** On a narrow page: which of the two screens is shown. */
export function ScreenSwitch({ screen, onChoose }: { screen: Screen; onChoose(screen: Screen): void }) {
  const words = useWords(shellWords)
  return (
    <nav className="screen-switch" aria-label={words.halves}>
      {(['preview', 'panel'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={each === screen} onClick={() => onChoose(each)}>
          {each === 'preview' ? words.preview : words.inspector}
        </button>
      ))}
    </nav>
  )
}
