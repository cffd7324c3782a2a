import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react'

interface SplitPaneProps {
  /** `row`: the second pane stands beside the first; `column`: below it. */
  readonly direction: 'row' | 'column'
  /** Share of the first pane, 0 to 1. */
  readonly share: number
  readonly onShare: (share: number) => void
  /** Names the divider. */
  readonly label: string
  readonly first: ReactNode
  /** Without it, the first pane has all the room. */
  readonly second?: ReactNode
}

const LEAST = 0.15
const MOST = 0.85
const KEY_STEP = 0.04

/** Two panes with a divider that pointers and keys move: the window splitter pattern of the ARIA guide. */
export function SplitPane({ direction, share, onShare, label, first, second }: SplitPaneProps) {
  const frame = useRef<HTMLDivElement>(null)
  const firstId = useId()
  const collapsedFrom = useRef<number | undefined>(undefined)
  const set = (next: number) => onShare(Math.min(MOST, Math.max(LEAST, next)))

  const follow = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    set(direction === 'row' ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height)
  }
  const handleKey = (event: KeyboardEvent) => {
    const back = direction === 'row' ? 'ArrowLeft' : 'ArrowUp'
    const on = direction === 'row' ? 'ArrowRight' : 'ArrowDown'
    if (event.key === back) set(share - KEY_STEP)
    else if (event.key === on) set(share + KEY_STEP)
    else if (event.key === 'Home') set(LEAST)
    else if (event.key === 'End') set(MOST)
    else if (event.key === 'Enter') {
      const collapsed = collapsedFrom.current
      collapsedFrom.current = collapsed === undefined ? share : undefined
      set(collapsed ?? LEAST)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const shown = Math.min(MOST, Math.max(LEAST, share))
  return (
    <div ref={frame} className="split" data-direction={direction}>
      <div id={firstId} className="split-first" style={second ? { flexBasis: `${shown * 100}%` } : undefined}>
        {first}
      </div>
      {second && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: an hr takes no focus and no value */}
          <div
            role="separator"
            className="split-divider"
            tabIndex={0}
            aria-label={label}
            aria-orientation={direction === 'row' ? 'vertical' : 'horizontal'}
            aria-controls={firstId}
            aria-valuemin={LEAST * 100}
            aria-valuemax={MOST * 100}
            aria-valuenow={Math.round(shown * 100)}
            onKeyDown={handleKey}
            onPointerDown={(event) => {
              event.preventDefault()
              event.currentTarget.focus()
              event.currentTarget.setPointerCapture(event.pointerId)
            }}
            onPointerMove={follow}
            onDoubleClick={() => set(0.5)}
          />
          <div className="split-second">{second}</div>
        </>
      )}
    </div>
  )
}
