import { ChevronFirst, ChevronLast, Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { useWords } from '../../../entry/words.ts'
import { lessonWords } from '../../words/lesson-words.ts'
import { endOf, type Recording } from '../run/recording.ts'
import { Arguments } from './arguments.tsx'
import { formatMs } from './format-ms.ts'
import { Timeline } from './timeline.tsx'
import { type Replay, SPEEDS } from './use-replay.ts'

/** The run: what happened when, what the callbacks got, and what the code wrote. */
export function Stage({ recording, replay }: { readonly recording: Recording | undefined; readonly replay: Replay }) {
  const words = useWords(lessonWords)
  return (
    <section className="lesson-stage" aria-label={words.stage}>
      <Controls recording={recording} replay={replay} />
      {recording ? (
        <>
          <Timeline recording={recording} time={replay.time} index={replay.index} />
          <Arguments recording={recording} index={replay.index} />
          <section className="lesson-console" aria-label={words.console}>
            <h3 className="lesson-section">{words.console}</h3>
            <ol>
              {recording.console.map(({ at, text, isError }, line) =>
                at <= replay.time && replay.index > 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added
                  <li key={line} data-error={isError || undefined}>
                    <span className="lesson-at">{formatMs(at)}</span>
                    <code>{text}</code>
                  </li>
                ) : null,
              )}
            </ol>
            {recording.console.length === 0 && <p className="lesson-dim">{words.consoleEmpty}</p>}
          </section>
        </>
      ) : (
        <div className="lesson-empty">
          <b>{words.notRun}</b>
          <p>{words.notRunHint}</p>
        </div>
      )}
    </section>
  )
}

function Controls({ recording, replay }: { readonly recording: Recording | undefined; readonly replay: Replay }) {
  const words = useWords(lessonWords)
  const all = recording?.moments.length ?? 0
  const names = words.controls
  const buttons = [
    { name: names.first, icon: ChevronFirst, act: () => replay.showMoments(0) },
    { name: names.back, icon: SkipBack, act: () => replay.showMoments(replay.index - 1) },
    replay.playing ? { name: names.pause, icon: Pause, act: replay.pause } : { name: names.play, icon: Play, act: replay.play },
    { name: names.forward, icon: SkipForward, act: () => replay.showMoments(replay.index + 1) },
    { name: names.last, icon: ChevronLast, act: () => replay.showMoments(all) },
  ]
  return (
    <div className="lesson-controls">
      {buttons.map(({ name, icon: Icon, act }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: play and pause are one button
        <button key={place} type="button" className="icon-button" aria-label={name} title={name} disabled={!recording} onClick={act}>
          <Icon size={16} aria-hidden="true" />
        </button>
      ))}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of a flex box in every browser */}
      <div className="lesson-speeds" role="group" aria-label={words.speed}>
        {SPEEDS.map((speed) => (
          <button key={speed} type="button" aria-pressed={speed === replay.speed} onClick={() => replay.setSpeed(speed)}>
            {{ 1: '×1', 0.5: '×½', 0.25: '×¼', 0.1: '×1/10' }[speed]}
          </button>
        ))}
      </div>
      <input
        type="range"
        className="lesson-scrubber"
        aria-label={words.position}
        aria-valuetext={formatMs(replay.time)}
        min={0}
        max={recording ? endOf(recording) : 1}
        step="any"
        value={replay.time}
        disabled={!recording}
        onChange={(event) => replay.showTime(Number(event.currentTarget.value))}
        onKeyDown={(event) => {
          const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
          if (step === undefined) return
          event.preventDefault()
          replay.showMoments(replay.index + step)
        }}
      />
      <output className="lesson-dim">{recording ? words.moment(replay.index, all, formatMs(endOf(recording))) : words.notRun}</output>
    </div>
  )
}
