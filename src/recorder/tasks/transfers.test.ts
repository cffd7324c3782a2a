import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { exampleDownload, exampleUpload } from '../../testing/example-transfers.ts'
import { EventLog } from '../log/event-log.ts'
import { phasesOf } from './phases.ts'
import { reduceTask } from './reduce-task.ts'
import type { TaskSnapshot } from './task-snapshot.ts'

const foldAll = (events: readonly TaskEvent[]) =>
  events.reduce<TaskSnapshot | undefined>((task, event) => reduceTask(task, event), undefined) as TaskSnapshot

describe('a transfer in the record', () => {
  it('is known by its form once its file was read, without what is in the file', () => {
    expect(foldAll(exampleUpload({ upTo: 3 })).form).toBeUndefined()
    const task = foldAll(exampleUpload())
    expect(task.form?.fields).toEqual([
      ['user', 'test'],
      ['n', '3'],
    ])
    expect(task.form?.file).toEqual({ field: 'doc', path: 'wxfile://tmp_a.txt', name: 'a.txt', type: 'text/plain', size: 9 })
    expect(task.sent?.body).toEqual({ size: 400 })
  })

  it('says how far it came, and where it was kept', () => {
    expect(foldAll(exampleUpload({ upTo: 6 })).progress).toEqual({ direction: 'sent', loaded: 100, expected: 400 })
    const running = foldAll(exampleDownload({ upTo: 6 }))
    expect([running.progress, running.receivedBytes]).toEqual([{ direction: 'received', loaded: 5 }, 5])
    expect(foldAll(exampleDownload())).toMatchObject({ dataForm: 'file', receivedBytes: 9, file: { path: 'wxfile://tmp_b.txt' } })
  })

  it('sends until its last byte has left, and waits from then on', () => {
    const phases = (upTo: number, now: number) =>
      phasesOf(foldAll(exampleUpload({ upTo })), now).map(({ kind, start, end, open }) => [kind, start, end, open])
    expect(phases(6, 100)).toEqual([['send', 6, 100, true]])
    expect(phases(7, 250)).toEqual([
      ['send', 6, 200, false],
      ['wait', 200, 250, true],
    ])
  })

  it('counts the file among the bodies, and lets it go for newer ones', () => {
    const log = new EventLog({ maxTasks: 10, maxBodyBytes: 150_000 })
    const file = { kind: 'text', text: 'x'.repeat(100_000), size: 100_000 } as const
    for (const event of exampleUpload({ file })) log.append(event)
    expect(log.kept.bytes).toBeGreaterThan(100_000)
    for (const event of exampleDownload()) log.append(event.type === 'succeeded' ? { ...event, body: file } : event)
    expect(log.kept).toMatchObject({ tasks: 2, releasedBodies: 1 })
    const packed = log.events('up').find((event) => event.type === 'packed')
    expect(packed?.type === 'packed' && packed.form.file.body).toEqual({ kind: 'omitted', size: 100_000, why: 'released' })
  })
})
