import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { locateBrowser } from './find-browser.mjs'

describe.skipIf(process.platform === 'win32')('locateBrowser', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'browsers-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const put = (name: string, exitCode = 0) => {
    const path = join(folder, name)
    writeFileSync(path, `#!/bin/sh\nexit ${exitCode}\n`)
    chmodSync(path, 0o755)
    return path
  }

  it('believes WX_BROWSER, then CHROME_PATH, before it looks anywhere', () => {
    const own = put('own')
    const other = put('other')
    put('chromium')
    expect(locateBrowser({ WX_BROWSER: own, CHROME_PATH: other, PATH: folder }, [])).toBe(own)
    expect(locateBrowser({ CHROME_PATH: other, PATH: folder }, [])).toBe(other)
  })

  it('says so when the browser that was named is not there, rather than taking another', () => {
    put('chromium')
    expect(() => locateBrowser({ WX_BROWSER: join(folder, 'gone'), PATH: folder }, [])).toThrow(
      'WX_BROWSER names a browser that is not there',
    )
  })

  it('looks along the PATH before the usual places', () => {
    const usual = put('usual')
    const chrome = put('google-chrome')
    expect(locateBrowser({ PATH: ['/nowhere', folder].join(delimiter) }, [usual])).toBe(chrome)
  })

  it('passes by a stand-in that does not start, and a file that is no program', () => {
    put('chromium', 1)
    writeFileSync(join(folder, 'chromium-browser'), '')
    const usual = put('usual')
    expect(locateBrowser({ PATH: folder }, [usual])).toBe(usual)
  })

  it('finds none where there is none', () => {
    expect(locateBrowser({ PATH: folder }, [])).toBeUndefined()
  })
})
