import { BROWSER_ARGS, locateBrowser } from './find-browser.mjs'

/**
 * What the windows of a test go without. Of several such flags the browser heeds the last, so Playwright's own are said again.
 * The last two are the lists under the address bar: two pages of their own in every window, a sixth of the time of a run.
 */
const LEFT_OUT = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'msForceBrowserSignIn',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
]

/** How Playwright's tests start the browser. */
export const TEST_ARGS = [...BROWSER_ARGS, `--disable-features=${LEFT_OUT.join()}`]

/**
 * How Playwright's tests start the browser that is on this machine, and what they keep of a failure.
 * @param {readonly string[]} [args] more for the browser
 */
export function browserForTests(args = []) {
  // Every worker reads its configuration again: looked for once, the browser stays in the environment.
  process.env.WX_BROWSER ??= locateBrowser() ?? ''
  const executablePath = process.env.WX_BROWSER
  return {
    // Acts with a snapshot before and after, and a picture at the end. A film as well takes a third of a run: `--trace on` has it.
    trace: /** @type {const} */ ({ mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true }),
    screenshot: /** @type {const} */ ('only-on-failure'),
    launchOptions: { ...(executablePath && { executablePath }), args: [...TEST_ARGS, ...args] },
  }
}
