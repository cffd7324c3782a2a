/** The steps of a lesson, in order. A link names them by number, from 1: `?step=3`. */
export const STEPS = ['ask', 'run', 'see', 'why', 'vary'] as const

/** Stands in the place of a lesson's id where one is made: `?lesson=builder`. */
export const BUILDER = 'builder'

/** Where in the lessons the page is. */
export interface LessonPlace {
  readonly lesson?: string
  readonly step?: number
  /** Large, one pane at a time, answers hidden until they are asked for: to be projected. */
  readonly teacher?: true
}
