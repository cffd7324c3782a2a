import { openBuiltPage, spent } from './built-page.mjs'

const CALLS = 10_000
const AT_ONCE = 50

const WHAT = {
  bare: 'wx.request on a rule, nothing recorded: a call',
  closed: 'the same, recorded, no panel: a call',
  open: 'the same, recorded and drawn: a call',
}

/**
 * 10,000 mocked calls, 50 under way at any moment: what recording and drawing add to the call itself.
 * @param {import('@playwright/test').Browser} browser
 */
export async function measure(browser) {
  const rows = []
  let bare = Number.NaN
  for (const setup of /** @type {const} */ (['bare', 'closed', 'open'])) {
    const page = await openBuiltPage(browser, 'record.html')
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.evaluate((which) => recordBench.prepare(which), setup)
    await page.evaluate(() => recordBench.call(200, 10))
    const warm = await spent(session)
    const started = performance.now()
    await page.evaluate(([count, atOnce]) => recordBench.call(count, atOnce), [CALLS, AT_ONCE])
    const seconds = (performance.now() - started) / 1000
    const cpu = ((await spent(session)).cpu - warm.cpu) / CALLS
    if (setup === 'bare') bare = cpu
    const recorded = await page.evaluate(() => recordBench.recorded())
    if (setup !== 'bare' && recorded !== CALLS + 200) throw new Error(`${recorded} of ${CALLS + 200} calls were recorded`)
    const ratio = `${setup === 'bare' ? '' : `${(cpu / bare).toFixed(2)} × nothing recorded, `}${CALLS} in ${seconds.toFixed(1)} s`
    rows.push({ what: WHAT[setup], value: cpu * 1000, unit: 'µs CPU', ratio })
    await page.close()
  }
  return rows
}
