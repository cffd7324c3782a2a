import { expect, test } from '@playwright/test'

test('keeps the calls that had ended across a reload, on one clock and before the new ones', async ({ page }) => {
  await page.goto('/?lang=en&sw=off')
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('200')
  const before = await page.evaluate(() => wxInspector.tasks().map(({ taskId, url, marks }) => ({ taskId, url, marks })))

  await page.getByRole('button', { name: 'Keep the record across reloads' }).click()
  await page.reload()

  await expect(page.getByRole('button', { name: 'Keep the record across reloads' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('grid').getByRole('row')).not.toHaveCount(1 + before.length)
  const after = await page.evaluate(() => wxInspector.tasks().map(({ taskId, url, marks }) => ({ taskId, url, marks })))
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after.at(-1)?.marks.created).toBeGreaterThan(before.at(-1)?.marks.ended ?? Number.POSITIVE_INFINITY)
})

test('forgets them when it was not asked to keep them', async ({ page }) => {
  await page.goto('/?lang=en&sw=off')
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('200')
  const [first] = await page.evaluate(() => wxInspector.tasks().map((task) => task.taskId))
  await page.reload()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('200')
  expect(await page.evaluate(() => wxInspector.tasks().map((task) => task.taskId))).not.toContain(first)
})
