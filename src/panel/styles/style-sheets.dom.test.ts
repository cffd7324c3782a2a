// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { addStyles, adoptStyles } from './style-sheets.ts'

const rootOf = () => document.createElement('div').attachShadow({ mode: 'open' })

describe('the styles of the panel', () => {
  it('are made once for all panels of a page', () => {
    addStyles('@layer features { .one { color: red } }')
    const [one, other] = [rootOf(), rootOf()]
    const drops = [adoptStyles(one), adoptStyles(other)]
    expect(one.adoptedStyleSheets.length).toBeGreaterThan(1)
    expect(one.adoptedStyleSheets.every((sheet, place) => sheet === other.adoptedStyleSheets[place])).toBe(true)
    for (const drop of drops) drop()
  })

  it('of a part that comes late reach the panels that are there, once, and those to come', () => {
    const early = rootOf()
    const drop = adoptStyles(early)
    const before = early.adoptedStyleSheets.length
    addStyles('@layer features { .late { color: red } }')
    addStyles('@layer features { .late { color: red } }')
    expect(early.adoptedStyleSheets).toHaveLength(before + 1)
    const next = rootOf()
    const dropNext = adoptStyles(next)
    expect(next.adoptedStyleSheets.at(-1)).toBe(early.adoptedStyleSheets.at(-1))
    drop()
    dropNext()
  })

  it('do not come to a panel that is gone', () => {
    const gone = rootOf()
    adoptStyles(gone)()
    const before = gone.adoptedStyleSheets.length
    addStyles('@layer features { .later { color: red } }')
    expect(gone.adoptedStyleSheets).toHaveLength(before)
  })
})
