import { describe, expect, it } from 'vitest'
import { RememberedChoice } from './remembered-choice.ts'

const memory = (entries: [string, string][] = []) => {
  const values = new Map(entries)
  return { values, getItem: (key: string) => values.get(key) ?? null, setItem: (key: string, value: string) => void values.set(key, value) }
}

describe('a remembered choice', () => {
  it('is found again by the next page', () => {
    const storage = memory()
    new RememberedChoice('theme', ['light', 'dark'], () => storage).save('dark')
    expect(new RememberedChoice('theme', ['light', 'dark'], () => storage).read()).toBe('dark')
  })

  it('forgets a value that is not known any more', () => {
    const storage = memory([['wx-request-inspector/page/theme', 'sepia']])
    expect(new RememberedChoice('theme', ['light', 'dark'], () => storage).read()).toBeUndefined()
  })

  it('does without a storage that is blocked', () => {
    const blocked = new RememberedChoice('theme', ['light', 'dark'], () => {
      throw new DOMException('denied', 'SecurityError')
    })
    blocked.save('dark')
    expect(blocked.read()).toBeUndefined()
  })
})
