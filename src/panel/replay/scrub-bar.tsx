import { type Ref, useMemo } from 'react'
import { type ScrubMark, scrubMarks } from '../../recorder/replay/scrub-marks.ts'
import { formatCount } from '../parts/format.ts'
import type { ReplayControls } from '../store/replay-controls.ts'
import { replayWords } from '../words/sessions/replay-words.ts'
import { useWords } from '../words/words.ts'

/** Parts in which ends and failures are marked; fewer where there are fewer events. */
const MOST_PARTS = 200
const HEIGHT = 10

interface ScrubBarProps {
  readonly ref: Ref<HTMLInputElement>
  readonly controls: ReplayControls
  readonly position: number
}

/** All events in a row, each as wide as any other: idle time takes no room. */
export function ScrubBar({ ref, controls, position }: ScrubBarProps) {
  const words = useWords(replayWords)
  const { timeline } = controls.cursor
  const end = timeline.events.length
  const marks = useMemo(() => scrubMarks(timeline, Math.min(MOST_PARTS, Math.max(1, end))), [timeline, end])
  return (
    <span className="replay-scrub">
      <Marks marks={marks} />
      <input
        ref={ref}
        type="range"
        min={0}
        max={end}
        value={position}
        aria-label={words.position}
        aria-valuetext={words.eventOf(formatCount(position), formatCount(end))}
        onChange={({ target }) => controls.moveTo(target.valueAsNumber)}
      />
    </span>
  )
}

function Marks({ marks }: { readonly marks: readonly ScrubMark[] }) {
  const words = useWords(replayWords)
  const most = Math.max(1, ...marks.map(({ ends }) => ends))
  const sum = (of: keyof ScrubMark) => formatCount(marks.reduce((all, mark) => all + mark[of], 0))
  const bar = (place: number, height: number) => `M${place} ${HEIGHT}v${-height}h0.8v${height}z`
  return (
    <svg
      className="replay-marks"
      viewBox={`0 0 ${marks.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.marks(sum('ends'), sum('failures'))}
    >
      <path className="replay-ends" d={marks.map(({ ends }, place) => (ends > 0 ? bar(place, 2 + (6 * ends) / most) : '')).join('')} />
      <path className="replay-failures" d={marks.map(({ failures }, place) => (failures > 0 ? bar(place, HEIGHT) : '')).join('')} />
    </svg>
  )
}
