// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { reduceTask } from '../../recorder/tasks/reduce-task.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { exampleSource } from '../../testing/example-source.ts'
import { exampleDownload, exampleUpload } from '../../testing/example-transfers.ts'
import { showElement } from '../../testing/show-element.tsx'
import { fetchLateParts } from '../parts/lazy-component.tsx'
import { TransferBar } from '../requests/list/transfer-bar.tsx'
import type { Language } from '../words/dictionary.ts'
import type { TabId } from '../words/tab-words.ts'
import { LanguageContext } from '../words/words.ts'
import { DetailPane } from './detail-pane.tsx'

const foldAll = (events: readonly TaskEvent[]) =>
  events.reduce<TaskSnapshot | undefined>((task, event) => reduceTask(task, event), undefined) as TaskSnapshot

async function textOf(events: readonly TaskEvent[], tab: TabId, language: Language = 'en'): Promise<string> {
  const { text } = await showElement(
    <LanguageContext value={language}>
      <DetailPane
        source={exampleSource(events)}
        snapshot={foldAll(events)}
        onClose={() => {}}
        onOpenDomains={() => {}}
        tab={tab}
        onTab={() => {}}
      />
    </LanguageContext>,
  )
  return text().replaceAll('\u202f', ' ')
}

beforeAll(fetchLateParts)

describe('the details of an upload', () => {
  it('show the fields and the file as they were sent, and no data, which it does not have', async () => {
    const text = await textOf(exampleUpload(), 'payload')
    for (const part of ['user', 'test', 'File field doc', 'a.txt', 'text/plain', 'wxfile://tmp_a.txt', 'nine byte'])
      expect(text).toContain(part)
    expect(text).not.toContain('As given · data')
  })

  it('say what is not there yet, and what was not kept', async () => {
    expect(await textOf(exampleUpload({ upTo: 3 }), 'payload', 'zh')).toContain('还没有读到文件')
    const released = exampleUpload({ file: { kind: 'omitted', size: 9, why: 'released' } })
    expect(await textOf(released, 'payload')).toContain('Older bodies were released')
  })

  it('sum up what was packed and how far it came', async () => {
    const text = await textOf(exampleUpload(), 'events')
    expect(text).toContain('a.txt · 9 B · 2 fields')
    expect(text).toContain('sent · 100 B of 400 B · 25%')
    expect(text).toContain('400 B of 400 B · 100% · onProgressUpdate()')
  })
})

describe('the details of a download', () => {
  it('show what is in the file, and where it is', async () => {
    const text = await textOf(exampleDownload(), 'response')
    expect(text).toContain('Saved to wxfile://tmp_b.txt (temporary; removed when the page closes).')
    expect(text).toContain('nine byte')
    expect(await textOf(exampleDownload(), 'overview', 'zh')).toContain('wxfile://tmp_b.txt')
  })
})

describe('the bar in the row of a transfer', () => {
  it('says the share where the size is known, and else the bytes', async () => {
    const up = await showElement(<TransferBar task={foldAll(exampleUpload({ upTo: 6 }))} />)
    expect(up.one('[role="progressbar"]').getAttribute('aria-valuenow')).toBe('25')
    const down = await showElement(<TransferBar task={foldAll(exampleDownload({ upTo: 6 }))} />)
    const bar = down.one('[role="progressbar"]')
    expect([bar.hasAttribute('aria-valuenow'), bar.getAttribute('aria-valuetext')?.replaceAll('\u202f', ' ')]).toEqual([
      false,
      '已下载 5 B',
    ])
  })
})
