import { expect, it } from 'vitest'
import { reduceTask } from '../../../recorder/tasks/reduce-task.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { exampleEvents } from '../../../testing/example-events.ts'
import { listWords } from '../../words/list-words.ts'
import { timelineText } from './timeline-text.ts'

const task = exampleEvents({ taskId: 'a' }).reduce<TaskSnapshot | undefined>((before, event) => reduceTask(before, event), undefined)
const textOf = (holds: TaskSnapshot['holds']) =>
  timelineText({ ...(task as TaskSnapshot), ...(holds && { holds }) }, listWords.en).replaceAll('\u202f', ' ')

it('the words for the bar of a call tell for how long it was held, and that it is held', () => {
  const hold = { gate: 'send', timeout: 'frozen' } as const
  expect(textOf(undefined)).not.toContain('held')
  expect(
    textOf([
      { ...hold, from: 10, to: 1010 },
      { ...hold, from: 1020, to: 2000 },
    ]),
  ).toContain(', held for 1.98 s, ')
  expect(textOf([{ ...hold, from: 10 }])).toContain(', held now, ')
})
