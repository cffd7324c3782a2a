import { expect, it } from 'vitest'
import { whenAssigned } from './when-assigned.ts'

it('gives what is there at once', () => {
  const found: object[] = []
  const uni = {}
  whenAssigned({ uni }, 'uni', (value) => found.push(value))
  expect(found).toEqual([uni])
})

it('waits for what is assigned later, which then is an ordinary property', () => {
  const found: object[] = []
  const page: { uni?: object } = {}
  const uni = { request() {} }
  whenAssigned(page, 'uni', (value) => found.push(value))
  expect(page.uni).toBeUndefined()
  expect(Object.keys(page)).toEqual([])
  page.uni = uni
  expect(found).toEqual([uni])
  expect(Object.getOwnPropertyDescriptor(page, 'uni')).toEqual({ value: uni, writable: true, enumerable: true, configurable: true })
})

it('leaves no trace when nobody assigned anything', () => {
  const page = {}
  whenAssigned(page, 'uni', () => {})()
  expect('uni' in page).toBe(false)
})

it('leaves alone what it may not change', () => {
  const page = Object.defineProperty({}, 'uni', { value: undefined })
  expect(() => whenAssigned(page, 'uni', () => {})()).not.toThrow()
})
