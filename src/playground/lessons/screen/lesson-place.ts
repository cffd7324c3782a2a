/** The steps of a lesson, in order. A link names them by number, from 1: `?step=3`. */
export const STEPS = ['ask', 'run', 'see', 'why', 'vary'] as const
export type Step = (typeof STEPS)[number]

/** Where in the lessons the page is. */
export interface LessonPlace {
  readonly lesson?: string
  readonly step?: number
}

export interface LessonsScreenProps {
  readonly place: LessonPlace
  go(place: LessonPlace): void
}
