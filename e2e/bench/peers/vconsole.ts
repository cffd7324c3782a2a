import VConsole from 'vconsole'
import { none } from './none.ts'
import { find, need, type Peer } from './peer.ts'

const BOX = '#__vc_plug_network'

let shell: VConsole
/** Where its list stands; the browser does not know, since it scrolls by itself what wheels and fingers tell it. */
let scrolled: number | undefined

export const vconsole: Peer = {
  ...none,
  async prepare(_answering, open) {
    await new Promise<void>((resolve) => {
      shell = new VConsole({ defaultPlugins: ['network'], network: { maxNetworkNumber: 1_000_000 }, onReady: resolve })
    })
    if (open) vconsole.show()
  },
  recorded: () => Number(/\d+/.exec(need(`${BOX} .vc-scroller-header`).textContent ?? '')?.[0] ?? 0),
  show() {
    shell.show()
    shell.showPlugin('network')
  },
  hide: () => shell.hide(),
  scrollTo(share) {
    const way = need(`${BOX} .vc-scroller-items`).clientHeight - need(`${BOX} .vc-scroller-viewport`).clientHeight
    const to = way * share
    // It begins at its end.
    const deltaY = to - (scrolled ?? way)
    scrolled = to
    need(`${BOX} .vc-scroller-viewport`).dispatchEvent(new WheelEvent('wheel', { deltaY, bubbles: true, cancelable: true }))
  },
  row: () => need(`${BOX} .vc-group-preview`),
  details: () => find(`${BOX} .vc-group.vc-actived .vc-group-detail`),
}
