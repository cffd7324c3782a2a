import { describe, expect, it } from 'vitest'
import { createTypeahead } from './typeahead.ts'

const LABELS = ['Copy', 'Compare', 'Block', 'Pin', '清空']

describe('letters typed in a menu', () => {
  it('go through the items that begin with the same letter', () => {
    const find = createTypeahead()
    expect(find(LABELS, 0, 'c', 0)).toBe(1)
    expect(find(LABELS, 1, 'c', 100)).toBe(0)
    expect(find(LABELS, 0, 'P', 1000)).toBe(3)
  })

  it('spell a beginning when they come quickly, and begin anew after a pause', () => {
    const find = createTypeahead()
    expect(find(LABELS, 2, 'c', 0)).toBe(0)
    expect(find(LABELS, 0, 'o', 100)).toBe(0)
    expect(find(LABELS, 0, 'm', 200)).toBe(1)
    expect(find(LABELS, 1, 'b', 2000)).toBe(2)
  })

  it('leave the focus where it is when nothing begins with them', () => {
    expect(createTypeahead()(LABELS, 2, 'x', 0)).toBe(2)
    expect(createTypeahead()(LABELS, 2, '清', 0)).toBe(4)
  })
})
