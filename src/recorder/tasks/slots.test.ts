import { describe, expect, it } from 'vitest'
import { giveSlots } from './slots.ts'

describe('giveSlots', () => {
  it('gives each call the lowest slot that is free when it starts', () => {
    const calls = [{ started: 0, ended: 10 }, { started: 1, ended: 4 }, { started: 2, ended: 12 }, { started: 5 }, { started: 11 }]
    expect(giveSlots(calls)).toEqual([0, 1, 2, 1, 0])
  })

  it('takes a slot that becomes free at that very moment', () => {
    expect(giveSlots([{ started: 0, ended: 5 }, { started: 5 }])).toEqual([0, 0])
  })

  it('goes by when calls started, not by when they were made', () => {
    expect(giveSlots([{ started: 3 }, { started: 1 }])).toEqual([1, 0])
  })

  it('gives none to a call that never started', () => {
    expect(giveSlots([{}, { ended: 3 }, { started: 1 }])).toEqual([undefined, undefined, 0])
  })

  it('goes beyond the limit where a record does', () => {
    expect(Math.max(...giveSlots(Array.from({ length: 12 }, () => ({ started: 0 }))).map((slot) => slot ?? -1))).toBe(11)
  })
})
