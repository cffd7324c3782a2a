import type { StoreApi } from 'zustand/vanilla'
import type { ReplayCursor } from '../../recorder/replay/replay-cursor.ts'

/** How a replay stands. */
export interface ReplayState {
  /** How many events have happened. */
  readonly position: number
  readonly playing: boolean
  /** 1 is as fast as the session was. */
  readonly speed: number
}

/** Moves a replay: the list, the details and everything else follow at once. */
export interface ReplayControls {
  readonly cursor: ReplayCursor
  /** Changes with each move. */
  readonly state: StoreApi<ReplayState>
  /** The file that it is of; absent of the live session. */
  readonly file?: string
  moveTo(position: number): void
  /** One event on or back. */
  step(by: 1 | -1): void
  /** To where the next call has just begun, or the one before. */
  stepCall(by: 1 | -1): void
  /** Plays from here, or from the beginning at the end; pauses what plays. */
  togglePlaying(): void
  setSpeed(speed: number): void
  /** Ends the replay, and shows the session again. */
  leave(): void
}
