import { expect, it } from 'vitest'
import { documentOf } from '../json/document-of.ts'
import { findValue } from './find-value.ts'

it('goes from one value that has the words to the next, and round', () => {
  const json = documentOf({ list: [{ Price: 1 }, { price: 2 }], note: 'price' })
  expect([-1, 3, 5, 6].map((after) => findValue(json, 'price', after))).toEqual([3, 5, 6, 3])
  expect(findValue(json, 'nothing', -1)).toBeUndefined()
  expect(findValue(json, ' ', -1)).toBeUndefined()
})
