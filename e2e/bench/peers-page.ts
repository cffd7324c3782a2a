import { ANSWER, type Answering, type Peer } from './peers/peer.ts'

export type PeerName = 'none' | 'floor' | 'ours' | 'eruda' | 'vconsole'

const PEERS: Readonly<Record<PeerName, () => Promise<Peer>>> = {
  none: async () => (await import('./peers/none.ts')).none,
  floor: async () => (await import('./peers/floor.ts')).floor,
  ours: async () => (await import('./peers/ours.ts')).ours,
  eruda: async () => (await import('./peers/eruda.ts')).erudaPeer,
  vconsole: async () => (await import('./peers/vconsole.ts')).vconsole,
}

/** What the measuring script drives from outside. */
export interface PeersBench {
  prepare(name: PeerName, answering: Answering, open: boolean): Promise<void>
  /** Makes so many calls, so many under way at any moment, and waits until everybody has drawn them. Gives the ms to the last answer. */
  call(count: number, atOnce: number): Promise<number>
  /** The same; gives the longest time between two frames. To ask for frames takes time of its own. */
  pause(count: number, atOnce: number): Promise<number>
  recorded(): number
  show(): Promise<void>
  hide(): Promise<void>
  /** Scrolls the list from one end to the other; gives the ms before each frame. */
  scroll(frames: number): Promise<readonly number[]>
  /** Types the text into the filter, a letter a frame. */
  filter(text: string): Promise<void>
  /** ms from the click on a row until its details are painted. */
  select(): Promise<number>
}

declare global {
  var peersBench: PeersBench
}

/** ms after the work in which everybody has drawn what there was to draw: some wait with it. */
const SETTLED = 400

let peer: Peer

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
const settled = () => new Promise((resolve) => setTimeout(resolve, SETTLED))

globalThis.peersBench = {
  async prepare(name, answering, open) {
    if (answering !== 'server') {
      const text = JSON.stringify(ANSWER)
      globalThis.fetch = async () => new Response(text, { headers: { 'content-type': 'application/json' } })
    }
    peer = await PEERS[name]()
    await peer.prepare(answering, open)
    await settled()
  },
  async call(count, atOnce) {
    const started = performance.now()
    let begun = 0
    const line = async () => {
      while (begun < count) await peer.call(`/goods?call=${++begun}`)
    }
    await Promise.all(Array.from({ length: Math.min(atOnce, count) }, line))
    const wall = performance.now() - started
    await settled()
    return wall
  },
  async pause(count, atOnce) {
    const frames = watchFrames()
    await peersBench.call(count, atOnce)
    return frames.longestPause()
  },
  recorded: () => peer.recorded(),
  async show() {
    peer.show()
    await settled()
  },
  async hide() {
    peer.hide()
    await settled()
  },
  async scroll(frames) {
    const gaps: number[] = []
    let before = await nextFrame()
    for (let frame = 0; frame <= frames; frame++) {
      peer.scrollTo(frame / frames)
      const now = await nextFrame()
      gaps.push(now - before)
      before = now
    }
    return gaps
  },
  async filter(text) {
    for (let length = 1; length <= text.length; length++) {
      peer.filter?.(text.slice(0, length))
      await nextFrame()
    }
    await settled()
  },
  async select() {
    const row = peer.row()
    const started = performance.now()
    row.click()
    while (!peer.details()) await nextFrame()
    await nextFrame()
    // What a frame asked for is painted before the next task.
    await new Promise((resolve) => setTimeout(resolve))
    return performance.now() - started
  },
}

function watchFrames(): { longestPause(): number } {
  let longest = 0
  let before = performance.now()
  const watch = (now: number) => {
    longest = Math.max(longest, now - before)
    before = now
    handle = requestAnimationFrame(watch)
  }
  let handle = requestAnimationFrame(watch)
  return {
    longestPause() {
      cancelAnimationFrame(handle)
      return longest
    },
  }
}
