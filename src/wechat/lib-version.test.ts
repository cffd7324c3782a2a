import { expect, it } from 'vitest'
import { isLibSince } from './lib-version.ts'

it('compares base libraries number by number', () => {
  expect(isLibSince('3.10.0', '3.9.9')).toBe(true)
  expect(isLibSince('3.2.2', '3.2.2')).toBe(true)
  expect(isLibSince('3.2.1', '3.2.2')).toBe(false)
  expect(isLibSince('2.33.0', '3.0.0')).toBe(false)
})
