/** The colours of one view, from the sky down to the nearest hill. */
export interface LandscapePalette {
  readonly sky: readonly [top: string, bottom: string]
  readonly sun: string
  /** Far to near. */
  readonly ridges: readonly [string, string, string, string]
  readonly bush: readonly [light: string, dark: string]
  readonly water: string
}

export type LandscapeFeature = 'lake' | 'cliffs' | 'kiln' | 'terraces'

export const WIDTH = 750
export const HEIGHT = 440

/** Keeps the paths short: a tenth of a unit is finer than a screen. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
