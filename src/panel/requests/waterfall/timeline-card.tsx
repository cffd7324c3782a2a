import { useEffect, useLayoutEffect, useRef } from 'react'
import { marksOf, phasesOf } from '../../../recorder/tasks/phases.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { PhaseBars } from '../../detail/timing/phase-bars.tsx'
import { spanOf } from '../../detail/timing/task-span.ts'
import { formatDuration } from '../../parts/format.ts'
import { placeBelow } from '../../parts/menu/place-popup.ts'
import { splitUrl } from '../../rows/url-parts.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { detailWords } from '../../words/detail-words.ts'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './timeline-card.css?inline'
import { timelineText } from './timeline-text.ts'
import type { CardPlace } from './use-timeline-card.ts'

addStyles(styles)

interface TimelineCardProps {
  readonly task: TaskSnapshot
  readonly at: NonNullable<CardPlace['at']>
  readonly grid: HTMLElement
}

/** What the bar of a call says, in numbers: its phases, their begin and length, measured or simulated. The pointer passes through it. */
export function TimelineCard({ task, at, grid }: TimelineCardProps) {
  const words = useWords(listWords)
  const { phase: names } = useWords(detailWords).timing
  const { announce, source } = useInspector()
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const popup = card.current
    // The row under the cursor may have come into the document with this very change.
    const row = at === 'cursor' ? grid.querySelector('.list-body > .list-row[data-cursor]') : at
    const beside = row?.querySelector('[data-column="waterfall"]') ?? row
    if (!popup || !beside) return
    if (!popup.matches(':popover-open')) popup.showPopover()
    const { clientWidth: width, clientHeight: height } = popup.ownerDocument.documentElement
    const size = { width: popup.offsetWidth, height: popup.offsetHeight }
    const { left, top } = placeBelow(beside.getBoundingClientRect(), size, { width, height })
    Object.assign(popup.style, { left: `${left}px`, top: `${top}px` })
  })
  const now = source.now()
  const phases = phasesOf(task, now)
  const { name } = splitUrl(task.url)
  const text = timelineText(task, words)
  const lengths = phases.map(({ kind, start, end }) => `${names[kind]} ${formatDuration(end - start)}`)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once of each call, not again with every number of one that runs
  useEffect(() => {
    if (at === 'cursor') announce([name, text, ...lengths].join(', '))
  }, [at, task.taskId])
  return (
    <div ref={card} popover="manual" role="tooltip" className="part-popup timeline-card">
      <strong>{name}</strong>
      <p>{text}</p>
      {phases.length > 0 && <PhaseBars phases={phases} holds={task.holds} marks={marksOf(task)} span={spanOf(task, now)} />}
    </div>
  )
}
