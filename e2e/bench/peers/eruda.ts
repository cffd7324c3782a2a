import eruda from 'eruda'
import { none } from './none.ts'
import { find, need, type Peer, scrollElement } from './peer.ts'

interface Network {
  requests(): readonly unknown[]
  readonly _requestDataGrid: { setOption(name: 'filter', text: string): void }
}

const network = () => eruda.get('network') as unknown as Network

export const erudaPeer: Peer = {
  ...none,
  async prepare(_answering, open) {
    eruda.init({ tool: ['network'], defaults: { displaySize: 100, transparency: 1 } })
    if (open) erudaPeer.show()
  },
  recorded: () => network().requests().length,
  show() {
    eruda.show()
    eruda.show('network')
  },
  hide: () => void eruda.hide(),
  scrollTo: (share) => scrollElement(need('.luna-data-grid-data-container'), share),
  // It asks for the text in a dialog of its own; what follows is this.
  filter: (text) => network()._requestDataGrid.setOption('filter', text),
  row: () => need('.luna-data-grid-node'),
  details: () => find('.eruda-detail .eruda-http'),
}
