import { expect, it } from 'vitest'
import { createDisposables } from './disposables.ts'

it('ends the last thing first, at once', () => {
  const started = createDisposables()
  const ended: string[] = []
  started.add(() => void ended.push('first'))
  started.add(() => void ended.push('second'))
  void started.dispose()
  expect(ended).toEqual(['second', 'first'])
})

it('ends everything once, however often it is asked to', async () => {
  const started = createDisposables()
  let ends = 0
  started.add(async () => {
    ends += 1
  })
  await Promise.all([started.dispose(), started.dispose()])
  await started.dispose()
  expect(ends).toBe(1)
})

it('ends the rest when one of them cannot be ended, and says so', async () => {
  const started = createDisposables()
  const ended: string[] = []
  started.add(() => void ended.push('first'))
  started.add(() => {
    throw new Error('stuck')
  })
  started.add(async () => void ended.push('third'))
  await expect(started.dispose()).rejects.toThrow('stuck')
  expect(ended).toEqual(['third', 'first'])
})

it('ends at once what comes after the end', () => {
  const started = createDisposables()
  void started.dispose()
  let ended = false
  started.add(() => {
    ended = true
  })
  expect([started.disposed, ended]).toEqual([true, true])
})
