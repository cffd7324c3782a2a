import { expect, it } from 'vitest'
import { reduceTask } from '../../../recorder/tasks/reduce-task.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { exampleEvents } from '../../../testing/example-events.ts'
import { profileOfTask } from './profile-of-task.ts'
import { spansOf } from './profile-spans.ts'

const taskOf = (...[task]: Parameters<typeof exampleEvents>) =>
  exampleEvents(task).reduce<TaskSnapshot | undefined>((snapshot, event) => reduceTask(snapshot, event), undefined) as TaskSnapshot

it('works the lengths out of the stamps that the program gets', () => {
  const profile = profileOfTask(taskOf({ taskId: 'a', took: 100, queuedFor: 40 }), 1_760_000_000_000)
  if (typeof profile === 'string') throw new Error(profile)
  const lengths = Object.fromEntries(spansOf(profile).map(({ name, length }) => [name, length]))
  expect(lengths).toMatchObject({ queue: 40, send: 10, wait: 40, download: 40, whole: 140, dns: 0 })
})

it('gives no length where a stamp is absent or 0', () => {
  const profile = profileOfTask(taskOf({ taskId: 'a', url: 'http://api.example.com/' }), 1_760_000_000_000)
  if (typeof profile === 'string') throw new Error(profile)
  const lengths = Object.fromEntries(spansOf(profile).map(({ name, length }) => [name, length]))
  expect(lengths).toMatchObject({ tls: undefined, redirect: undefined, httpDns: undefined })
})

it.each([
  [{ taskId: 'a', upTo: 4 }, 'running'],
  [{ taskId: 'a', api: 'page' }, 'page'],
  [{ taskId: 'a', error: { kind: 'not-utf8', errMsg: 'request:fail' } }, 'failed'],
] as const)('says why there is none: %j is %s', (task, why) => {
  expect(profileOfTask(taskOf(task), 0)).toBe(why)
})
