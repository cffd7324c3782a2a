import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { LESSONS } from '../src/playground/lessons/content/lessons.ts'
import { isSame } from '../src/playground/lessons/run/read-recording.ts'
import type { Lesson, LessonText, Question } from '../src/playground/lessons/schema/lesson-schema.ts'
import { builderWords } from '../src/playground/words/builder-words.ts'
import { lessonWords } from '../src/playground/words/lesson-words.ts'
import { shellWords } from '../src/playground/words/shell-words.ts'
import { findViolations } from './drive/find-violations.ts'
import { expect, test } from './drive/test.ts'

type Language = 'zh' | 'en'

// A trace of a thousand small steps takes longer than the steps.
test.use({ trace: 'off' })

// A page that is to move little shows the end of a run at once; one test watches a run.
test.use({ viewport: { width: 1280, height: 720 }, contextOptions: { reducedMotion: 'reduce' } })

const plain = (text: LessonText | undefined, language: Language) => (text?.[language] ?? '').replaceAll('`', '')

test('each lesson is asked, run, compared, explained and varied by the keyboard, in both languages', async ({ page }) => {
  await page.goto('/?sw=off&lang=zh&screen=lessons')
  const words = lessonWords.zh
  const list = page.getByRole('navigation', { name: words.list })
  await expect(list.getByRole('link')).toHaveCount(LESSONS.length)
  await list.getByRole('link', { name: plain(LESSONS[0]?.title, 'zh') }).press('Enter')
  for (const lesson of LESSONS) await takeLesson(page, lesson)
  await expect(page.getByText(words.progress(LESSONS.length, LESSONS.length))).toBeVisible()
  for (const lesson of LESSONS) {
    await expect(list.getByRole('listitem').filter({ hasText: plain(lesson.lesson, 'zh') })).toContainText(words.states.done)
  }
  expect(await findViolations(page)).toEqual([])
  await page.reload()
  await expect(page.getByText(words.progress(LESSONS.length, LESSONS.length))).toBeVisible()
})

test('a prediction outlives a reload, and is compared with the run of the code as it is written, whatever was changed later', async ({
  page,
}) => {
  const words = lessonWords.en
  const lesson = LESSONS.find(({ id }) => id === 'callback-order')
  await page.goto('/?sw=off&lang=en&lesson=callback-order')
  await page.getByRole('button', { name: words.later('success') }).press('Enter')
  await page.getByRole('button', { name: words.runSlowly }).press('Enter')
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows.nth(1)).toContainText('complete')
  const compared = await rows.allTextContents()
  await page.reload()
  await expect(rows).toHaveText(compared)

  await page.getByRole('button', { name: words.steps.vary }).press('Enter')
  await choose(page.getByRole('radio', { name: plain(lesson?.vary.options.find(({ hint }) => !hint)?.label, 'en') }))
  await page.getByRole('button', { name: words.tryIt }).press('Enter')
  await expect(page.getByText(words.reached)).toBeVisible()
  await page.goBack()
  await expect(rows).toHaveText(compared)
  await expect(page.getByText(words.moment(10, 10, '136.4 ms'))).toBeVisible()

  await page.goBack()
  await expect(page.getByRole('button', { name: words.steps.ask, exact: true })).toHaveAttribute('aria-current', 'step')
})

test('the teacher’s view is large, shows one pane at a time and no answer before it is asked for', async ({ page }) => {
  const words = lessonWords.en
  await page.goto('/?sw=off&lang=en&lesson=callback-order&teacher=1')
  const stage = page.getByRole('region', { name: words.stage })
  // By its name: the page has a heading of its own until the lesson is there.
  const title = plain(LESSONS.find(({ id }) => id === 'callback-order')?.title, 'en')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
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

test('lessons fit a phone and a page at 200 %, in both themes, without a violation', async ({ page }) => {
  for (const theme of ['light', 'dark']) {
    for (const [place, width, height] of [
      ['lesson=callback-order&step=3', 640, 360],
      ['lesson=queue&step=1', 390, 844],
      ['screen=lessons', 390, 844],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.goto(`/?sw=off&lang=zh&theme=${theme}&${place}`)
      await expect(page.getByRole('heading', { level: 1 }).nth(1)).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(await findViolations(page)).toEqual([])
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/?sw=off&lang=en&screen=lessons')
  const kinds = page.getByText(/^(?:choice|order|number)(?: · (?:choice|order|number))*$/)
  await expect(kinds).toHaveCount(LESSONS.length)
  expect(
    await kinds.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent)),
  ).toEqual([])
})

test('a lesson is made of recorded calls, checked, tried, saved and opened; one from a file asks before it runs', async ({ page }) => {
  const words = builderWords.en
  await page.goto('/?sw=off&lang=en')
  await expect(page.getByRole('gridcell', { name: '200' }).first()).toBeVisible()
  await page.getByRole('link', { name: shellWords.en.screenNames.lessons }).click()
  await page.getByRole('link', { name: words.link }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeFocused()
  await page
    .getByRole('checkbox', { name: /v1\/teas/ })
    .first()
    .check()
  await page.getByRole('button', { name: words.draft }).click()
  const title = page.getByLabel(`${words.fields.title}, ${words.english}`)
  await title.fill('')
  await expect(page.getByRole('status').getByRole('listitem')).toContainText('title.en')
  await expect(title).toBeFocused()
  await title.fill('Is a list a success?')
  await page.getByRole('button', { name: words.draft }).click()
  await expect(title).toHaveValue('My lesson')
  await page.getByRole('button', { name: words.putBack }).click()
  await expect(title).toHaveValue('Is a list a success?')
  await page.reload()
  await expect(title).toHaveValue('Is a list a success?')
  await page.getByRole('button', { name: words.check }).click()
  await page.getByRole('checkbox', { name: `${words.claim}: #1 success.statusCode = 200` }).check()
  await page.getByRole('radio', { name: `${words.question}: #1 callbacks = success` }).check()
  await page.getByRole('radio', { name: `${words.question}: #1 callback 1 = success` }).check()
  await page.getByRole('button', { name: words.check }).click()
  await expect(page.getByText(words.sound)).toBeVisible()
  expect(await findViolations(page)).toEqual([])

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: words.save }).click()
  const saved = JSON.parse(readFileSync(await (await saving).path(), 'utf8')) as Lesson
  expect(saved.claims).toHaveLength(2)
  await page.getByRole('button', { name: words.preview }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Is a list a success?' })).toBeVisible()
  await page.getByRole('radio', { name: 'success', exact: true }).check()
  await page.getByRole('button', { name: lessonWords.en.runSlowly }).click()
  await expect(page.getByText(lessonWords.en.allSame)).toBeVisible()
  await page.getByRole('button', { name: words.title }).click()

  const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  const chooser = page.getByLabel(words.open)
  const text = JSON.stringify(saved, null, 2)
  await chooser.setInputFiles(file('broken.json', text.replace('"title": {', '"title": {,')))
  await expect(page.getByRole('status').getByRole('listitem')).toContainText(/^\d+:\d+ /)
  await chooser.setInputFiles(file('short.json', text.replace('"minutes": 4', '"minutes": 0')))
  await expect(page.getByRole('status').getByRole('listitem')).toContainText('minutes')
  await chooser.setInputFiles(file('false.json', text.replace('"answer": "success"', '"answer": "fail"')))
  await expect(page.getByRole('button', { name: words.preview })).toBeDisabled()
  await expect(page.getByRole('region', { name: words.stranger })).toContainText('wx.request')
  await page.getByRole('button', { name: words.trust }).click()
  await page.getByRole('button', { name: words.check }).click()
  await expect(page.getByRole('status').getByRole('listitem')).toContainText('questions.0.answer')
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
    await expect(page.getByRole('region', { name: words.steps.see, exact: true })).toBeFocused()
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

/**
 * Predicts wrongly and sees it, predicts rightly and sees it, reads why, misses the goal and reaches it. Each is done in one language and
 * seen in both: the page changes its language where it stands.
 */
async function takeLesson(page: Page, lesson: Lesson) {
  let language: Language = 'zh'
  const words = () => lessonWords[language]
  const main = () => page.getByRole('region', { name: plain(lesson.title, language), exact: true })
  const inBoth = async (look: () => Promise<void>) => {
    await look()
    await page.getByRole('button', { name: shellWords[language].otherLanguage }).press('Enter')
    language = language === 'zh' ? 'en' : 'zh'
    await look()
  }
  await expect(page.getByRole('heading', { level: 1, name: plain(lesson.title, language) })).toBeVisible()

  for (const rightly of [false, true]) {
    await page.getByRole('button', { name: words().steps.ask, exact: true }).press('Enter')
    for (const [nth, question] of lesson.questions.entries()) {
      await predict(main().getByRole('group').nth(nth), question, rightly, language)
    }
    await main().getByRole('button', { name: words().runSlowly }).press('Enter')
    await inBoth(async () => {
      const different = main().getByRole('cell').getByText(words().different, { exact: true })
      if (rightly) {
        await expect(main().getByText(words().allSame)).toBeVisible()
        await expect(different).toHaveCount(0)
      } else await expect(different.first()).toBeVisible()
    })
  }

  await main()
    .getByRole('button', { name: words().nextStep(words().steps.why) })
    .press('Enter')
  await inBoth(async () => {
    await expect(main().getByRole('heading', { name: plain(lesson.lesson, language) })).toBeVisible()
    for (const { id } of lesson.why.rules) await expect(main().getByText(id, { exact: true })).toBeVisible()
    await expect(main().getByRole('link')).toHaveAttribute('href', lesson.why.source)
  })

  await main()
    .getByRole('button', { name: words().nextStep(words().steps.vary) })
    .press('Enter')
  for (const isMiss of [true, false]) {
    const variation = lesson.vary.options.find(({ hint }) => (hint !== undefined) === isMiss)
    if (!variation) throw new Error(`${lesson.id} has no option that ${isMiss ? 'misses' : 'reaches'} the goal`)
    await choose(main().getByRole('radio', { name: plain(variation.label, language), exact: true }))
    await main().getByRole('button', { name: words().tryIt }).press('Enter')
    await inBoth(async () => {
      const verdict = main().getByRole('status')
      await expect(verdict).toContainText(isMiss ? words().missed : words().reached)
      await expect(verdict).toContainText(plain(isMiss ? variation.hint : lesson.vary.reached, language))
    })
  }
  if (language !== 'zh') await page.getByRole('button', { name: shellWords.en.otherLanguage }).press('Enter')
  await page
    .getByRole('region', { name: plain(lesson.title, 'zh'), exact: true })
    .getByRole('button', { name: lesson === LESSONS.at(-1) ? lessonWords.zh.toList : lessonWords.zh.following })
    .press('Enter')
}

async function predict(field: Locator, question: Question, rightly: boolean, language: Language) {
  if (question.kind === 'number') {
    await field.getByRole('spinbutton').fill(String(rightly ? question.answer : question.answer + 1000))
  } else if (question.kind === 'choice') {
    const option = question.options.find(({ value }) => isSame(value, question.answer) === rightly)
    await choose(field.getByRole('radio', { name: plain(option?.label, language), exact: true }))
  } else {
    // Each card is moved to the front, the last one first: in the end the first is in front.
    const order = rightly ? question.answer : question.answer.toReversed()
    for (const card of order.toReversed()) {
      const earlier = field.getByRole('button', { name: lessonWords[language].earlier(card), exact: true })
      while (await earlier.isEnabled()) await earlier.press('Enter')
    }
  }
}

async function choose(radio: Locator) {
  await radio.press('Space')
  await expect(radio).toBeChecked()
}
