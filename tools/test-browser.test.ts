import { chromium } from '@playwright/test'
import { expect, it } from 'vitest'
import { TEST_ARGS } from './test-browser.mjs'

it('leaves out of the browser all that Playwright leaves out of it', async () => {
  // Its error says how it would have started a browser that is none.
  const error = await chromium.launch({ executablePath: process.execPath, args: ['--version'] }).catch(String)
  const leftOut = (text: unknown) => /--disable-features=(\S+)/.exec(String(text))?.[1]?.split(',') ?? []
  expect(leftOut(error)).toContain('PaintHolding')
  expect(leftOut(TEST_ARGS.join(' '))).toEqual(expect.arrayContaining(leftOut(error)))
})
