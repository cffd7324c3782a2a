/** The sides of its page, over it, or in a window of its own. */
export type DockPlace = 'bottom' | 'right' | 'left' | 'float' | 'window'

/** Where the panel stands, for whoever can move it. */
export interface Docking {
  readonly at: () => DockPlace
  /** Whether there is room for it there. */
  readonly fits: (place: DockPlace) => boolean
  readonly choose: (place: DockPlace) => void
  /** Calls the listener when `at` or `fits` may say something else. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
}
