import { describe, expect, it } from 'vitest'
import type { DomainCheck } from '../contract/event/domain-check.ts'
import type { SettingsPatch } from '../contract/settings-patch.ts'
import { ADDRESSES_TO_CHECK, SOME_LISTED } from '../testing/addresses-to-check.ts'
import { API, eventOf, FILE, setUpShim, streamFaults, typesOf } from '../testing/set-up-shim.ts'
import { setUpSockets } from '../testing/set-up-sockets.ts'

type Address = (typeof ADDRESSES_TO_CHECK)[number]

/** The check that one call records, and whether somebody was asked to answer it. */
async function checkOf({ list, url }: Address, settings: SettingsPatch): Promise<{ check: DomainCheck; sent: boolean }> {
  if (list === 'socket') {
    const { clock, connect, events } = setUpSockets({ settings })
    connect({ url })
    await clock.tick(0)
    return { check: eventOf(events, 'checked').check, sent: typesOf(events).includes('routed') }
  }
  const { clock, events, shim, transport } = setUpShim({ settings })
  shim.wx[list]({ url, filePath: list === 'uploadFile' ? FILE : undefined, name: 'file' } as never)
  await clock.tick(0)
  expect(streamFaults(events)).toEqual([])
  return { check: eventOf(events, 'checked').check, sent: transport.sent.length > 0 }
}

describe('a domain check that only reports', () => {
  const enforce: SettingsPatch = { ...SOME_LISTED, urlCheck: true }
  const report: SettingsPatch = { ...enforce, domainCheck: 'report' }

  it.each(ADDRESSES_TO_CHECK)('says of $list $url what an enforced one says, and lets it go', async (address) => {
    const enforced = await checkOf(address, enforce)
    const reported = await checkOf(address, report)
    const { reported: flag, ...verdict } = reported.check
    expect(verdict).toEqual(enforced.check)
    expect(flag).toBe(enforced.check.verdict === 'refused' ? true : undefined)
    expect([enforced.sent, reported.sent]).toEqual([enforced.check.verdict !== 'refused', true])
  })

  it('has nothing to report where the check is off', async () => {
    const { check } = await checkOf({ list: 'request', url: 'http://a.com/' }, { ...report, urlCheck: false })
    expect(check).toEqual({ list: 'request', verdict: 'switched-off', origin: 'http://a.com', clauses: expect.anything() })
  })

  it('tells of targets of redirects too, followed here or unseen by the transport (DOM-9)', async () => {
    const target = 'https://b.example.org/y'
    const targets = [{ list: 'request', verdict: 'refused', origin: 'https://b.example.org', reported: true }]
    for (const script of [
      (_: unknown, nth: number) => (nth === 0 ? { status: 302, header: { Location: target } } : { body: '{}' }),
      { finalUrl: target },
    ]) {
      const { events, run } = setUpShim({ settings: report, script })
      expect((await run({ url: API })).success?.statusCode).toBe(200)
      expect(eventOf(events, 'headers-received').refusedTargets).toMatchObject(targets)
    }
  })

  it('prints nothing as the tool would: nothing was refused (DOM-11)', async () => {
    const { run, written } = setUpShim({ settings: { ...report, platform: 'devtools' } })
    await run({ url: 'https://not.example.org/x' })
    expect(written).toEqual([])
  })

  it('has to be asked for: what createWx makes enforces', async () => {
    expect((await checkOf({ list: 'request', url: 'https://not.example.org/' }, { urlCheck: true })).sent).toBe(false)
  })
})
