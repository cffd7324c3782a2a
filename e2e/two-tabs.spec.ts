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

test('rules that two tabs change at the same moment are all kept, and none is lost where the storage is full, blocked or spoilt, which is told', async ({
  page: first,
  context,
}) => {
  const second = await context.newPage()
  for (const tab of [first, second]) {
    await tab.goto('/?panel=only&sw=off')
    await tab.evaluate(() => wxInspector.ready)
  }
  /** Adds rules of this name, each with what is there then. */
  const add = (tab: typeof first, name: string, count = 1) =>
    tab.evaluate(
      async ([start, times]) => {
        for (let nth = 0; nth < times; nth += 1) {
          const rule = { id: `${start}${nth}`, name: start, enabled: true, when: { url: '*/x' }, respond: { kind: 'hang' as const } }
          await wxInspector.send?.({ type: 'set-rules', rules: [rule, ...wxInspector.rules] })
        }
      },
      [name, count] as const,
    )
  const added = (tab: typeof first) =>
    tab.evaluate(() =>
      wxInspector.rules
        .map(({ id }) => id)
        .filter((id) => /^(?:one|two|full|spoilt|blocked)\d/.test(id))
        .sort(),
    )
  const ids = (...names: string[]) =>
    names.flatMap((name) => Array.from({ length: name === 'one' || name === 'two' ? 9 : 1 }, (_, n) => `${name}${n}`)).sort()
  await Promise.all([add(first, 'one', 9), add(second, 'two', 9)])
  for (const tab of [first, second]) await expect.poll(() => added(tab)).toEqual(ids('one', 'two'))

  const key = await first.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size /= 2)
      for (;;)
        try {
          localStorage.setItem(`filler ${size} ${localStorage.length}`, 'x'.repeat(size))
        } catch {
          break
        }
    return Object.keys(localStorage).find((each) => each.startsWith('wx-request-inspector/choices/')) ?? ''
  })
  await add(first, 'full')
  await expect(first.getByText('本地存储已满，新的设置和 Mock 没有存下来').first()).toBeVisible()
  expect(await added(first)).toEqual(ids('one', 'two', 'full'))
  await first.evaluate(() => {
    for (const each of Object.keys(localStorage)) if (each.startsWith('filler')) localStorage.removeItem(each)
  })
  await second.evaluate((name) => localStorage.setItem(name, '{"version":2,'), key)
  await expect(first.getByText('保存的设置有一部分无法识别').first()).toBeVisible()
  expect(await added(first)).toEqual(ids('one', 'two', 'full'))
  await add(first, 'spoilt')
  await expect.poll(() => added(second)).toEqual(ids('one', 'two', 'full', 'spoilt'))

  const third = await context.newPage()
  await third.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    }),
  )
  await third.goto('/?panel=only&sw=off')
  await add(third, 'blocked')
  await expect(third.getByText('浏览器不允许使用本地存储').first()).toBeVisible()
  expect(await added(third)).toEqual(['blocked0'])
})
