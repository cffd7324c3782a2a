import { ChevronDown, ChevronFirst, ChevronLast, History, Pause, Play, SkipBack, SkipForward, X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { formatCount } from '../parts/format.ts'
import { MenuButton } from '../parts/menu/menu-button.tsx'
import { useInspector } from '../store/inspector-context.ts'
import type { ReplayControls } from '../store/replay-controls.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { replayWords } from '../words/sessions/replay-words.ts'
import { useWords } from '../words/words.ts'
import { EventLine } from './event-line.tsx'
import styles from './replay.css?inline'
import { ReplayPictures } from './replay-pictures.tsx'
import { ScrubBar } from './scrub-bar.tsx'

addStyles(styles)

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 5, 20]

/** px. In a smaller panel the list needs the room of the pictures more. */
const ROOM_FOR_PICTURES = { height: 640, width: 720 }

/** Goes through a session: event by event, call by call, or as it went; and what went on beside the calls at this moment. */
export function ReplayBar({ controls }: { readonly controls: ReplayControls }) {
  const words = useWords(replayWords)
  const { frame } = useInspector()
  const pictures = useId()
  const scrub = useRef<HTMLInputElement>(null)
  const [showsPictures, setShowsPictures] = useState(false)
  const playing = useStore(controls.state, (state) => state.playing)
  const position = useStore(controls.state, (state) => state.position)
  const speed = useStore(controls.state, (state) => state.speed)
  const end = controls.cursor.timeline.events.length
  // Later than its own layout: the frame around it is not known before.
  useEffect(() => {
    const { clientHeight = 0, clientWidth = 0 } = frame.current ?? {}
    setShowsPictures(clientHeight >= ROOM_FOR_PICTURES.height && clientWidth >= ROOM_FOR_PICTURES.width)
  }, [frame])
  useEffect(() => scrub.current?.focus({ preventScroll: true }), [])
  return (
    <section
      className="replay"
      aria-label={words.replay}
      onKeyDown={(event) => {
        // Whoever is at the controls means the replay, not the details below it.
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        controls.leave()
      }}
    >
      <div className="replay-controls">
        <span className="replay-title" title={words.hint}>
          <History size={14} aria-hidden="true" />
          <strong>{words.replay}</strong>
          {controls.file !== undefined && <span className="replay-file">{words.file(controls.file)}</span>}
        </span>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and borders that a toolbar has no room for */}
        <span className="replay-buttons" role="group" aria-label={words.replay}>
          <Step label={words.previousCall} keys="Shift+ArrowLeft" disabled={position === 0} act={() => controls.stepCall(-1)}>
            <SkipBack size={14} aria-hidden="true" />
          </Step>
          <Step label={words.back} keys="ArrowLeft" disabled={position === 0} act={() => controls.step(-1)}>
            <ChevronFirst size={16} aria-hidden="true" />
          </Step>
          <Step label={playing ? words.pause : words.play} keys="Space" act={controls.togglePlaying}>
            {playing ? (
              <Pause size={15} fill="currentColor" aria-hidden="true" />
            ) : (
              <Play size={15} fill="currentColor" aria-hidden="true" />
            )}
          </Step>
          <Step label={words.forward} keys="ArrowRight" disabled={position === end} act={() => controls.step(1)}>
            <ChevronLast size={16} aria-hidden="true" />
          </Step>
          <Step label={words.nextCall} keys="Shift+ArrowRight" disabled={position === end} act={() => controls.stepCall(1)}>
            <SkipForward size={14} aria-hidden="true" />
          </Step>
          <MenuButton
            label={words.speed}
            icon={null}
            value={`×${speed}`}
            groups={[
              {
                id: 'speeds',
                label: words.speedNote,
                items: SPEEDS.map((each) => ({
                  id: String(each),
                  label: `×${each}`,
                  kind: 'radio' as const,
                  checked: each === speed,
                  onSelect: () => controls.setSpeed(each),
                })),
              },
            ]}
          />
        </span>
        <ScrubBar ref={scrub} controls={controls} position={position} />
        <span className="replay-count">{words.count(formatCount(position), formatCount(end))}</span>
        <button
          type="button"
          className="part-button replay-pictures-button"
          data-kind="quiet"
          aria-expanded={showsPictures}
          aria-controls={showsPictures ? pictures : undefined}
          onClick={() => setShowsPictures(!showsPictures)}
        >
          <ChevronDown size={14} aria-hidden="true" />
          {words.picture}
        </button>
        <button type="button" className="part-button replay-leave" aria-keyshortcuts="Escape" onClick={controls.leave}>
          <X size={14} aria-hidden="true" />
          {words.leave}
        </button>
      </div>
      <EventLine controls={controls} position={position} playing={playing} />
      {showsPictures && <ReplayPictures id={pictures} controls={controls} position={position} playing={playing} />}
    </section>
  )
}

interface StepProps {
  readonly label: string
  readonly keys: string
  readonly disabled?: boolean
  readonly act: () => void
  readonly children: ReactNode
}

/** Stays in the order of the focus at either end, so that the focus is not lost there. */
function Step({ label, keys, disabled = false, act, children }: StepProps) {
  return (
    <button
      type="button"
      className="part-icon-button"
      aria-label={label}
      aria-keyshortcuts={keys}
      aria-disabled={disabled || undefined}
      title={label}
      onClick={act}
    >
      {children}
    </button>
  )
}
