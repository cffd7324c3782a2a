import { expect, it } from 'vitest'
import { readScriptOptions } from './script-options.ts'

it('reads what the script tag says', () => {
  expect(
    readScriptOptions({ serviceWorker: 'off', open: 'false', dock: 'right', domainCheck: 'enforce', language: 'en', theme: 'dark' }),
  ).toEqual({
    serviceWorker: false,
    settings: { domainCheck: 'enforce' },
    panel: { open: false, dock: 'right', language: 'en', theme: 'dark' },
  })
  expect(readScriptOptions({ serviceWorker: '/static/wx-sw.js' }).serviceWorker).toEqual({ url: '/static/wx-sw.js' })
})

it('leaves the defaults where it says nothing, and opens the panel', () => {
  expect(readScriptOptions({})).toEqual({ panel: { open: true } })
})

it('names the attribute and what it may be', () => {
  expect(() => readScriptOptions({ domainCheck: 'off' })).toThrow('data-domain-check="off": it must be enforce or report')
})
