import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callTimesOf } from '../../testing/shared-time.ts'
import { CallTimes, type TimedRow } from './call-times.ts'

const call = (from: number, to: number, runs = false) => ({ from, to, runs })

describe('CallTimes', () => {
  it('takes calls for long ones that took eight times as long as half of the others, and at least a second', () => {
    const limit = callTimesOf([call(0, 100), call(0, 400), call(0, 60_000)]).longFrom
    expect(limit).toBeGreaterThanOrEqual(3200)
    expect(limit).toBeLessThan(3200 * 1.11)
    expect(callTimesOf([call(0, 10)]).longFrom).toBe(1000)
    expect(callTimesOf([call(0, 10, true)]).longFrom).toBe(Number.POSITIVE_INFINITY)
  })

  it('tells the stretches in which calls ran, and of a long call its two ends', () => {
    expect(callTimesOf([call(0, 100), call(50, 150), call(400, 500)]).busy(500)).toEqual([
      { from: 0, to: 150 },
      { from: 400, to: 500 },
    ])
    const busy = callTimesOf([call(0, 100), call(0, 100), call(0, 9000)]).busy(9000)
    expect(busy).toHaveLength(2)
    expect([busy[0]?.from, busy[1]?.to]).toEqual([0, 9000])
  })

  it('says of any rows that came, moved on and went what it would say of those that are left', () => {
    const rows = fc.array(
      fc.record({
        from: fc.nat(20_000),
        length: fc.oneof(fc.nat(300), fc.nat(9000)),
        runs: fc.boolean(),
        fate: fc.constantFrom('stays', 'ends', 'leaves'),
        asked: fc.boolean(),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(rows, (all) => {
        const shown = new Map<string, TimedRow>()
        const times = new CallTimes(() => shown.values())
        for (const [nth, { from, length, runs, asked }] of all.entries()) {
          const row = { taskId: `${nth}`, marks: { created: from, ...(!runs && { ended: from + length }) } }
          shown.set(row.taskId, row)
          times.enter(row)
          if (asked) times.busy(30_000)
        }
        for (const [nth, { from, length, fate, asked }] of all.entries()) {
          const row = { taskId: `${nth}`, marks: { created: from, ended: from + length } }
          if (fate === 'stays') continue
          if (fate === 'ends') times.move(row)
          else times.leave(shown.get(row.taskId) as TimedRow)
          if (fate === 'ends') shown.set(row.taskId, row)
          else shown.delete(row.taskId)
          if (asked) times.busy(30_000)
        }
        const fresh = new CallTimes(() => shown.values())
        for (const row of shown.values()) fresh.enter(row)
        expect(times.busy(30_000)).toEqual(fresh.busy(30_000))
        expect([times.median, times.longest, times.whole(30_000)]).toEqual([fresh.median, fresh.longest, fresh.whole(30_000)])
      }),
    )
  })

  it('takes in spans that no page would record: backwards in time, or ages apart', () => {
    for (const calls of [[call(1e308, 0)], [call(0, 100), call(1e308, 1.1e308)], [call(-1e308, 1e308)]]) {
      expect(callTimesOf(calls).busy(0).length).toBeLessThan(4)
    }
  })
})
