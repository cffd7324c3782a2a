import { expect, test } from './drive/test.ts'

const TEAS = 'https://api.hillside.example/v1/teas?page=1'

test('three hundred calls at once on a rule leave the page free to paint, and its timers to fire', async ({ openPanel, page }) => {
  await openPanel()
  const callMany = () =>
    page.evaluate(
      (url) =>
        new Promise<{ readonly frames: number; readonly timers: number }>((resolve, reject) => {
          const CALLS = 300
          let frames = 0
          let timers = 0
          let ended = 0
          let timer: ReturnType<typeof setInterval> | undefined
          const frame = () => {
            frames += 1
            if (ended < CALLS) requestAnimationFrame(frame)
          }
          const success = () => {
            ended += 1
            // From the first callback on, to the last.
            if (ended === 1) {
              requestAnimationFrame(frame)
              timer = setInterval(() => timers++)
            }
            if (ended < CALLS) return
            clearInterval(timer)
            resolve({ frames, timers })
          }
          for (let call = 0; call < CALLS; call++) wx.request({ url, success, fail: ({ errMsg }) => reject(new Error(errMsg)) })
        }),
      TEAS,
    )
  // A busy machine gives a page few frames for whatever reason; one that is held up gets none, however often.
  await expect(async () => {
    const { frames, timers } = await callMany()
    expect(frames).toBeGreaterThan(2)
    expect(timers).toBeGreaterThan(5)
  }).toPass()
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
    const times: number[] = []
    for (let call = 0; call < 50; call++) {
      const started = performance.now()
      await new Promise((success, reject) => {
        wx.request({ url: `https://elsewhere.example/${call}`, success, fail: ({ errMsg }) => reject(new Error(errMsg)) })
      })
      times.push(performance.now() - started)
    }
    return times.sort((a, b) => a - b)
  })
  // To wait for what never comes would take 60 ms for each.
  expect(took[took.length / 2]).toBeLessThan(50)
})
