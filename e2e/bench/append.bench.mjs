import { median, openBuiltPage, spent } from './built-page.mjs'

const ADDED = 100
const ROUNDS = 9

/**
 * What it costs the page to take 100 more tasks, when it has few and when it has 50,000.
 * @param {import('@playwright/test').Browser} browser
 */
export async function measure(browser) {
  const page = await openBuiltPage(browser, 'list.html')
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const few = await appendTo(page, session, 1_000)
  const many = await appendTo(page, session, 50_000)
  await page.close()
  const ratio = `${(many.script / few.script).toFixed(2)} × the cost at 1,000`
  return [
    { what: `append ${ADDED} to 1,000: script`, value: few.script, unit: 'ms' },
    { what: `append ${ADDED} to 50,000: script`, value: many.script, unit: 'ms', bar: 30, ratio },
    { what: `append ${ADDED} to 50,000: main thread, layout and paint too`, value: many.cpu, unit: 'ms' },
  ]
}

async function appendTo(page, session, size) {
  await page.evaluate(
    async (count) => {
      listBench.append(count)
      await listBench.shown(count)
    },
    size - (await page.evaluate(() => listBench.count())),
  )
  const scripts = []
  const cpus = []
  for (let round = 0; round < ROUNDS; round++) {
    const before = await spent(session)
    await page.evaluate(async (count) => {
      listBench.append(count)
      await listBench.shown(listBench.count())
    }, ADDED)
    const after = await spent(session)
    scripts.push(after.script - before.script)
    cpus.push(after.cpu - before.cpu)
  }
  return { script: median(scripts), cpu: median(cpus) }
}
