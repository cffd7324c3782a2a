import { describe, expect, it } from 'vitest'
import { extendTo, NO_SELECTION, selectAll, selectOne, toggle, withoutTasks } from './selection.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const chosen = (selection: { selected: ReadonlySet<string> }) => [...selection.selected].sort().join('')

describe('selection', () => {
  it('extends from where it began, in both directions', () => {
    const begun = selectOne('c')
    expect(chosen(extendTo(begun, ids, 'e'))).toBe('cde')
    expect(chosen(extendTo(extendTo(begun, ids, 'e'), ids, 'b'))).toBe('bc')
  })

  it('begins anew when the row where it began is no longer shown', () => {
    expect(chosen(extendTo(selectOne('gone'), ids, 'b'))).toBe('b')
  })

  it('takes single rows in and out', () => {
    expect(chosen(toggle(toggle(selectOne('a'), 'c'), 'a'))).toBe('c')
  })

  it('chooses all and leaves the cursor where it is', () => {
    expect(selectAll(selectOne('c'), ids)).toEqual({ cursor: 'c', anchor: 'c', selected: new Set(ids) })
    expect(selectAll(NO_SELECTION, ids).cursor).toBe('a')
  })

  it('forgets rows that are gone and is the same object when none is', () => {
    const selection = selectAll(selectOne('c'), ids)
    expect(withoutTasks(selection, () => false)).toBe(selection)
    expect(withoutTasks(selection, (id) => id === 'c')).toEqual({ selected: new Set(['a', 'b', 'd', 'e']) })
  })
})
