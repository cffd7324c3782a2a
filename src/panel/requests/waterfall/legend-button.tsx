import { CircleHelp } from 'lucide-react'
import { useRef, useState } from 'react'
import { legendWords } from '../../words/waterfall/legend-words.ts'
import { useWords } from '../../words/words.ts'
import { LegendCard } from './legend-card.tsx'

/** Opens the legend of the waterfall; by its key the list presses it (`openLegend`). */
export function LegendButton() {
  const words = useWords(legendWords)
  const button = useRef<HTMLButtonElement>(null)
  /** What had the focus before: the list, when its key was pressed. */
  const opener = useRef<HTMLElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="ruler-button"
        data-legend
        aria-label={words.legend}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={words.hint}
        onClick={(event) => {
          opener.current = (event.currentTarget.getRootNode() as Document | ShadowRoot).activeElement as HTMLElement | null
          setOpen(!open)
        }}
      >
        <CircleHelp size={13} aria-hidden="true" />
      </button>
      {open && (
        <LegendCard
          anchor={button}
          onClose={(byKey) => {
            setOpen(false)
            if (byKey) (opener.current ?? button.current)?.focus({ preventScroll: true })
          }}
        />
      )}
    </>
  )
}
