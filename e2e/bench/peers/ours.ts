import type { SettingsPatch } from '../../../src/contract/settings-patch.ts'
import { createInspector, type WxInspector } from '../../../src/entry/inspector.ts'
import { ANSWER, find, need, type Peer, scrollElement } from './peer.ts'

const ORIGIN = 'https://api.example.com'

const RULES = [
  {
    id: 'goods',
    name: 'goods',
    enabled: true,
    when: { url: `${ORIGIN}/goods` },
    respond: { kind: 'response', body: { json: ANSWER } },
  },
] as const

const CAPTURE = { capture: { maxTasks: 200_000 } }
const SETTINGS: Record<string, SettingsPatch> = {
  rule: { domains: { request: [ORIGIN] }, ...CAPTURE },
  stub: { domains: { request: [ORIGIN] }, ...CAPTURE },
  server: { urlCheck: false, ...CAPTURE },
}

let inspector: WxInspector
let origin = ORIGIN
let list: HTMLElement | undefined

export const ours: Peer = {
  async prepare(answering, open) {
    const container = document.querySelector('main')
    if (!container) throw new Error('The page has no main element.')
    const server = answering === 'server'
    if (server) origin = location.origin
    inspector = createInspector({
      settings: SETTINGS[answering] ?? {},
      rules: answering === 'rule' ? RULES : [],
      serviceWorker: server ? { url: '/wx-sw.js' } : false,
      panel: { container, language: 'en' },
    })
    await inspector.ready
    if (server && inspector.serviceWorker !== 'active') throw new Error('The service worker is not there.')
    if (open) ours.show()
  },
  call: (path) =>
    new Promise((resolve, reject) => {
      inspector.wx.request({ url: origin + path, success: ({ data }) => resolve(data), fail: ({ errMsg }) => reject(new Error(errMsg)) })
    }),
  recorded: () => inspector.tasks().length,
  show: () => inspector.open(),
  hide: () => inspector.close(),
  scrollTo(share) {
    // A search through the shadow trees in each frame would count as ours.
    if (!list?.isConnected) list = need('[role="grid"]')
    scrollElement(list, share)
  },
  field: () => need('[role="combobox"]') as HTMLInputElement,
  row: () => need('[role="grid"] [role="row"][aria-selected] [role="gridcell"]'),
  details: () => find('[role="tabpanel"]'),
  async compare() {
    const [one, other] = inspector.tasks().slice(-2)
    const started = performance.now()
    await inspector.compare(one?.taskId ?? '', other?.taskId ?? '')
    return performance.now() - started
  },
  export: () => inspector.toHar(),
  clear: () =>
    new Promise((resolve) => {
      inspector.clear()
      const look = setInterval(() => {
        if (inspector.state?.().canRestore) return
        clearInterval(look)
        resolve()
      }, 200)
    }),
  async importHar(file, entries) {
    await inspector.fromHar(file)
    const rows = () => Number(find('[role="grid"]')?.getAttribute('aria-rowcount') ?? 0)
    while (rows() < entries) await new Promise((resolve) => requestAnimationFrame(resolve))
  },
}
