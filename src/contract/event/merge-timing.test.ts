import { expect, it } from 'vitest'
import { mergeTiming } from './merge-timing.ts'

it('lets a later word win field by field', () => {
  const merged = mergeTiming(
    { marks: { fetchStart: 1, responseStart: 5 }, simulated: ['fetchStart', 'responseStart'] },
    { marks: { responseStart: 9 }, simulated: [] },
  )
  expect(merged).toEqual({ marks: { fetchStart: 1, responseStart: 9 }, simulated: ['fetchStart'] })
})

it('keeps the connection that was told last', () => {
  const connection = { socketReused: true, protocol: 'h2', peerIP: '', port: 443, rtt: 1 } as const
  const first = mergeTiming(undefined, { marks: {}, connection, simulated: ['rtt'] })
  expect(mergeTiming(first, { marks: {}, simulated: [] })).toEqual({ marks: {}, connection, simulated: ['rtt'] })
  expect(mergeTiming(first, { marks: {}, connection: { ...connection, rtt: 2 }, simulated: [] })).toEqual({
    marks: {},
    connection: { ...connection, rtt: 2 },
    simulated: [],
  })
})

it('is nothing while nothing was told', () => {
  expect(mergeTiming(undefined, undefined)).toEqual({ marks: {}, simulated: [] })
})
