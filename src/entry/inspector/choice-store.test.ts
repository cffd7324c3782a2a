import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChoiceStorage, ChoiceStore } from './choice-store.ts'

const APP = 'wx00000000000000aa'
const rule = (id: string, name: string) => ({ id, name })

/** A storage as each of several tabs sees it: what one writes the others see once it was carried to them. */
function createTabs(count: number) {
  const views = Array.from({ length: count }, () => new Map<string, string>())
  const onTheWay: { readonly from: number; readonly key: string; readonly value: string | null }[] = []
  const storageOf = (tab: number): ChoiceStorage => ({
    getItem: (key) => views[tab]?.get(key) ?? null,
    setItem(key, value) {
      views[tab]?.set(key, value)
      onTheWay.push({ from: tab, key, value })
    },
    removeItem(key) {
      views[tab]?.delete(key)
      onTheWay.push({ from: tab, key, value: null })
    },
  })
  const stores = views.map((_, tab) => new ChoiceStore(() => storageOf(tab), '', `tab ${tab}`))
  /** Carries all that is on its way to all tabs in one order, and what they write upon it. Tells how often. */
  const settle = () => {
    let carried = 0
    for (let next = onTheWay.shift(); next; next = onTheWay.shift()) {
      carried += 1
      if (carried > 1000) throw new Error('The tabs write without end.')
      const { key, value } = next
      views.forEach((view, tab) => {
        if (value === null) view.delete(key)
        else view.set(key, value)
        if (stores[tab]?.read(APP).ahead) stores[tab]?.write(APP, {})
      })
    }
    return carried
  }
  return { stores, settle, choices: () => stores.map((store) => store.read(APP).choices) }
}

/** A person gives a rule of a tab another name, as the panel writes it: all rules that they have changed. */
function rename(store: ChoiceStore, id: string, name: string): void {
  const { rules } = store.read(APP).choices as { rules?: { own: { id: string }[]; removed: string[]; order: string[] } }
  const own = (rules?.own ?? []).filter((each) => each.id !== id)
  store.write(APP, { rules: { own: [...own, rule(id, name)], removed: rules?.removed ?? [], order: rules?.order ?? [] } })
}

describe('tabs that write at the same moment', () => {
  it('keep what each of them changed, whoever came last', () => {
    const { stores, settle, choices } = createTabs(2)
    rename(stores[0] as ChoiceStore, 'a', 'one')
    rename(stores[1] as ChoiceStore, 'b', 'two')
    stores[0]?.write(APP, { platform: 'ios' })
    settle()
    const both = { rules: { own: expect.arrayContaining([rule('a', 'one'), rule('b', 'two')]), removed: [], order: [] }, platform: 'ios' }
    expect(choices()).toEqual([both, both])
  })

  it('agree in the end on every rule and setting, and none of them loses one that only it changed', () => {
    const act = fc.record({
      tab: fc.nat(2),
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.string({ minLength: 1 }),
      carry: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const { stores, settle, choices } = createTabs(3)
        const touchedBy = new Map<string, Set<number>>()
        const last = new Map<string, string>()
        for (const { tab, id, name, carry } of acts) {
          rename(stores[tab] as ChoiceStore, id, name)
          touchedBy.set(id, (touchedBy.get(id) ?? new Set()).add(tab))
          last.set(id, name)
          if (carry) settle()
        }
        settle()
        const [one, ...others] = choices() as { rules?: { own: { id: string; name: string }[] } }[]
        const named = (each: typeof one) => new Map(each?.rules?.own.map(({ id, name }) => [id, name]))
        for (const other of others) expect(named(other)).toEqual(named(one))
        expect([...named(one).keys()].sort()).toEqual([...last.keys()].sort())
        for (const [id, tabs] of touchedBy) if (tabs.size === 1) expect(named(one).get(id)).toBe(last.get(id))
      }),
    )
  })

  it('do not bring back what one of them took back', () => {
    const { stores, settle, choices } = createTabs(2)
    rename(stores[0] as ChoiceStore, 'a', 'one')
    rename(stores[0] as ChoiceStore, 'b', 'one')
    settle()
    stores[0]?.write(APP, { rules: { own: [rule('b', 'one')], removed: [], order: [] } })
    rename(stores[1] as ChoiceStore, 'c', 'two')
    settle()
    for (const each of choices()) expect(each).toMatchObject({ rules: { own: [{ id: 'b' }, { id: 'c' }] } })
  })
})

it('what was written by hand or by a version before has no counts, and gives way to whatever is changed', () => {
  const items = new Map([
    [APP, JSON.stringify({ version: 2, choices: { platform: 'ios', rules: { own: [rule('a', 'old')], removed: ['x'], order: ['a'] } } })],
  ])
  const storage: ChoiceStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
  const store = new ChoiceStore(() => storage, '')
  expect(store.read(APP).choices).toEqual({ platform: 'ios', rules: { own: [rule('a', 'old')], removed: ['x'], order: ['a'] } })
  rename(store, 'a', 'new')
  expect(new ChoiceStore(() => storage, '').read(APP).choices).toMatchObject({ rules: { own: [rule('a', 'new')] } })
})

it('what a tab holds outlives a storage that was overwritten with something else, and is written again with the next change', () => {
  const items = new Map<string, string>()
  const storage: ChoiceStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
  const store = new ChoiceStore(() => storage, '')
  rename(store, 'a', 'mine')
  for (const text of ['{"version":2,', '{"version":99,"choices":{}}', '[]', 'null', '{"version":2,"choices":{"rules":7},"made":7}']) {
    items.set(APP, text)
    expect(store.read(APP).choices).toMatchObject({ rules: { own: [rule('a', 'mine')] } })
  }
  store.write(APP, { platform: 'ios' })
  expect(new ChoiceStore(() => storage, '').read(APP).choices).toMatchObject({ platform: 'ios', rules: { own: [rule('a', 'mine')] } })
})
