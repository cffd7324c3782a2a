import { describe, expect, it } from 'vitest'
import { type GroupBy, groupLines, isGroupId } from './list-lines.ts'
import type { TaskRow } from './task-row.ts'

const CALLS = [
  ['a', 'https://api.example/teas?page=1', 'pages/home/index', { receivedBytes: 10, marks: { created: 0, ended: 30 }, statusCode: 200 }],
  ['b', 'https://cdn.example/tea.png', 'pages/home/index', { receivedBytes: 5, marks: { created: 0 } }],
  ['c', 'https://api.example/teas?page=2', 'pages/cart/index', { receivedBytes: 1, marks: { created: 0, ended: 12 }, statusCode: 404 }],
  ['d', 'https://api.example/cart', undefined, { receivedBytes: 0, marks: { created: 0, ended: 1 }, error: { kind: 'timed-out' } }],
] as const

const row = new Map(CALLS.map(([taskId, url, page, more]) => [taskId as string, { taskId, url, page, ...more } as unknown as TaskRow]))
const rows = { ids: CALLS.map(([taskId]) => taskId as string), row: (taskId: string) => row.get(taskId) }

const linesBy = (by: GroupBy, collapsed: readonly string[] = []) => {
  const { ids, groups } = groupLines(rows, by, new Set(collapsed))
  return ids.map((id) => groups.get(id)?.key ?? id)
}

describe('lines of the list', () => {
  it('are its calls, until somebody groups them', () => {
    const { ids, groups } = groupLines(rows, 'none', new Set())
    expect(ids).toBe(rows.ids)
    expect(groups.size).toBe(0)
  })

  it('have a header before the calls of each host, path or page, in the order of their first calls', () => {
    expect(linesBy('host')).toEqual(['api.example', 'a', 'c', 'd', 'cdn.example', 'b'])
    expect(linesBy('path')).toEqual(['api.example/teas', 'a', 'c', 'cdn.example/tea.png', 'b', 'api.example/cart', 'd'])
    expect(linesBy('page')).toEqual(['pages/home/index', 'a', 'b', 'pages/cart/index', 'c', '', 'd'])
  })

  it('sum up the calls of a group', () => {
    const [first] = groupLines(rows, 'host', new Set()).groups.values()
    expect(first).toMatchObject({ calls: 3, failed: 1, httpErrors: 1, bytes: 11, time: 43, collapsed: false })
  })

  it('leave out the calls of a collapsed group, and sum them up still', () => {
    const [id] = groupLines(rows, 'host', new Set()).ids
    expect(linesBy('host', [id as string])).toEqual(['api.example', 'cdn.example', 'b'])
    expect(groupLines(rows, 'host', new Set([id as string])).groups.get(id as string)).toMatchObject({ calls: 3, collapsed: true })
  })

  it('give headers ids that an element can have, whatever their calls have in common, and no call has', () => {
    const odd = { taskId: 'x', url: 'https://a.example/a b\ud800"<', marks: {} } as unknown as TaskRow
    const [id] = groupLines({ ids: ['x'], row: () => odd }, 'path', new Set()).ids
    expect(id).toMatch(/^[\w./:-]+$/)
    expect([isGroupId(id as string), isGroupId('x')]).toEqual([true, false])
  })
})
