import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLUMN_IDS, DEFAULT_COLUMNS } from '../../rows/column-values.ts'
import { COLUMN_WIDTHS, type FittedColumn, fitColumns, TABLE_FROM } from './fit-columns.ts'

const fitted = (width: number, more: Partial<Parameters<typeof fitColumns>[0]> = {}) =>
  fitColumns({ form: width < TABLE_FROM ? 'lines' : 'table', width, chosen: {}, widths: {}, ...more })
const idsOf = (columns: readonly FittedColumn[]) => columns.map(({ id }) => id)
const widthOf = (columns: readonly FittedColumn[], id: string) => columns.find((column) => column.id === id)?.width ?? 0
const endOf = (columns: readonly FittedColumn[]) => Math.max(...columns.map(({ left, width }) => left + width))

const anyWidth = fc.integer({ min: 320, max: 2600 })

describe('fitColumns', () => {
  it('shows every default column where there is room, and the waterfall in a third of the list', () => {
    const columns = fitted(1920)
    expect(idsOf(columns)).toEqual(DEFAULT_COLUMNS)
    expect(widthOf(columns, 'waterfall')).toBe(640)
    expect(endOf(columns)).toBe(1920)
  })

  it('lets columns leave in one order as the list grows narrower: kind, source, size, method, number', () => {
    const left: string[] = []
    for (let width = 2600; width >= TABLE_FROM; width--) {
      const ids = idsOf(fitted(width))
      for (const id of DEFAULT_COLUMNS) if (!ids.includes(id) && !left.includes(id)) left.push(id)
    }
    expect(left).toEqual(['kind', 'answeredBy', 'size', 'method', 'number'].slice(0, left.length))
    expect(left.length).toBeGreaterThan(3)
  })

  it('always fits the default columns: no width is exceeded, no two overlap, name and status are always there', () => {
    fc.assert(
      fc.property(anyWidth, (width) => {
        const columns = fitted(width)
        expect(endOf(columns)).toBeLessThanOrEqual(width)
        expect(idsOf(columns)).toEqual(expect.arrayContaining(['name', 'status', 'time']))
        expect(widthOf(columns, 'name')).toBeGreaterThanOrEqual(COLUMN_WIDTHS.name.width)
        expect(widthOf(columns, 'status')).toBeGreaterThanOrEqual(100)
        if (width >= 720) expect(widthOf(columns, 'waterfall')).toBeGreaterThanOrEqual(200)
        if (width >= 1000) expect(widthOf(columns, 'waterfall')).toBe(Math.floor(width / 3))
      }),
    )
  })

  it('keeps what was chosen by hand, and is wider than the list only then', () => {
    const columns = fitted(800, { chosen: { url: true, kind: true, answeredBy: true, started: true } })
    expect(idsOf(columns)).toEqual(expect.arrayContaining(['url', 'kind', 'answeredBy', 'started', 'name', 'waterfall']))
    expect(endOf(columns)).toBeGreaterThan(800)
    expect(widthOf(columns, 'waterfall')).toBe(200)
    expect(idsOf(fitted(1920, { chosen: { size: false } }))).not.toContain('size')
  })

  it('shows columns of headers in the order in which they were asked for, before the waterfall', () => {
    const chosen = { 'header-x-b': true, url: true, 'header-x-a': true, 'header-x-c': false } as const
    expect(idsOf(fitted(1920, { chosen })).slice(-3)).toEqual(['header-x-b', 'header-x-a', 'waterfall'])
    expect(idsOf(fitted(600, { chosen }))).toContain('header-x-b')
  })

  it('lays the columns of a table end to end, whatever was chosen and resized', () => {
    const chosen = fc.dictionary(fc.constantFrom(...COLUMN_IDS.filter((id) => id !== 'name')), fc.boolean())
    const widths = fc.dictionary(fc.constantFrom(...COLUMN_IDS), fc.integer({ min: 60, max: 700 }))
    fc.assert(
      fc.property(fc.integer({ min: TABLE_FROM, max: 2000 }), chosen, widths, (width, hand, sizes) => {
        const columns = fitted(width, { chosen: hand, widths: sizes })
        let end = 0
        for (const column of columns) {
          expect(column.left).toBe(end)
          end += column.width
        }
        expect(end).toBeGreaterThanOrEqual(width)
        expect(idsOf(columns)).toEqual(COLUMN_IDS.filter((id) => idsOf(columns).includes(id)))
      }),
    )
  })

  it('gives the waterfall what a name that was resized leaves', () => {
    const columns = fitted(1400, { widths: { name: 300 } })
    expect(widthOf(columns, 'name')).toBe(300)
    expect(endOf(columns)).toBe(1400)
  })

  it('puts a call on two lines in a narrow list: name and time above, status and bar below, and never one over the other', () => {
    const chosen = fc.dictionary(fc.constantFrom(...COLUMN_IDS.filter((id) => id !== 'name')), fc.boolean())
    fc.assert(
      fc.property(fc.integer({ min: 320, max: TABLE_FROM - 1 }), chosen, (width, hand) => {
        const columns = fitted(width, { chosen: hand })
        const lineOf = ({ id }: FittedColumn) => (id === 'name' || id === 'time' ? 1 : 2)
        for (const line of [1, 2]) {
          let end = 0
          for (const column of columns.filter((each) => lineOf(each) === line).toSorted((a, b) => a.left - b.left)) {
            expect(column.left).toBeGreaterThanOrEqual(end)
            end = column.left + column.width
          }
          expect(end).toBeLessThanOrEqual(width - 40)
        }
      }),
    )
    expect(idsOf(fitted(390))).toEqual(['name', 'status', 'time', 'waterfall'])
    expect(idsOf(fitted(390, { chosen: { method: true } }))).toContain('method')
    expect(idsOf(fitted(330))).toEqual(['name', 'status', 'time'])
  })
})
