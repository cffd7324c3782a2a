import { expect, it } from 'vitest'
import { catchUncaught } from '../../testing/catch-uncaught.ts'
import { createEnvironment } from './environment.ts'

it('gives the same settings until they change, and tells of each change', () => {
  const environment = createEnvironment({ platform: 'ios' })
  const before = environment.settings()
  let received = 0
  const stop = environment.subscribe(() => received++)
  expect(environment.settings()).toBe(before)
  environment.configure({ lib: '3.0.0' })
  environment.setAppHidden(true)
  environment.setAppHidden(true)
  expect([received, environment.settings().lib, environment.settings().platform, environment.appHidden()]).toEqual([
    2,
    '3.0.0',
    'ios',
    true,
  ])
  stop()
  environment.configure({ lib: '3.0.1' })
  expect(received).toBe(2)
})

it('stays as it was when a change is wrong', () => {
  const environment = createEnvironment()
  const before = environment.settings()
  expect(() => environment.configure({ lib: 'new' })).toThrow('lib: must be three numbers')
  expect(environment.settings()).toBe(before)
})

it('tells the others when one of those who listen throws, and whoever changed something never hears of it', async () => {
  const environment = createEnvironment()
  const received: string[] = []
  const twice = () => void received.push('twice')
  environment.subscribe(() => {
    throw new Error('of a listener')
  })
  const stop = environment.subscribe(twice)
  environment.subscribe(twice)
  expect(await catchUncaught(() => environment.configure({ lib: '3.0.0' }))).toEqual([new Error('of a listener')])
  stop()
  await catchUncaught(() => environment.configure({ lib: '3.0.1' }))
  expect(received).toEqual(['twice', 'twice', 'twice'])
})
