import { CircleHelp } from 'lucide-react'
import { useCardButton } from '../../parts/dialog/use-card-button.ts'
import { legendWords } from '../../words/waterfall/legend-words.ts'
import { useWords } from '../../words/words.ts'
import { LegendCard } from './legend-card.tsx'

/** Opens the legend of the waterfall; by its key the list presses it (`openLegend`). */
export function LegendButton() {
  const words = useWords(legendWords)
  const { open, buttonProps, cardProps } = useCardButton()
  return (
    <>
      <button {...buttonProps} className="ruler-button" data-legend aria-label={words.legend} title={words.hint}>
        <CircleHelp size={13} aria-hidden="true" />
      </button>
      {open && <LegendCard {...cardProps} />}
    </>
  )
}
