import { createStore } from 'zustand/vanilla'
import { firstAtLeast } from '../../recorder/replay/first-at-least.ts'
import { playOn } from '../../recorder/replay/play-on.ts'
import type { ReplayCursor } from '../../recorder/replay/replay-cursor.ts'
import type { InspectorStore } from '../store/inspector-store.ts'
import type { ReplayControls, ReplayState } from '../store/replay-controls.ts'

interface PlayerSetting {
  readonly cursor: ReplayCursor
  /** What the panel shows of it. */
  readonly store: InspectorStore
  /** The frames of the window that the panel is in, with their times in ms; returns how to call one off. */
  readonly nextFrame: (run: (time: number) => void) => () => void
  readonly file?: string
  readonly leave: () => void
}

/** ms. A frame that comes later than this, as in a tab that was hidden, does not make up for it. */
const LONGEST_FRAME = 250

/** Moves a cursor, and has the panel show where it is. */
export function createPlayer({ cursor, store, nextFrame, file, leave }: PlayerSetting): ReplayControls {
  const state = createStore<ReplayState>(() => ({ position: cursor.position, playing: false, speed: 1 }))
  const { timeline } = cursor
  const end = timeline.events.length
  /** The details that were open when their call was gone: they open again with it. */
  let lost: string | undefined
  let callOff: (() => void) | undefined

  const go = (position: number) => {
    const { opened } = store.getState()
    const { changed, gone } = cursor.moveTo(position)
    store.actions.ingest(changed, gone, { anew: true })
    if (opened !== undefined && gone.has(opened)) lost = opened
    if (lost !== undefined && cursor.has(lost)) {
      if (store.getState().opened === undefined) store.actions.show({ taskId: lost })
      lost = undefined
    }
    state.setState({ position: cursor.position })
  }
  const pause = () => {
    callOff?.()
    callOff = undefined
    state.setState({ playing: false })
  }
  const play = () => {
    if (cursor.position === end) go(0)
    state.setState({ playing: true })
    let last: number | undefined
    const draw = (time: number) => {
      const passed = last === undefined ? 0 : Math.min(LONGEST_FRAME, time - last)
      last = time
      const { position, now } = playOn(timeline, cursor, passed, state.getState().speed)
      if (position !== cursor.position) go(position)
      cursor.waitUntil(now)
      if (position === end) pause()
      else callOff = nextFrame(draw)
    }
    callOff = nextFrame(draw)
  }
  const moveTo = (position: number) => {
    pause()
    go(position)
  }
  return {
    cursor,
    state,
    ...(file !== undefined && { file }),
    moveTo,
    step: (by) => moveTo(cursor.position + by),
    stepCall(by) {
      const { beginnings } = timeline
      // The event before the position is what is shown: a call has begun when its first event is that.
      const next = firstAtLeast(beginnings, by === 1 ? cursor.position : cursor.position - 1, (place) => place) + (by === 1 ? 0 : -1)
      const beginning = beginnings[next]
      moveTo(beginning === undefined ? (by === 1 ? end : 0) : beginning + 1)
    },
    togglePlaying: () => (state.getState().playing ? pause() : play()),
    setSpeed: (speed) => state.setState({ speed }),
    leave() {
      pause()
      leave()
    },
  }
}
