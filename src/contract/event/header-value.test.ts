import { expect, it } from 'vitest'
import { headerValue } from './header-value.ts'

it('finds a header in a list and in a record, whatever the case of its name (HDR-10)', () => {
  expect(
    headerValue(
      [
        ['Content-Type', 'a'],
        ['content-type', 'b'],
      ],
      'content-type',
    ),
  ).toBe('a')
  expect(headerValue({ LOCATION: '' }, 'Location')).toBe('')
  expect(headerValue({}, 'location')).toBeUndefined()
  expect(headerValue(undefined, 'location')).toBeUndefined()
})
