import { expect, test } from './drive/test.ts'

test('two tabs of a project agree on what is chosen in either of them, and neither undoes the other', async ({ page: first, context }) => {
  const second = await context.newPage()
  for (const tab of [first, second]) {
    await tab.goto('/e2e/pages/plain.html')
    await tab.evaluate(() => wxInspector.ready)
  }
  const settings = (tab: typeof first) =>
    tab.evaluate(() => [wxInspector.settings.platform, wxInspector.settings.urlCheck, wxInspector.settings.capture.maxTasks])
  await first.evaluate(() => wxInspector.send?.({ type: 'configure', patch: { platform: 'ios' } }))
  // Tabs may be processes of their own, which a browser tells of a change a moment later.
  await expect.poll(() => settings(second)).toEqual(['ios', true, 5000])
  await second.evaluate(() => wxInspector.send?.({ type: 'configure', patch: { urlCheck: false } }))
  await expect.poll(() => settings(first)).toEqual(['ios', false, 5000])
  await first.evaluate(() => wxInspector.send?.({ type: 'configure', patch: { capture: { maxTasks: 123 } } }))
  for (const tab of [first, second]) await expect.poll(() => settings(tab)).toEqual(['ios', false, 123])
  await second.evaluate(() => wxInspector.send?.({ type: 'reset-settings', path: 'platform' }))
  for (const tab of [first, second]) await expect.poll(() => settings(tab)).toEqual(['android', false, 123])
  await second.reload()
  expect(await settings(second)).toEqual(['android', false, 123])
})
