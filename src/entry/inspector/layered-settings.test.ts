import { describe, expect, it } from 'vitest'
import { createDisposables } from '../../contract/disposables.ts'
import { InspectorError } from '../../contract/inspector-error.ts'
import type { MockRule } from '../../contract/mock/mock-rule.ts'
import type { Scenario } from '../../contract/mock/scenario.ts'
import type { Notice } from '../../contract/panel-source.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import type { ChoiceStorage } from './choice-store.ts'
import { createLayeredSettings } from './layered-settings.ts'

const A = 'wx00000000000000aa'
const B = 'wx00000000000000bb'

function createStorage(): ChoiceStorage & { readonly items: Map<string, string> } {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

const always = (storage: ChoiceStorage) => () => storage

const rule = (id: string, name = id): MockRule => ({ id, name, enabled: true, when: { url: '*' }, respond: { kind: 'hang' } })

/** A page that is loaded: with the same storage it is the next visit, or another tab. */
function load(
  storage: () => ChoiceStorage | undefined,
  settings: SettingsPatch = {},
  rules: readonly MockRule[] = [],
  scenarios: readonly Scenario[] = [],
) {
  const notices: Notice[] = []
  const layers = createLayeredSettings({
    settings: { appid: A, ...settings },
    rules,
    scenarios,
    storage,
    onNotice: (notice) => notices.push(notice),
    disposables: createDisposables(),
  })
  return { ...layers, notices, settings: () => layers.environment.settings() }
}

describe('settings', () => {
  it('keep what a person chose over a reload, and nothing that the host set', () => {
    const storage = createStorage()
    const first = load(() => storage, { lib: '3.0.0' })
    first.environment.configure({ platform: 'ios' })
    first.choose({ urlCheck: false })
    const next = load(() => storage)
    expect(next.settings()).toMatchObject({ lib: '3.17.0', platform: 'android', urlCheck: false })
    expect(next.chosen()).toEqual(['urlCheck'])
  })

  it('belong to one project', () => {
    const storage = createStorage()
    load(() => storage).choose({ urlCheck: false })
    const other = load(() => storage, { appid: B })
    expect(other.settings().urlCheck).toBe(true)
    other.environment.configure({ appid: A })
    expect(other.settings().urlCheck).toBe(false)
  })

  it('come back merged as they were when they were live', () => {
    const storage = createStorage()
    const first = load(() => storage)
    for (const patch of [
      { networkTimeout: { request: 1000 } },
      { networkTimeout: { uploadFile: 2000 } },
      { conditions: { preset: '3g' } },
      { conditions: { seed: 7 } },
      { domains: { request: ['https://a.example.com'] } },
      { domains: { socket: ['wss://b.example.com'] } },
      { capture: { maxTasks: 9 } },
      { capture: { persist: true } },
    ] satisfies SettingsPatch[])
      first.choose(patch)
    expect(load(() => storage).settings()).toEqual(first.settings())
    expect(first.settings().conditions).toMatchObject({ preset: '3g', seed: 7 })
    expect(first.settings().networkTimeout).toEqual({ request: 1000, uploadFile: 2000 })
  })

  it('can be put back, all or one, to what the host set', () => {
    const storage = createStorage()
    const layers = load(() => storage, { platform: 'ios', networkTimeout: { request: 5 } })
    layers.choose({ platform: 'pc', networkTimeout: { request: 1, uploadFile: 2 }, urlCheck: false })
    layers.reset('networkTimeout.request')
    expect(layers.settings().networkTimeout).toEqual({ request: 5, uploadFile: 2 })
    layers.reset('networkTimeout')
    expect(layers.settings().networkTimeout).toEqual({ request: 5 })
    expect(layers.chosen()).toEqual(['platform', 'urlCheck'])
    layers.reset()
    expect(layers.settings()).toMatchObject({ platform: 'ios', urlCheck: true })
    expect(storage.items.size).toBe(0)
    expect(() => layers.reset('nothing')).toThrow(InspectorError)
  })

  it('are no choice once they are again what the host set', () => {
    const layers = load(always(createStorage()))
    layers.choose({ urlCheck: false })
    layers.choose({ urlCheck: true })
    expect(layers.chosen()).toEqual([])
  })

  it('of two tabs both stay', () => {
    const storage = createStorage()
    const [one, two] = [load(() => storage), load(() => storage)]
    one.choose({ platform: 'ios' })
    two.choose({ urlCheck: false })
    expect(load(() => storage).settings()).toMatchObject({ platform: 'ios', urlCheck: false })
    expect(two.settings().platform).toBe('ios')
  })

  it('take over what version 1 kept, for the project that is open', () => {
    const storage = createStorage()
    storage.items.set('wx-request-inspector/changes/1', '{"platform":"ios","conditions":{"preset":"3g"}}')
    const layers = load(() => storage)
    expect(layers.settings()).toMatchObject({ platform: 'ios', conditions: { preset: '3g' } })
    expect([...storage.items.keys()]).toEqual([`wx-request-inspector/choices/${A}`])
    expect(load(() => storage, { appid: B }).settings().platform).toBe('android')
  })

  it('that do not fit are told and left out, each by itself', () => {
    const storage = createStorage()
    storage.items.set(
      `wx-request-inspector/choices/${A}`,
      JSON.stringify({ version: 2, choices: { platform: 'toaster', urlCheck: false, __proto__x: 1 } }),
    )
    const layers = load(() => storage)
    expect(layers.settings()).toMatchObject({ platform: 'android', urlCheck: false })
    expect(layers.notices.map(({ code }) => code)).toContain('saved-settings-invalid')
  })

  it('hold for as long as the page lives where a storage refuses, which is told', () => {
    const blocked = load(() => {
      throw new Error('denied')
    })
    blocked.choose({ urlCheck: false })
    expect(blocked.settings().urlCheck).toBe(false)
    expect(blocked.notices.map(({ code }) => code)).toContain('storage-blocked')

    const full = createStorage()
    full.setItem = () => {
      throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    }
    const crowded = load(() => full)
    crowded.choose({ platform: 'ios' })
    crowded.choose({ urlCheck: false })
    expect(crowded.settings()).toMatchObject({ platform: 'ios', urlCheck: false })
    expect(crowded.notices.map(({ code }) => code)).toContain('storage-full')
  })

  it('of a person go before those of the host, whichever came last', () => {
    const layers = load(always(createStorage()))
    layers.choose({ platform: 'pc' })
    layers.environment.configure({ platform: 'ios', lib: '3.0.0' })
    expect(layers.settings()).toMatchObject({ platform: 'pc', lib: '3.0.0' })
    layers.reset('platform')
    expect(layers.settings().platform).toBe('ios')
  })

  it('let calls use up the look-ups that a person allowed', () => {
    const layers = load(always(createStorage()))
    layers.choose({ httpdnsQuota: 5 })
    layers.environment.configure({ httpdnsQuota: 4 })
    expect(layers.settings().httpdnsQuota).toBe(4)
  })
})

describe('rules', () => {
  it('of a person stay over a reload, while those that were not touched follow the host', () => {
    const storage = createStorage()
    load(() => storage, {}, [rule('a'), rule('b'), rule('c')]).chooseRules([rule('c'), rule('a', 'mine'), rule('own')])
    const next = load(() => storage, {}, [rule('a', 'new a'), rule('b'), rule('c', 'new c'), rule('d')])
    expect(next.rules().map(({ name }) => name)).toEqual(['new c', 'd', 'mine', 'own'])
    expect(next.chosen()).toEqual(['rules'])
    next.reset()
    expect(next.chosen()).toEqual(['rules'])
    next.resetRules()
    expect(next.rules().map(({ name }) => name)).toEqual(['new a', 'b', 'new c', 'd'])
  })

  it('can be put back one by one: changed, added or taken away', () => {
    const layers = load(always(createStorage()), {}, [rule('a'), rule('b'), rule('c')])
    const names = () => layers.rules().map(({ name }) => name)
    layers.chooseRules([rule('own'), rule('c'), rule('a', 'mine')])
    expect(names()).toEqual(['own', 'c', 'mine'])
    expect(layers.resetRules('a')).toBe(true)
    expect(names()).toEqual(['own', 'c', 'a'])
    expect(layers.resetRules('own')).toBe(true)
    expect(names()).toEqual(['c', 'a'])
    expect(layers.resetRules('b')).toBe(true)
    expect(names()).toEqual(['c', 'a', 'b'])
    expect([layers.resetRules('c'), layers.resetRules('nothing')]).toEqual([false, false])
  })

  it('are told when they change', () => {
    const layers = load(always(createStorage()))
    let received = 0
    layers.subscribeRules(() => {
      received += 1
    })
    layers.setRules([rule('a')])
    layers.chooseRules([rule('a', 'mine')])
    expect([received, layers.rules()[0]?.name]).toEqual([2, 'mine'])
  })
})

describe('scenarios', () => {
  const list: MockRule = {
    ...rule('list'),
    respond: {
      mode: 'pick',
      picked: 'full',
      answers: [
        { name: 'full', kind: 'response', body: { json: [1, 2] } },
        { name: 'empty', kind: 'response', body: { json: [] } },
        { name: 'broken', kind: 'response', status: 500 },
      ],
    },
  }
  const EMPTY: Scenario = { id: 'empty', name: 'Empty shop', picks: { list: 'empty', banner: 'off' } }
  const SLOW: Scenario = { id: 'slow', name: 'Everything slow', picks: {}, conditions: { preset: '2g' } }
  const shop = (storage = createStorage()) => load(() => storage, {}, [list, rule('banner')], [EMPTY, SLOW])
  const pickedOf = (rules: readonly MockRule[]) =>
    rules.map(({ enabled, respond }) => (enabled ? 'picked' in respond && respond.picked : 'off'))

  it('pick answers and switch rules off, until the rules are as coded again', () => {
    const { chooseScenario, rules, scenario } = shop()
    expect(chooseScenario('empty')).toBe(true)
    expect(scenario()?.id).toBe('empty')
    expect(pickedOf(rules())).toEqual(['empty', 'off'])
    chooseScenario(undefined)
    expect(pickedOf(rules())).toEqual(['full', false])
  })

  it('outlive a reload, and are refused when there is no such one', () => {
    const storage = createStorage()
    shop(storage).chooseScenario('empty')
    const next = shop(storage)
    expect(pickedOf(next.rules())).toEqual(['empty', 'off'])
    expect(next.chooseScenario('none')).toBe(false)
    expect(next.scenario()?.id).toBe('empty')
  })

  it('bring their network, under what a person chooses afterwards', () => {
    const { chooseScenario, choose, reset, settings } = shop()
    choose({ conditions: { preset: 'wifi' } })
    chooseScenario('slow')
    expect(settings().conditions.preset).toBe('2g')
    choose({ conditions: { preset: '4g' } })
    expect(settings().conditions.preset).toBe('4g')
    reset('conditions')
    expect(settings().conditions.preset).toBe('2g')
    chooseScenario(undefined)
    expect(settings().conditions.preset).toBe('none')
  })

  it('take the place of answers picked by hand, and leave what was changed otherwise', () => {
    const { chooseScenario, chooseRules, rules } = shop()
    const pick = (picked: string): MockRule => ({ ...list, respond: { ...list.respond, picked } as MockRule['respond'] })
    chooseRules([pick('broken'), { ...rule('banner'), name: 'Mine' }, rule('added')])
    chooseScenario('empty')
    expect(pickedOf(rules())).toEqual(['empty', 'off', false])
    expect(rules().map(({ name }) => name)).toEqual(['list', 'Mine', 'added'])
    chooseScenario(undefined)
    expect(pickedOf(rules())[0]).toBe('full')
  })

  it('tell a pick by hand apart from what they picked', () => {
    const { chooseScenario, chooseRules, rules, chosen, rulesAsCoded } = shop()
    chooseScenario('empty')
    chooseRules(rules())
    expect(chosen()).toEqual(['scenario'])
    chooseRules(rules().map((each) => ({ ...each, enabled: true })))
    expect(chosen()).toEqual(['scenario', 'rules'])
    expect(pickedOf(rulesAsCoded())).toEqual(['empty', 'off'])
  })

  it('with a fault are refused with its place', () => {
    const { setScenarios, scenarios } = shop()
    expect(() => setScenarios([{ ...SLOW, conditions: { latency: -1 } }])).toThrow(/scenarios\[0\]\.conditions\.latency/)
    expect(() => setScenarios([{ ...SLOW, picks: { list: 1 } } as never])).toThrow(
      /scenarios\[0\]\.picks\.list: must be the name of an answer, or off/,
    )
    expect(scenarios()).toHaveLength(2)
  })
})
