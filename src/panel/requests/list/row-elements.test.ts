import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangeElements, type RowElement, refillElements } from './row-elements.ts'

const NONE: ReadonlySet<string> = new Set()
const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => `task-${from + place}`)
const elementsOf = (arranged: readonly RowElement[]) => arranged.map(({ element }) => element)

/** What React does: elements that stand after one that must follow them are moved, new ones are made. */
function workOf(before: readonly RowElement[], after: readonly RowElement[]) {
  const places = new Map(before.map(({ element }, place) => [element, place]))
  const moved: number[] = []
  let made = 0
  let last = -1
  for (const { element } of after) {
    const place = places.get(element)
    if (place === undefined) made += 1
    else if (place < last) moved.push(element)
    else last = place
  }
  return { moved, made }
}

describe('elements of rows', () => {
  it('are all written anew in place when the list jumps, and none is moved or made', () => {
    const before = arrangeElements([], rows(0, 40), NONE)
    const after = arrangeElements(before, rows(500, 540), NONE)
    expect(elementsOf(after)).toEqual(elementsOf(before))
  })

  it('follow a list that scrolls down: the first becomes the last, the others keep their rows', () => {
    const before = arrangeElements([], rows(0, 5), NONE)
    expect(elementsOf(arrangeElements(before, rows(1, 6), NONE))).toEqual([1, 2, 3, 4, 0])
  })

  it('follow a list that scrolls up: one is made above the others, which stay where they are', () => {
    const before = arrangeElements([], rows(5, 10), NONE)
    const after = arrangeElements(before, rows(4, 9), NONE)
    expect(elementsOf(after)).toEqual([5, 0, 1, 2, 3])
    expect(workOf(before, after)).toEqual({ moved: [], made: 1 })
  })

  it('make room for a row that comes between others', () => {
    const before = arrangeElements([], ['a', 'b', 'c', 'd'], NONE)
    const after = arrangeElements(before, ['a', 'new', 'b', 'c'], NONE)
    expect(elementsOf(after)).toEqual([0, 4, 1, 2])
  })

  it('stay with a held row wherever the list jumps', () => {
    const held = new Set(['task-3'])
    const before = arrangeElements([], rows(0, 10), held)
    const element = before.find(({ taskId }) => taskId === 'task-3')?.element
    const away = arrangeElements(before, ['task-3', ...rows(700, 710)], held)
    expect(away[0]).toEqual({ taskId: 'task-3', element })
    expect(workOf(before, away).moved).not.toContain(element)
    const back = arrangeElements(away, rows(0, 10), held)
    expect(back.find(({ taskId }) => taskId === 'task-3')?.element).toBe(element)
    expect(workOf(away, back).moved).not.toContain(element)
  })

  it('are each given to one row, and that of a held row is neither moved nor given away, however the list moves', () => {
    const list = rows(0, 60)
    const window = fc.record({ from: fc.nat(50), size: fc.integer({ min: 1, max: 10 }) })
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 12 }), fc.nat(59), (windows, focus) => {
        const held = new Set([`task-${focus}`])
        let before = arrangeElements([], [`task-${focus}`], held)
        const [{ element } = { element: -1 }] = before
        for (const { from, size } of windows) {
          const shown = list.filter((taskId, index) => held.has(taskId) || (index >= from && index < from + size))
          const after = arrangeElements(before, shown, held)
          expect(after.map(({ taskId }) => taskId)).toEqual(shown)
          expect(new Set(elementsOf(after)).size).toBe(shown.length)
          expect(after.find(({ taskId }) => held.has(taskId))?.element).toBe(element)
          expect(workOf(before, after).moved).not.toContain(element)
          before = after
        }
      }),
    )
  })

  it('change nothing when nothing changed', () => {
    const before = arrangeElements([], rows(0, 12), NONE)
    expect(arrangeElements(before, rows(0, 12), NONE)).toEqual(before)
  })

  it('keep to their rows when the list is sorted the other way round only as far as that moves none of them up', () => {
    const before = arrangeElements([], rows(0, 6), NONE)
    const after = arrangeElements(before, rows(0, 6).reverse(), NONE)
    expect(workOf(before, after)).toEqual({ moved: [], made: 0 })
  })
})

describe('elements of rows while the list is scrolled', () => {
  it('stay where they stand: those whose rows have gone take those that come, and more are made at the end', () => {
    const before = arrangeElements([], rows(0, 4), NONE)
    const after = refillElements(before, rows(2, 6))
    expect(after.map(({ taskId, element }) => [taskId, element])).toEqual([
      ['task-4', 0],
      ['task-5', 1],
      ['task-2', 2],
      ['task-3', 3],
    ])
    expect(refillElements(after, rows(2, 7)).at(-1)).toEqual({ taskId: 'task-6', element: 4 })
    expect(elementsOf(refillElements(after, rows(3, 5)))).toEqual([0, 3])
  })

  it('show each row once, move none, and leave rows that stay alone, however the list is scrolled', () => {
    const anyRange = fc.tuple(fc.nat(60), fc.integer({ min: 0, max: 20 }))
    fc.assert(
      fc.property(fc.array(anyRange, { minLength: 2, maxLength: 8 }), (ranges) => {
        let before: readonly RowElement[] = []
        for (const [from, count] of ranges) {
          const wanted = rows(from, from + count)
          const after = refillElements(before, wanted)
          expect(after.map(({ taskId }) => taskId).sort()).toEqual([...wanted].sort())
          expect(new Set(elementsOf(after)).size).toBe(count)
          expect(workOf(before, after).moved).toEqual([])
          for (const { taskId, element } of before) {
            if (wanted.includes(taskId)) expect(after).toContainEqual({ taskId, element })
          }
          before = after
        }
      }),
    )
  })
})
