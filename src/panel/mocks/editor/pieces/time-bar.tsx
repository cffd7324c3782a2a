import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { formatExactDuration } from '../../../parts/format.ts'
import { mockPiecesWords } from '../../../words/mock-editor-words.ts'
import { useWords } from '../../../words/words.ts'
import { moveTo, type Piece, timesOf } from './cut-pieces.ts'

interface TimeBarProps {
  readonly pieces: readonly Piece[]
  readonly readOnly: boolean
  readonly onChange: (pieces: readonly Piece[]) => void
}

/** ms: a step of the arrows, one with Shift, and what a drag is rounded to. */
const STEP = 10
const LONG_STEP = 100

/** When each piece comes, on a line of time. Pieces are dragged, or moved with the arrows. */
export function TimeBar({ pieces, readOnly, onChange }: TimeBarProps) {
  const words = useWords(mockPiecesWords)
  const track = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<{ readonly place: number; readonly pieces: readonly Piece[]; readonly span: number }>()
  const shown = drag?.pieces ?? pieces
  const times = timesOf(shown)
  const last = times.at(-1) ?? 0
  const span = drag?.span ?? Math.max(1000, Math.ceil((last * 1.15) / 500) * 500)
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => share * span)

  const follow = (event: PointerEvent, place: number) => {
    const box = track.current?.getBoundingClientRect()
    if (!box || box.width === 0) return
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))
    setDrag({ place, span, pieces: moveTo(pieces, place, Math.round((share * span) / STEP) * STEP) })
  }
  const handleKey = (event: KeyboardEvent, place: number) => {
    const time = times[place] ?? 0
    const by = event.shiftKey ? LONG_STEP : STEP
    const to = { ArrowLeft: time - by, ArrowDown: time - by, ArrowRight: time + by, ArrowUp: time + by, Home: 0, End: last }[event.key]
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    onChange(moveTo(pieces, place, to))
  }
  return (
    <div className="time-bar">
      <div ref={track} className="time-track">
        {times.map((time, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by nothing but its place
            key={place}
            role="slider"
            className="time-mark"
            aria-label={words.piece(String(place + 1))}
            aria-valuemin={0}
            aria-valuemax={span}
            aria-valuenow={time}
            aria-valuetext={formatExactDuration(time)}
            aria-disabled={readOnly || undefined}
            tabIndex={0}
            style={{ insetInlineStart: `${(time / span) * 100}%` }}
            title={`${words.piece(String(place + 1))} · ${formatExactDuration(time)}`}
            onKeyDown={(event) => !readOnly && handleKey(event, place)}
            onPointerDown={(event) => {
              if (readOnly || event.button !== 0) return
              event.currentTarget.setPointerCapture(event.pointerId)
              setDrag({ place, span, pieces })
            }}
            onPointerMove={(event) => drag?.place === place && follow(event, place)}
            onPointerUp={() => {
              if (drag && drag.pieces !== pieces) onChange(drag.pieces)
              setDrag(undefined)
            }}
            onPointerCancel={() => setDrag(undefined)}
          >
            {place + 1}
          </span>
        ))}
      </div>
      <div className="time-ticks" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick}>{formatExactDuration(tick)}</span>
        ))}
      </div>
    </div>
  )
}
