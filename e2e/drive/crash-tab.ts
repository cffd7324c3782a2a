import type { CDPSession, Page } from '@playwright/test'

/** A tab whose page was killed, reloaded as a person would: Playwright gives such a page up, so it is driven by the browser's own protocol. */
export interface ReloadedTab {
  /** Runs in the page once it has an inspector, and gives what it returns. */
  evaluate<Result>(run: () => Result | Promise<Result>): Promise<Result>
}

/** Kills the process of a page and reloads the tab. The `sessionStorage` of a tab outlives that. */
export async function crashAndReload(page: Page): Promise<ReloadedTab> {
  const url = page.url()
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser of its own')
  const devtools = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // Nobody is left to answer it.
  void devtools.send('Page.crash').catch(() => {})
  await crashed

  const session = await browser.newBrowserCDPSession()
  const { targetInfos } = await session.send('Target.getTargets')
  const target = targetInfos.find((info) => info.type === 'page' && info.url === url)
  if (!target) throw new Error(`no tab has ${url}`)
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false })
  const send = createSender(session, sessionId)
  await send('Page.reload')
  return {
    async evaluate<Result>(run: () => Result | Promise<Result>) {
      for (;;) {
        const { exceptionDetails, result } = await send('Runtime.evaluate', {
          expression: `globalThis.wxInspector?.ready.then(${run})`,
          awaitPromise: true,
          returnByValue: true,
        })
        if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
        // The new page is not there yet.
        if (result?.type !== 'undefined') return result?.value as Result
        await page.context().browser()?.version()
      }
    },
  }
}

interface Evaluated {
  readonly result?: { readonly type: string; readonly value?: unknown }
  readonly exceptionDetails?: unknown
}

function createSender(session: CDPSession, sessionId: string) {
  let last = 0
  return (method: string, params: object = {}) =>
    new Promise<Evaluated>((resolve) => {
      const id = ++last
      const listen = ({ message }: { message: string }) => {
        const answer = JSON.parse(message)
        if (answer.id !== id) return
        session.off('Target.receivedMessageFromTarget', listen)
        resolve(answer.result ?? {})
      }
      session.on('Target.receivedMessageFromTarget', listen)
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
    })
}
