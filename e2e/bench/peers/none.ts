import type { Peer } from './peer.ts'

/** The page alone: what its calls cost without anybody who looks. */
export const none: Peer = {
  async prepare() {},
  call: (path) => fetch(path).then((response) => response.json()),
  recorded: () => 0,
  show() {},
  hide() {},
  scrollTo() {},
  row: () => document.body,
  details: () => undefined,
}
