import type { MockRule } from '../../src/contract/mock/mock-rule.ts'
import { createInspector, type WxInspector } from '../../src/entry/inspector.ts'

const ORIGIN = 'https://api.example.com'
/** Calls that are recorded: as many as an open rule is held against. */
const RECORDED = 500

/** What the measuring script drives from outside. */
export interface MocksBench {
  /** Shows the Mocks view over so many rules that a person brought in, the last with an answer of so many characters; the calls of each are recorded. */
  prepare(rules: number, answer: number): Promise<void>
  /** Resolves when a frame has been painted and the page has nothing more to do. */
  settled(): Promise<void>
  /** Makes so many calls that the last rule answers, one after another. */
  call(count: number): Promise<void>
  /** Takes all rules away but so many, the last ones. */
  keep(rules: number): Promise<void>
}

declare global {
  var mocksBench: MocksBench
}

const ruleAt = (nth: number, body: unknown): MockRule =>
  ({
    id: `goods-${nth}`,
    name: `Goods ${nth}`,
    enabled: true,
    group: `Shelf ${Math.floor(nth / 50)}`,
    when: { method: nth % 4 === 0 ? 'POST' : 'GET', url: nth % 5 === 0 ? `${ORIGIN}/goods/${nth}/:id` : `${ORIGIN}/goods/${nth}` },
    respond: {
      mode: 'pick',
      answers: [
        { name: '200', kind: 'response', body: { json: body } },
        { name: '500', kind: 'response', status: 500, body: { json: { message: 'Internal Server Error' } } },
      ],
      picked: '200',
    },
  }) as MockRule

const small = (nth: number) => ({ id: nth, name: `tea ${nth}`, price: 168, tags: ['green', 'new'], stock: true })

/** A list of goods, of at least so many characters as JSON. */
function largeAnswer(characters: number): object {
  const items: object[] = []
  for (let nth = 0, length = 0; length < characters; nth++) {
    const item = {
      ...small(nth),
      title: `龙井 ${nth}`,
      image: `https://img.example.com/${nth}.png`,
      maker: { name: 'Hillside', place: ['Hangzhou', 'Zhejiang'] },
    }
    items.push(item)
    length += JSON.stringify(item).length + 1
  }
  return { code: 0, data: { items, total: items.length } }
}

let inspector: WxInspector
const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

globalThis.mocksBench = {
  async prepare(rules, answer) {
    localStorage.clear()
    const container = document.querySelector('main')
    if (!container) throw new Error('mocks.html has no main element')
    inspector = createInspector({
      settings: { domains: { request: [ORIGIN] }, unmatched: 'fail' },
      serviceWorker: false,
      panel: { container, language: 'en', theme: 'light' },
    })
    await inspector.ready
    const made = Array.from({ length: rules }, (_, nth) => ruleAt(nth, nth === rules - 1 && answer > 0 ? largeAnswer(answer) : small(nth)))
    const outcome = await inspector.send?.({ type: 'set-rules', rules: made })
    if (!outcome?.ok) throw new Error(JSON.stringify(outcome))
    for (let nth = 0; nth < RECORDED && answer === 0; nth++) await request(`/goods/${nth % rules}`)
    inspector.show({ view: 'mocks' })
    await mocksBench.settled()
  },
  async settled() {
    for (let frame = 0; frame < 3; frame++) await nextFrame()
    await new Promise((resolve) => requestIdleCallback(resolve))
  },
  async call(count) {
    const { url } = inspector.rules.at(-1)?.when ?? {}
    for (let nth = 0; nth < count; nth++) await request(new URL(url ?? '').pathname)
  },
  async keep(rules) {
    await inspector.send?.({ type: 'set-rules', rules: inspector.rules.slice(-rules) })
  },
}

function request(path: string): Promise<unknown> {
  return new Promise((resolve) => inspector.wx.request({ url: ORIGIN + path, complete: resolve }))
}
