import './lessons.css'
import './lesson-stage.css'
import './lesson-path.css'
import './teacher.css'
import { useEffect, useRef, useState } from 'react'
import { LESSONS } from '../content/lessons.ts'
import { LessonPage } from './lesson-page.tsx'
import { LessonPath } from './lesson-path.tsx'
import { type LessonsScreenProps, STEPS } from './lesson-place.ts'
import { advance, readProgress, saveProgress } from './lesson-progress.ts'

const storage = () => localStorage

/** The path of the lessons, or one of them. */
export function LessonsScreen({ place, go }: LessonsScreenProps) {
  const [progress, setProgress] = useState(() => readProgress(storage))
  const lesson = LESSONS.find(({ id }) => id === place.lesson)
  useLanding(`${lesson?.id} ${place.step}`)
  if (!lesson) return <LessonPath progress={progress} go={go} />
  return (
    <LessonPage
      key={lesson.id}
      lesson={lesson}
      step={Math.min(place.step ?? 1, STEPS.length)}
      teacher={place.teacher ?? false}
      go={go}
      onProgress={(step, done) =>
        setProgress((before) => {
          const next = advance(before, lesson.id, step, done)
          saveProgress(next, storage)
          return next
        })
      }
    />
  )
}

/** Whoever goes to another step, lesson or to the list goes on from its beginning, not from wherever the pressed button was. */
function useLanding(place: string): void {
  const last = useRef(place)
  useEffect(() => {
    if (last.current === place) return
    last.current = place
    // Whoever steps through the run stays there when it ends.
    if (document.activeElement?.closest('.lesson-stage')) return
    document.querySelector<HTMLElement>('[data-landing]')?.focus()
  }, [place])
}
