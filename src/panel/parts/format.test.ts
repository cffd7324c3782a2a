import { describe, expect, it } from 'vitest'
import { formatCount, formatDuration, formatExactDuration, formatExactMoment, formatExactSize, formatMoment, formatSize } from './format.ts'

const plain = (text: string) => text.replaceAll('\u202f', ' ')

describe('numbers as people read them', () => {
  it.each([
    [0, '0 ms'],
    [0.04, '0 ms'],
    [0.31, '0.3 ms'],
    [4, '4 ms'],
    [9.96, '10 ms'],
    [84.4, '84 ms'],
    [999.4, '999 ms'],
    [999.5, '1.00 s'],
    [1240, '1.24 s'],
    [12_340, '12.3 s'],
    [59_960, '1 min'],
    [125_000, '2 min 5 s'],
    [-3, '0 ms'],
  ])('writes a duration of %d ms as %s', (ms, text) => {
    expect(plain(formatDuration(ms))).toBe(text)
  })

  it.each([
    [0, '0 B'],
    [812, '812 B'],
    [1000, '1 kB'],
    [1234, '1.2 kB'],
    [34_100, '34 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [1_400_000, '1.4 MB'],
    [52_428_800, '52 MB'],
    [3_200_000_000, '3.2 GB'],
  ])('writes a size of %d bytes as %s', (bytes, text) => {
    expect(plain(formatSize(bytes))).toBe(text)
  })

  it('gives the exact number for a title', () => {
    expect(plain(formatExactDuration(1240.3124))).toBe('1,240.312 ms')
    expect(plain(formatExactSize(1_234_567))).toBe('1,234,567 B')
    expect(formatCount(999)).toBe('999')
  })

  it('never lets a line break between a number and its unit', () => {
    expect(formatDuration(84)).not.toContain(' ')
    expect(formatSize(1234)).not.toContain(' ')
  })

  it('writes a moment as the wall clock showed it', () => {
    const moment = new Date(2026, 10, 22, 14, 3, 2, 8).getTime()
    expect(formatMoment(moment)).toBe('14:03:02.008')
    expect(formatExactMoment(moment)).toBe('2026-11-22 14:03:02.008')
  })
})
