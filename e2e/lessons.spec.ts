import type { Locator, Page } from '@playwright/test'
import { LESSONS } from '../src/playground/lessons/content/lessons.ts'
import type { Lesson, LessonText, Question } from '../src/playground/lessons/schema/lesson-schema.ts'
import { lessonWords } from '../src/playground/words/lesson-words.ts'
import { findViolations } from './drive/find-violations.ts'
import { expect, test } from './drive/test.ts'

type Language = 'zh' | 'en'

// A page that is to move little shows the end of a run at once; one test watches a run.
test.use({ viewport: { width: 1280, height: 720 }, contextOptions: { reducedMotion: 'reduce' } })

const plain = (text: LessonText, language: Language) => text[language].replaceAll('`', '')

for (const language of ['zh', 'en'] as const) {
  const words = lessonWords[language]

  test(`each lesson is asked, run, compared, explained and varied, in ${language}`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.goto(`/?sw=off&lang=${language}&screen=lessons`)
    const list = page.getByRole('navigation', { name: words.list })
    await expect(list.getByRole('link')).toHaveCount(LESSONS.length)
    for (const lesson of LESSONS) {
      await list.getByRole('link', { name: plain(lesson.title, language) }).click()
      await expect(page.getByRole('heading', { level: 1, name: plain(lesson.title, language) })).toBeVisible()
      await takeLesson(page, lesson, language)
      await page.getByRole('button', { name: words.back }).click()
      await expect(list.getByRole('listitem').filter({ hasText: plain(lesson.lesson, language) })).toContainText(words.states.done)
    }
    await expect(page.getByText(words.progress(LESSONS.length, LESSONS.length))).toBeVisible()
    expect(await findViolations(page)).toEqual([])
    await page.reload()
    await expect(page.getByText(words.progress(LESSONS.length, LESSONS.length))).toBeVisible()
  })
}

/** Predicts wrongly and sees it, predicts rightly and sees it, misses the goal and reaches it. */
async function takeLesson(page: Page, lesson: Lesson, language: Language) {
  const words = lessonWords[language]
  const relations = page.getByRole('table').first().getByRole('row').getByRole('cell')
  const main = page.getByRole('region', { name: plain(lesson.title, language), exact: true })
  const different = relations.getByText(words.different, { exact: true })

  for (const rightly of [false, true]) {
    await page.getByRole('button', { name: words.steps.ask, exact: true }).click()
    for (const [nth, question] of lesson.questions.entries()) {
      await predict(main.getByRole('group').nth(nth), question, rightly, language)
    }
    await main.getByRole('button', { name: words.runSlowly }).click()
    if (rightly) await expect(different).toHaveCount(0)
    else await expect(different.first()).toBeVisible()
  }

  await main.getByRole('button', { name: words.nextStep(words.steps.why) }).click()
  for (const { id } of lesson.why.rules) await expect(main.getByText(id, { exact: true })).toBeVisible()
  await expect(main.getByRole('link')).toHaveAttribute('href', lesson.why.source)

  await main.getByRole('button', { name: words.nextStep(words.steps.vary) }).click()
  const verdict = main.getByRole('status')
  for (const isMiss of [true, false]) {
    const variation = lesson.vary.options.find(({ hint }) => (hint !== undefined) === isMiss)
    if (!variation) throw new Error(`${lesson.id} has no option that ${isMiss ? 'misses' : 'reaches'} the goal`)
    await main.getByRole('radio', { name: plain(variation.label, language), exact: true }).check()
    await main.getByRole('button', { name: words.tryIt }).click()
    await expect(verdict).toContainText(isMiss ? words.missed : words.reached)
    await expect(verdict).toContainText(plain((isMiss ? variation.hint : lesson.vary.reached) ?? lesson.title, language))
  }
}

async function predict(field: Locator, question: Question, rightly: boolean, language: Language) {
  if (question.kind === 'number') {
    await field.getByRole('spinbutton').fill(String(rightly ? question.answer : question.answer + 1000))
  } else if (question.kind === 'choice') {
    const option = question.options.find(({ value }) => (value === question.answer) === rightly)
    await field.getByRole('radio', { name: plain(option?.label ?? question.ask, language), exact: true }).check()
  } else {
    // Each card is moved to the front, the last one first: in the end the first is in front.
    const order = rightly ? question.answer : question.answer.toReversed()
    for (const card of order.toReversed()) {
      const earlier = field.getByRole('button', { name: lessonWords[language].earlier(card), exact: true })
      while (await earlier.isEnabled()) await earlier.click()
    }
  }
}
