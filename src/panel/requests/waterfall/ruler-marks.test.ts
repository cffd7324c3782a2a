import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedTimeOf } from '../../../testing/shared-time.ts'
import { rulerMarks } from './ruler-marks.ts'
import { createOwnScale, createSharedScale } from './time-scale.ts'

const format = (ms: number) => `${ms} ms`

describe('rulerMarks', () => {
  it('mark round lengths of time', () => {
    expect(rulerMarks(createOwnScale(1000, 310), format).map(({ label, x }) => [label, x])).toEqual([
      ['0 ms', 5],
      ['200 ms', 65],
      ['400 ms', 125],
      ['600 ms', 185],
      ['800 ms', 245],
    ])
  })

  it('say how long a fold is, and go on counting behind it', () => {
    const scale = createSharedScale({ busy: [{ from: 0, to: 500 }, { from: 7000, to: 7500 }], runs: false }, 444) // biome-ignore format: one line
    const seconds = (ms: number) => `${ms / 1000} s`
    const labels = rulerMarks(scale, seconds).map(({ label }) => label)
    expect(labels[0]).toBe('0 s')
    expect(labels).toContain('6.5 s')
    expect(labels.at(-1)).toMatch(/^7/)
  })

  it('never let a label cover another, a fold or the end, whatever ran when', () => {
    const calls = fc.array(
      fc
        .record({ from: fc.nat(1_000_000), length: fc.nat(20_000), runs: fc.boolean() })
        .map(({ from, length, runs }) => ({ from, to: from + length, runs })),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(calls, fc.integer({ min: 100, max: 900 }), (spans, width) => {
        let end = Number.NEGATIVE_INFINITY
        for (const { x, label, fold } of rulerMarks(createSharedScale(sharedTimeOf(spans), width), format)) {
          expect(x).toBeGreaterThanOrEqual(end - 1e-6)
          end = x + (fold?.width ?? label.length * 6.4 + 8)
          if (fold === undefined) expect(label).not.toBe('')
        }
        expect(end).toBeLessThanOrEqual(width + 1e-6)
      }),
    )
  })
})
