import { describe, expect, it } from 'vitest'
import type { TaskRow } from '../../rows/task-row.ts'
import { callAt, type Lane, lanesOf, nextCall } from './lanes-model.ts'

const row = (taskId: string, marks: TaskRow['marks'], api: TaskRow['api'] = 'request') => ({ taskId, api, marks }) as TaskRow

/** Ten calls at once; the eleventh and the twelfth wait for the first two to end. */
const CROWD = [
  ...Array.from({ length: 10 }, (_, nth) => row(`call ${nth}`, { created: 0, started: 0, ended: 100 + nth })),
  row('eleventh', { created: 0, queued: 0, started: 100, ended: 150 }),
  row('twelfth', { created: 0, queued: 0, started: 101 }),
]

describe('lanes of slots', () => {
  it('put each call into the lane of its slot, and one that waited behind the call that freed it', () => {
    const { lanes, taken } = lanesOf(CROWD)
    expect(lanes).toHaveLength(10)
    expect(lanes[0]?.calls.map(({ row: { taskId } }) => taskId)).toEqual(['call 0', 'eleventh'])
    expect(lanes[1]?.calls.map(({ row: { taskId } }) => taskId)).toEqual(['call 1', 'twelfth'])
    expect(taken).toBe(1)
  })

  it('tell how many waited when', () => {
    const { queue, longestQueue, waiting } = lanesOf([...CROWD, row('given up', { created: 5, queued: 5, ended: 50 })])
    expect(queue).toEqual([
      { at: 0, length: 2 },
      { at: 5, length: 3 },
      { at: 50, length: 2 },
      { at: 100, length: 1 },
      { at: 101, length: 0 },
    ])
    expect([longestQueue, waiting]).toEqual([3, 0])
  })

  it('stand there when nothing was called, and without those of sockets', () => {
    const { lanes, sockets } = lanesOf([row('by the page', { created: 0, started: 0 }, 'page')])
    expect(lanes.map(({ calls }) => calls.length)).toEqual(Array(10).fill(0))
    expect(sockets).toBeUndefined()
  })

  it('have sockets below, which have a limit of their own', () => {
    const { lanes, sockets, taken } = lanesOf([row('socket', { created: 0, started: 0 }, 'connectSocket')])
    expect(lanes[10]).toMatchObject({ kind: 'socket', slot: 0 })
    expect(sockets).toEqual({ open: 1, limit: 5 })
    expect(taken).toBe(0)
  })

  it('lead by arrow keys to the call before and after, and to that of another slot at about the same time', () => {
    const lanes = lanesOf(CROWD)
    const from = (taskId: string, key: string) => nextCall(lanes, taskId, key)?.row.taskId
    expect(from('eleventh', 'ArrowLeft')).toBe('call 0')
    expect(from('call 0', 'ArrowRight')).toBe('eleventh')
    expect(from('call 0', 'ArrowLeft')).toBeUndefined()
    expect(from('eleventh', 'ArrowDown')).toBe('call 1')
    expect(from('twelfth', 'ArrowUp')).toBe('eleventh')
    expect(from('call 5', 'ArrowUp')).toBe('call 4')
    expect(from('eleventh', 'Home')).toBe('call 0')
  })

  it('find the call at a moment, or one that is near', () => {
    const [lane] = lanesOf([row('one', { created: 0, started: 10, ended: 20 }), row('two', { created: 0, started: 40 })]).lanes as [Lane]
    const at = (moment: number) => callAt(lane, moment, 3)?.row.taskId
    expect([8, 15, 22, 30, 38, 99].map(at)).toEqual(['one', 'one', 'one', undefined, 'two', 'two'])
    expect(at(2)).toBeUndefined()
  })
})
