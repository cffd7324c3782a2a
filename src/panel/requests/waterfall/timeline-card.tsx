import { useLayoutEffect, useRef } from 'react'
import { marksOf, phasesOf } from '../../../recorder/tasks/phases.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { PhaseBars } from '../../detail/timing/phase-bars.tsx'
import { spanOf } from '../../detail/timing/task-span.ts'
import { placeBelow } from '../../parts/menu/place-popup.ts'
import { splitUrl } from '../../rows/url-parts.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'
import { timelineText } from './timeline-text.ts'

interface TimelineCardProps {
  readonly task: TaskSnapshot
  /** The bar that it explains. */
  readonly beside: Element
}

/** What the bar of a call says, in numbers: its phases, their begin and length, measured or simulated. The pointer passes through it. */
export function TimelineCard({ task, beside }: TimelineCardProps) {
  const words = useWords(listWords)
  const { source } = useInspector()
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const popup = card.current
    if (!popup) return
    if (!popup.matches(':popover-open')) popup.showPopover()
    const { clientWidth: width, clientHeight: height } = popup.ownerDocument.documentElement
    const size = { width: popup.offsetWidth, height: popup.offsetHeight }
    const { left, top } = placeBelow(beside.getBoundingClientRect(), size, { width, height })
    Object.assign(popup.style, { left: `${left}px`, top: `${top}px` })
  })
  const now = source.now()
  const phases = phasesOf(task, now)
  return (
    <div ref={card} popover="manual" role="tooltip" className="part-popup timeline-card">
      <strong>{splitUrl(task.url).name}</strong>
      <p>{timelineText(task, words)}</p>
      {phases.length > 0 && <PhaseBars phases={phases} marks={marksOf(task)} span={spanOf(task, now)} />}
    </div>
  )
}
