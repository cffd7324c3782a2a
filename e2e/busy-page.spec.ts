import { expect, test } from './drive/test.ts'

const TEAS = 'https://api.hillside.example/v1/teas?page=1'

test('three hundred calls at once on a rule leave the page free to paint, and its timers to fire', async ({ openPanel, page }) => {
  await openPanel()
  const between = await page.evaluate(
    (url) =>
      new Promise<{ readonly frames: number; readonly timers: number }>((resolve, reject) => {
        const CALLS = 300
        let frames = 0
        let timers = 0
        let ended = 0
        const frame = () => {
          frames += 1
          requestAnimationFrame(frame)
        }
        const success = () => {
          ended += 1
          // From the first callback on, to the last.
          if (ended === 1) {
            requestAnimationFrame(frame)
            setInterval(() => timers++)
          }
          if (ended === CALLS) resolve({ frames, timers })
        }
        for (let call = 0; call < CALLS; call++) wx.request({ url, success, fail: ({ errMsg }) => reject(new Error(errMsg)) })
      }),
    TEAS,
  )
  expect(between.frames).toBeGreaterThan(2)
  expect(between.timers).toBeGreaterThan(5)
})

test('a call that another mock library answers in place of fetch waits for no measurement', async ({ openPanel, page }) => {
  await page.addInitScript(() => {
    const { fetch } = window
    window.fetch = async (input, init) =>
      String(input).startsWith('https://elsewhere.example/') ? new Response('{"tea":"green"}') : fetch(input, init)
  })
  await openPanel()
  await page.evaluate(() => wxInspector.configure({ urlCheck: false }))
  const took = await page.evaluate(async () => {
    const started = performance.now()
    for (let call = 0; call < 50; call++) {
      await new Promise((success, reject) => {
        wx.request({ url: `https://elsewhere.example/${call}`, success, fail: ({ errMsg }) => reject(new Error(errMsg)) })
      })
    }
    return performance.now() - started
  })
  // To wait for what never comes took 60 ms for each.
  expect(took).toBeLessThan(2500)
})
