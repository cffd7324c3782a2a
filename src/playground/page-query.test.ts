import { describe, expect, it } from 'vitest'
import { parsePageQuery } from './page-query.ts'

describe('the address of the demo page', () => {
  it('chooses language, theme, worker and preview', () => {
    expect(parsePageQuery('?lang=en&theme=dark&sw=off&panel=only')).toEqual({
      language: 'en',
      theme: 'dark',
      serviceWorker: false,
      panelOnly: true,
    })
  })

  it('leaves everything to the system when it says nothing, or nothing that is known', () => {
    const nothing = { serviceWorker: true, panelOnly: false }
    expect(parsePageQuery('')).toEqual(nothing)
    expect(parsePageQuery('?lang=fr&theme=pink&sw=on&panel=both')).toEqual(nothing)
  })
})
