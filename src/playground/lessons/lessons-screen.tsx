import './screen/lessons.css'
import './screen/lesson-stage.css'
import './screen/lesson-path.css'
import './screen/teacher.css'
import { lazy, Suspense, useState } from 'react'
import type { RecordedCall } from './builder/draft-lesson.ts'
import { LESSONS } from './content/lessons.ts'
import { LessonPage } from './screen/lesson-page.tsx'
import { LessonPath } from './screen/lesson-path.tsx'
import { BUILDER, type LessonPlace, STEPS } from './screen/lesson-place.ts'
import { advance, type Progress, predict, predictionsOf, readProgress, saveProgress } from './screen/lesson-progress.ts'
import { useLanding } from './screen/use-landing.ts'

const BuilderPage = lazy(async () => ({ default: (await import('./builder/builder-page.tsx')).BuilderPage }))

const storage = () => localStorage

export interface LessonsScreenProps {
  readonly place: LessonPlace
  /** The calls of the record that a lesson can be made from. */
  readonly recorded: () => readonly RecordedCall[]
  go(place: LessonPlace): void
}

/** The path of the lessons, or one of them, or where one is made. */
export function LessonsScreen({ place, recorded, go }: LessonsScreenProps) {
  const [progress, setProgress] = useState(() => readProgress(storage))
  const change = (to: (before: Progress) => Progress) =>
    setProgress((before) => {
      const next = to(before)
      saveProgress(next, storage)
      return next
    })
  const lesson = LESSONS.find(({ id }) => id === place.lesson)
  useLanding(`${place.lesson} ${place.step}`)
  if (place.lesson === BUILDER) {
    return (
      <Suspense>
        <BuilderPage recorded={recorded} leave={() => go({})} />
      </Suspense>
    )
  }
  if (!lesson) {
    return (
      <LessonPath
        progress={progress}
        go={go}
        onRestart={(id) => {
          change((before) => predict(before, id, []))
          go({ lesson: id, step: 1 })
        }}
      />
    )
  }
  return (
    <LessonPage
      key={lesson.id}
      lesson={lesson}
      step={Math.min(place.step ?? 1, STEPS.length)}
      teacher={place.teacher ?? false}
      go={go}
      predictions={predictionsOf(progress, lesson)}
      onPredict={(predictions) => change((before) => predict(before, lesson.id, predictions))}
      onProgress={(step, done) => change((before) => advance(before, lesson.id, step, done))}
    />
  )
}
