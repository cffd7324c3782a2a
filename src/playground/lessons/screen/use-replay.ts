import { useEffect, useState } from 'react'
import { endOf, type Recording } from '../run/recording.ts'

export const SPEEDS = [1, 0.5, 0.25, 0.1] as const
export type Speed = (typeof SPEEDS)[number]

/** ms. A whole run in slow motion takes no longer than about this, or nobody would watch it. */
const LONGEST_WATCH = 9000

export interface Replay {
  /** How many moments have been shown. */
  readonly index: number
  /** ms of the run. */
  readonly time: number
  readonly playing: boolean
  readonly speed: Speed
  setSpeed(speed: Speed): void
  play(): void
  pause(): void
  /** To just after so many moments. */
  showMoments(index: number): void
  showTime(time: number): void
}

/** The slowest speed at which a run is not tedious. */
export function slowSpeedFor(end: number): Speed {
  return [...SPEEDS].reverse().find((speed) => end / speed <= LONGEST_WATCH) ?? 1
}

/** Shows a finished run again, slower than it was: its numbers are those of the run itself. */
export function useReplay(recording: Recording | undefined, onEnd: () => void): Replay {
  const [moved, setMoved] = useState({ index: 0, time: 0, of: recording })
  // Another run is at its beginning.
  const at = moved.of === recording ? moved : { index: 0, time: 0 }
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(0.1)
  const moments = recording?.moments ?? []
  const end = recording ? endOf(recording) : 0

  const showTime = (time: number) => {
    const shown = Math.max(0, Math.min(time, end))
    setMoved({ time: shown, index: moments.filter((moment) => moment.at <= shown).length, of: recording })
  }
  const showMoments = (index: number) => {
    const next = Math.max(0, Math.min(index, moments.length))
    setMoved({ index: next, time: moments[next - 1]?.at ?? 0, of: recording })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a frame goes on from where the last one was
  useEffect(() => {
    if (!playing || !recording) return undefined
    let last: number | undefined
    let time = at.time >= end ? 0 : at.time
    let frame = requestAnimationFrame(function step(now) {
      time += (now - (last ?? now)) * speed
      last = now
      showTime(time)
      if (time < end) frame = requestAnimationFrame(step)
      else {
        setPlaying(false)
        onEnd()
      }
    })
    return () => cancelAnimationFrame(frame)
  }, [playing, recording, speed])

  return {
    index: at.index,
    time: at.time,
    playing,
    speed,
    setSpeed,
    play: () => setPlaying(true),
    pause: () => setPlaying(false),
    showMoments: (index) => {
      setPlaying(false)
      showMoments(index)
    },
    showTime: (time) => {
      setPlaying(false)
      showTime(time)
    },
  }
}
