import { withDevToolsPage } from './bare-chromium.mjs'
import { harFile } from './har-file.mjs'

/**
 * Opens the Network panel of Chrome's own DevTools in a page, where it does what peers-page.ts has our panel do.
 * @template Result
 * @param {string} executablePath
 * @param {(page: import('./bare-chromium.mjs').BarePage) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export function withChromePanel(executablePath, work) {
  return withDevToolsPage(executablePath, async (page) => {
    await page.until(() => document.querySelector('.root-view') !== null)
    await page.evaluate(`() => { globalThis.harFile = ${harFile} }`)
    await page.evaluate(setUp)
    return work(page)
  })
}

/** Runs in the page. The modules are those that the Chromium serves, which have no types. */
async function setUp() {
  /** @type {any} */
  const { ViewManager } = await import(`${location.origin}/devtools/ui/legacy/legacy.js`)
  await ViewManager.ViewManager.instance().showView('network')
  /** @type {any} */
  const { NetworkPanel } = await import(`${location.origin}/devtools/panels/network/network.js`)
  const panel = NetworkPanel.NetworkPanel.instance()
  const { dataGrid, textFilterUI } = panel.networkLogView
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const settled = () => new Promise((resolve) => setTimeout(resolve, 400))
  let file = new File([], '')
  Object.assign(globalThis, {
    peersBench: {
      frame: nextFrame,
      settled,
      focusFilter() {
        textFilterUI.focus()
        return true
      },
      async scroll(/** @type {number} */ frames) {
        const gaps = []
        const list = dataGrid.scrollContainer
        let before = Number(await nextFrame())
        for (let frame = 0; frame <= frames; frame++) {
          list.scrollTop = ((list.scrollHeight - list.clientHeight) * frame) / frames
          const now = Number(await nextFrame())
          gaps.push(now - before)
          before = now
        }
        return gaps
      },
      async select() {
        const cell = dataGrid.visibleNodes.at(-3).element().querySelector('.name-column')
        const started = performance.now()
        for (const type of ['mousedown', 'mouseup', 'click'])
          cell.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, detail: 1 }))
        while (!panel.networkItemView) await nextFrame()
        await nextFrame()
        await new Promise((resolve) => setTimeout(resolve))
        return performance.now() - started
      },
      writeHar(/** @type {number} */ entries, /** @type {string} */ text) {
        file = globalThis.harFile(entries, text)
      },
      async importHar(/** @type {number} */ entries) {
        const started = performance.now()
        let longestPause = 0
        let before = started
        let handle = requestAnimationFrame(function watch(now) {
          longestPause = Math.max(longestPause, now - before)
          before = now
          handle = requestAnimationFrame(watch)
        })
        await panel.networkLogView.onLoadFromFile(file)
        while (dataGrid.rootNode().flatChildren().length < entries) await nextFrame()
        await nextFrame()
        const wall = performance.now() - started
        cancelAnimationFrame(handle)
        return { wall, longestPause }
      },
    },
  })
}
