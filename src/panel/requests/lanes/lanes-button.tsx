import { ChartGantt } from 'lucide-react'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { laneWords } from '../../words/waterfall/lane-words.ts'
import { useWords } from '../../words/words.ts'

/** Shows the slots above the list, or puts them away. */
export function LanesButton() {
  const words = useWords(laneWords)
  const { store } = useInspector()
  const shown = useInspectorState(({ preferences }) => preferences.lanes && preferences.axis === 'shared')
  return (
    <button
      type="button"
      className="part-icon-button"
      aria-label={words.title}
      aria-pressed={shown}
      title={words.buttonHint}
      onClick={store.actions.toggleLanes}
    >
      <ChartGantt size={14} aria-hidden="true" />
    </button>
  )
}
