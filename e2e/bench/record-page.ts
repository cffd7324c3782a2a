import { createClock } from '../../src/contract/clock.ts'
import type { Wx } from '../../src/contract/wx/wx.ts'
import { createAnswers } from '../../src/entry/answers.ts'
import { createInspector } from '../../src/entry/inspector.ts'
import { createEnvironment, createWx } from '../../src/entry/shim.ts'

const URL = 'https://api.example.com/goods'

const RULES = [
  {
    id: 'goods',
    name: 'goods',
    enabled: true,
    when: { url: URL },
    respond: { kind: 'response', body: { json: { list: Array.from({ length: 6 }, (_, id) => ({ id, name: `tea ${id}` })) } } },
  },
] as const

const SETTINGS = { domains: { request: ['https://api.example.com'] }, capture: { maxTasks: 200_000 } } as const

/** `bare`: nothing is recorded. `closed`: recorded, no panel. `open`: recorded, and the panel is there to be drawn. */
export type Setup = 'bare' | 'closed' | 'open'

/** What the measuring script drives from outside. */
export interface RecordBench {
  /** Makes the thing to be measured; once a page. */
  prepare(setup: Setup): Promise<void>
  /** Calls `wx.request` so many times, so many under way at any moment; every one has to succeed. */
  call(count: number, atOnce: number): Promise<void>
  /** How many tasks were recorded. */
  recorded(): number
}

declare global {
  var recordBench: RecordBench
}

let wx: Wx
let recorded = () => 0

globalThis.recordBench = {
  async prepare(setup) {
    if (setup === 'bare') {
      const environment = createEnvironment(SETTINGS)
      const answers = createAnswers({
        clock: createClock(),
        settings: environment.settings,
        rules: RULES,
        handlers: [],
        serviceWorker: false,
        onPageEvent: () => {},
      })
      await answers.ready
      wx = createWx({ settings: environment, transport: answers.transport })
      return
    }
    const container = document.querySelector('main')
    if (!container) throw new Error('record.html has no main element')
    const inspector = createInspector({ settings: SETTINGS, rules: RULES, serviceWorker: false, panel: { container, language: 'en' } })
    await inspector.ready
    wx = inspector.wx
    recorded = () => inspector.state?.().kept.tasks ?? 0
    if (setup === 'open') inspector.open()
  },
  call: (count, atOnce) =>
    new Promise((resolve, reject) => {
      let started = 0
      let ended = 0
      const next = () => {
        if (started === count) return
        started++
        wx.request({
          url: URL,
          data: { call: started },
          fail: (result) => reject(new Error(result.errMsg)),
          complete() {
            ended++
            if (ended === count) resolve()
            else next()
          },
        })
      }
      for (let line = 0; line < Math.min(atOnce, count); line++) next()
    }),
  recorded: () => recorded(),
}
