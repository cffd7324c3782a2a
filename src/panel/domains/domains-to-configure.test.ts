import { describe, expect, it } from 'vitest'
import { DOMAIN_LISTS } from '../../contract/event/domain-check.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import { TaskStore } from '../../recorder/tasks/task-store.ts'
import { ADDRESSES_TO_CHECK, SOME_LISTED } from '../../testing/addresses-to-check.ts'
import { API, FILE, setUpShim } from '../../testing/set-up-shim.ts'
import { setUpSockets } from '../../testing/set-up-sockets.ts'
import { domainsToConfigure } from './domains-to-configure.ts'

/** Calls all of them, each twice, and gives what has to be configured. */
async function toConfigure(settings: SettingsPatch, after: SettingsPatch = {}) {
  const http = setUpShim({ settings })
  const sockets = setUpSockets({ settings })
  for (const { list, url } of [...ADDRESSES_TO_CHECK, ...ADDRESSES_TO_CHECK]) {
    if (list === 'socket') sockets.connect({ url })
    else http.shim.wx[list]({ url, ...(list === 'uploadFile' && { filePath: FILE, name: 'file' }) } as never)
  }
  await http.clock.tick(0)
  await sockets.clock.tick(0)
  http.environment.configure(after)
  return domainsToConfigure(tasksOf([...http.events, ...sockets.events.map(renamed)]), http.environment.settings())
}

/** Two shims on one clock give the same ids. */
const renamed = (event: TaskEvent): TaskEvent => ({ ...event, taskId: `socket ${event.taskId}` })

function tasksOf(events: readonly TaskEvent[]) {
  const store = new TaskStore()
  store.add(events)
  return store.all()
}

describe('what has to be configured in the admin page', () => {
  const wanted = Object.fromEntries(
    DOMAIN_LISTS.map((list) => [list, ADDRESSES_TO_CHECK.filter((one) => one.list === list).flatMap(({ toList }) => toList ?? [])]),
  )

  it.each(['report', 'enforce'] as const)('is every origin that no list has, once, with the check set to %s', async (domainCheck) => {
    expect((await toConfigure({ ...SOME_LISTED, urlCheck: true, domainCheck })).lists).toEqual(wanted)
  })

  it('is known as well where the check was off, or debugging had switched it off', async () => {
    expect((await toConfigure({ ...SOME_LISTED, urlCheck: false })).lists).toEqual(wanted)
    expect((await toConfigure({ ...SOME_LISTED, urlCheck: true, enableDebug: true })).lists).toEqual(wanted)
  })

  it('leaves nothing that a phone would refuse but what no list can hold', async () => {
    const { lists } = await toConfigure({ ...SOME_LISTED, urlCheck: true, domainCheck: 'report' })
    const listed = Object.fromEntries(
      DOMAIN_LISTS.map((list) => [
        list,
        [...(SOME_LISTED.domains?.[list] ?? []).filter((line) => typeof line === 'string'), ...(lists[list] as string[])],
      ]),
    )
    const then = await toConfigure({ ...SOME_LISTED, domains: listed, urlCheck: true, domainCheck: 'report' })
    expect(then.lists).toEqual({ request: [], socket: [], uploadFile: [], downloadFile: [] })
    expect(then.unlistable.map(({ origin }) => origin)).toEqual([
      'http://api.example.com',
      'http://other.example.org',
      'https://8.8.8.8',
      'https://[::1]',
      'https://localhost:8080',
      'https://api.weixin.qq.com',
      'http://192.168.1.20',
      'http://192.168.2.6',
      'ws://ws.example.com',
    ])
  })

  it('shrinks as domains are added, without the calls being made again', async () => {
    const added = { domains: { uploadFile: ['https://up.example.com', 'https://api.example.com'] } }
    expect((await toConfigure({ ...SOME_LISTED, urlCheck: true, domainCheck: 'report' }, added)).lists.uploadFile).toEqual([])
  })

  it('holds targets of redirects', async () => {
    const script = (_: unknown, nth: number) => (nth === 0 ? { status: 302, header: { Location: 'https://b.example.org/y' } } : {})
    const settings = { urlCheck: true, domainCheck: 'report' as const, domains: { request: ['https://api.example.com'] } }
    const { environment, events, run } = setUpShim({ settings, script })
    await run({ url: API })
    expect(domainsToConfigure(tasksOf(events), environment.settings()).lists.request).toEqual(['https://b.example.org'])
  })
})
