import { openBuiltPage } from './built-page.mjs'

/** Calls so far when the heap is read. */
const STEPS = [1_000, 10_000, 100_000]
const AT_ONCE = 50
const WARM_UP = 200

const WHAT = {
  closed: 'no panel',
  open: 'panel open',
}

/**
 * Bytes of JavaScript heap for each record of a mocked GET with an answer of 136 bytes, after garbage collection.
 * What the page keeps of a call that nobody records is taken off.
 * @param {import('@playwright/test').Browser} browser
 */
export async function measure(browser) {
  const bare = await heapsOf(browser, 'bare')
  const rows = []
  for (const setup of /** @type {const} */ (['closed', 'open'])) {
    const heaps = await heapsOf(browser, setup)
    for (const [step, calls] of STEPS.entries()) {
      rows.push({ what: `heap of a record, ${WHAT[setup]}, ${calls} kept`, value: heaps[step] - bare[step], unit: 'bytes', bar: 1500 })
    }
  }
  return rows
}

/** Bytes for each call, when so many were made. */
async function heapsOf(browser, setup) {
  const page = await openBuiltPage(browser, 'record.html')
  const session = await page.context().newCDPSession(page)
  await page.evaluate((which) => recordBench.prepare(which), setup)
  await page.evaluate((count) => recordBench.call(count, 10), WARM_UP)
  // The head of the list is a row too.
  const drawn = async (count) => {
    const rows = () => page.getByRole('grid').getAttribute('aria-rowcount')
    while (setup === 'open' && Number(await rows()) <= count) await page.waitForTimeout(200)
  }
  await drawn(WARM_UP)
  const before = await heapOf(session)
  const heaps = []
  let made = 0
  for (const calls of STEPS) {
    await page.evaluate(([count, atOnce]) => recordBench.call(count, atOnce), [calls - made, AT_ONCE])
    made = calls
    await drawn(WARM_UP + calls)
    const recorded = await page.evaluate(() => recordBench.recorded())
    if (setup !== 'bare' && recorded < calls) throw new Error(`${recorded} of ${calls} calls were recorded`)
    heaps.push(((await heapOf(session)) - before) / calls)
  }
  await page.close()
  return heaps
}

/** Bytes of heap in use once everything that nobody holds is gone. */
async function heapOf(session) {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}
