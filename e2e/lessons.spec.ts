import type { Locator, Page } from '@playwright/test'
import { LESSONS } from '../src/playground/lessons/content/lessons.ts'
import type { Lesson, LessonText, Question } from '../src/playground/lessons/schema/lesson-schema.ts'
import { lessonWords } from '../src/playground/words/lesson-words.ts'
import { shellWords } from '../src/playground/words/shell-words.ts'
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
      await page.getByRole('button', { name: words.title, exact: true }).click()
      await expect(list.getByRole('listitem').filter({ hasText: plain(lesson.lesson, language) })).toContainText(words.states.done)
    }
    await expect(page.getByText(words.progress(LESSONS.length, LESSONS.length))).toBeVisible()
    expect(await findViolations(page)).toEqual([])
    await page.reload()
    await expect(page.getByText(words.progress(LESSONS.length, LESSONS.length))).toBeVisible()
  })
}

test('the teacher’s view is large, shows one pane at a time and no answer before it is asked for', async ({ page }) => {
  const words = lessonWords.en
  await page.goto('/?sw=off&lang=en&lesson=callback-order&teacher=1')
  const stage = page.getByRole('region', { name: words.stage })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(stage).toBeHidden()
  await page.keyboard.press('3')
  await expect(page.getByText(words.answersHidden)).toBeVisible()
  const events = page.getByRole('list', { name: words.events }).getByRole('listitem')
  await expect(events).toHaveCount(0)
  await page.keyboard.press('a')
  await expect(page.getByText(words.answersHidden)).toBeHidden()
  await expect(events.first()).toBeInViewport({ ratio: 1 })
  await expect(events.last()).toBeInViewport({ ratio: 1 })
  await expect(events.last()).toHaveAttribute('aria-current', 'step')
  await page.keyboard.press('ArrowLeft')
  await expect(events.last()).not.toHaveAttribute('aria-current')
  expect(await smallestText(page)).toBeGreaterThanOrEqual(18)
  await page.keyboard.press('t')
  await expect(stage).toBeVisible()
  expect(await smallestText(page)).toBeGreaterThanOrEqual(18)
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('PageDown')
  await expect(page.getByText('RES-14', { exact: true })).toBeVisible()
  await page.keyboard.press('1')
  await page.keyboard.press('4')
  await expect(page.getByText(words.answersHidden)).toBeVisible()
  await page.getByRole('button', { name: words.leaveTeacher }).click()
  await expect(page.getByText('RES-14', { exact: true })).toBeVisible()
  await expect(stage).toBeVisible()
})

test.describe('where movement is welcome', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })

  test('a run is watched slowly to its end, and then compared; Back leads to the step before', async ({ page }) => {
    const words = lessonWords.zh
    await page.goto('/?sw=off&lang=zh&lesson=not-found')
    await page.getByRole('radio', { name: 'fail', exact: true }).check()
    await page.getByRole('button', { name: words.runSlowly }).click()
    await expect(page).toHaveURL(/step=3/)
    await expect(page.getByRole('row').nth(1)).toContainText(/fail\s*不同\s*success/)
    await page.goBack()
    await expect(page).toHaveURL(/step=2/)
    await page.goto('/?sw=off&lang=zh&lesson=no-such-lesson')
    await expect(page.getByRole('navigation', { name: words.list })).toBeVisible()
    await page.getByRole('link', { name: shellWords.zh.screenNames.preview }).click()
    await expect(page.getByRole('region', { name: shellWords.zh.phone })).toBeVisible()
  })
})

/** The smallest type that is on the screen, px. */
function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('.lesson *')].filter(
      (element) =>
        element.checkVisibility() && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    )
    const sizes = shown
      .filter((element) => !element.matches('.lesson-hidden, .lesson-hidden *'))
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    return Math.min(...sizes)
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
