import type { Timing, TimingField, TimingMark } from './profile.ts'

/** Nothing is known yet. */
export const NO_TIMING: Timing = { marks: {}, simulated: [] }

/** Merges timing: for each field the later value counts, and with it whether it is simulated. */
export function mergeTiming(earlier: Timing | undefined, later: Timing | undefined): Timing {
  if (!earlier) return later ?? NO_TIMING
  if (!later) return earlier
  const isKnown = (field: TimingField): boolean =>
    (later.connection !== undefined && field in later.connection) || later.marks[field as TimingMark] !== undefined
  const connection = later.connection ?? earlier.connection
  return {
    marks: { ...earlier.marks, ...later.marks },
    ...(connection && { connection }),
    simulated: [...earlier.simulated.filter((field) => !isKnown(field)), ...later.simulated],
  }
}
