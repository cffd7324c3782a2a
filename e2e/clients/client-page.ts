import { expect, type Page } from '@playwright/test'
import type { SettingsPatch } from '../../src/contract/settings-patch.ts'
import type { TaskSnapshot } from '../../src/recorder/tasks/task-snapshot.ts'
import '../drive/page-globals.ts'

/** Opens the panel alone, lets every address through and puts a client in the page, which finds our `wx` there. */
export async function openClientPage(page: Page, client: string, settings: SettingsPatch = {}): Promise<void> {
  await page.goto('/?panel=only&sw=off&lang=en')
  await page.waitForFunction(() => globalThis.wxInspector)
  await page.evaluate(async (patch) => {
    await wxInspector.ready
    wxInspector.configure({ urlCheck: false, ...patch })
  }, settings)
  await page.addScriptTag({ content: client })
}

/** What a call has left in the record. */
export type RecordedCall = Partial<Pick<TaskSnapshot, 'api' | 'method' | 'state' | 'statusCode'>> & {
  readonly path: string
  /** What the app was told of a failure, or what it looks like. */
  readonly errMsg?: string | RegExp
}

/** Every call that the client made is a task of the record, in this order, and there is no other. */
export async function expectRecorded(page: Page, calls: readonly RecordedCall[]): Promise<void> {
  const read = () =>
    page.evaluate(() =>
      wxInspector.tasks().map(({ api, method, state, url, statusCode, error }) => ({
        api,
        method,
        state,
        path: new URL(url).pathname,
        statusCode,
        errMsg: error?.errMsg,
      })),
    )
  const expected = calls.map(({ errMsg, ...call }) => ({
    ...call,
    ...(errMsg && { errMsg: typeof errMsg === 'string' ? errMsg : expect.stringMatching(errMsg) }),
  }))
  await expect(async () => expect(await read()).toMatchObject(expected)).toPass()
}

/** Writes a file of the app, `size` bytes of a pattern that `patternOf` gives too; gives its path. */
export function writeAppFile(page: Page, name: string, size: number): Promise<string> {
  return page.evaluate(
    ([file, length]) => {
      const path = `${wx.env.USER_DATA_PATH}/${file}`
      wx.getFileSystemManager().writeFileSync(path, new Uint8Array(length).map((_, at) => at % 251).buffer)
      return path
    },
    [name, size] as const,
  )
}

/** The bytes of a file that `writeAppFile` wrote. */
export function patternOf(size: number): Buffer {
  return Buffer.from(new Uint8Array(size).map((_, at) => at % 251))
}

/** The bytes of a file of the app. */
export async function readAppFile(page: Page, path: string): Promise<Buffer> {
  const base64 = await page.evaluate((file) => wx.getFileSystemManager().readFileSync(file, 'base64') as string, path)
  return Buffer.from(base64, 'base64')
}

/** Waits until so many calls to a path are under way, so that the test can interfere. */
export async function waitForRunning(page: Page, path: string, count = 1): Promise<void> {
  await page.waitForFunction(
    ([end, calls]) =>
      wxInspector.tasks().filter(({ url, state }) => new URL(url).pathname === end && (state === 'running' || state === 'receiving'))
        .length === calls,
    [path, count] as const,
  )
}
