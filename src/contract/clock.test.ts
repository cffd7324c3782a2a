import { describe, expect, it } from 'vitest'
import { createClock } from './clock.ts'

describe('nextTask', () => {
  it('comes after everything that the running task still does', async () => {
    const { nextTask } = createClock()
    let came = false
    void nextTask?.().then(() => {
      came = true
    })
    for (let settled = 0; settled < 100; settled++) await Promise.resolve()
    expect(came).toBe(false)
    await nextTask?.()
    expect(came).toBe(true)
  })

  it('lets those that wait through one by one, in the order in which they asked', async () => {
    const { nextTask } = createClock()
    const log: string[] = []
    const run = async (name: string) => {
      await nextTask?.()
      log.push(`${name} begins`)
      await Promise.resolve()
      log.push(`${name} ends`)
    }
    await Promise.all([run('first'), run('second'), run('third')])
    expect(log).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]))
  })
})
