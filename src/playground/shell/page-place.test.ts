import { describe, expect, it } from 'vitest'
import { parsePlace, searchOf } from './page-place.ts'

describe('the place in the address', () => {
  it('names a screen, a lesson and its step', () => {
    expect(parsePlace('?screen=lessons&lesson=queue&step=3')).toEqual({ screen: 'lessons', lesson: 'queue', step: 3 })
    expect(parsePlace('?lesson=queue&teacher=1')).toEqual({ screen: 'lessons', lesson: 'queue', teacher: true })
    expect(parsePlace('?lesson=queue')).toEqual({ screen: 'lessons', lesson: 'queue' })
  })

  it('is the preview when it says nothing, or nothing that is known', () => {
    expect(parsePlace('')).toEqual({ screen: 'preview' })
    expect(parsePlace('?screen=moon&step=2')).toEqual({ screen: 'preview' })
    expect(parsePlace('?lesson=queue&step=minus')).toEqual({ screen: 'lessons', lesson: 'queue' })
  })

  it('leaves what else the address asks for', () => {
    expect(searchOf({ screen: 'lessons', lesson: 'queue', step: 2 }, '?lang=en&sw=off&lesson=abort')).toBe(
      '?lang=en&sw=off&screen=lessons&lesson=queue&step=2',
    )
    expect(searchOf({ screen: 'lessons', lesson: 'queue', teacher: true }, '')).toBe('?screen=lessons&lesson=queue&teacher=1')
    expect(searchOf({ screen: 'preview' }, '?screen=lessons')).toBe('')
  })
})
