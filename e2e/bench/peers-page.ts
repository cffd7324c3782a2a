import { harFile } from './har-file.mjs'
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
  /** The same; gives the longest time between two frames, and the tasks over 50 ms, in ms. To ask for frames takes time of its own. */
  pause(count: number, atOnce: number): Promise<{ readonly longest: number; readonly longTasks: readonly number[] }>
  /** The same with as many of the calls as can be begun in so many ms; gives how many those were. */
  callWithin(count: number, atOnce: number, within: number): Promise<{ readonly made: number; readonly wall: number }>
  /** Makes calls at this rate (calls a second) for so many ms, and watches the frames. */
  steady(duration: number, rate: number): Promise<{ readonly rate: number; readonly worst: number; readonly late: number }>
  recorded(): number
  show(): Promise<void>
  hide(): Promise<void>
  /** Scrolls the list from one end to the other; gives the ms before each frame. */
  scroll(frames: number): Promise<readonly number[]>
  /** Puts the focus into the field of the filter; tells whether there is one. */
  focusFilter(): boolean
  /** Resolves with the next frame. */
  frame(): Promise<number>
  /** Resolves when everybody has drawn what there was to draw. */
  settled(): Promise<unknown>
  /** Gives a filter without a field the text, a letter a frame. */
  filter(text: string): Promise<void>
  /** ms from the click on a row until its details are painted. */
  select(): Promise<number>
  /** ms for comparing two calls. */
  compare(): Promise<number>
  /** Writes everything as a HAR. */
  export(): Promise<void>
  /** Clears the list, and comes back when that can no longer be undone. */
  clear(): Promise<void>
  /** Makes a HAR file with so many entries and this body in each, as another program would write it. */
  writeHar(entries: number, text: string): void
  /** Opens it; comes back when it is shown. */
  importHar(entries: number): Promise<{ readonly wall: number; readonly longestPause: number }>
}

declare global {
  var peersBench: PeersBench
}

/** ms after the work in which everybody has drawn what there was to draw: some wait with it. */
const SETTLED = 400

let peer: Peer
let har: File | undefined

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
  call: async (count, atOnce) => (await peersBench.callWithin(count, atOnce, Number.POSITIVE_INFINITY)).wall,
  async callWithin(count, atOnce, within) {
    const started = performance.now()
    let begun = 0
    const line = async () => {
      while (begun < count && performance.now() - started < within) await peer.call(`/goods?call=${++begun}`)
    }
    await Promise.all(Array.from({ length: Math.min(atOnce, count) }, line))
    const wall = performance.now() - started
    await settled()
    return { made: begun, wall }
  },
  async steady(duration, rate) {
    const frames = watchFrames()
    const started = performance.now()
    let made = 0
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        const now = performance.now() - started
        // However late the timer is, the rate is kept.
        while (made < (now * rate) / 1000) void peer.call(`/goods?call=${++made}`)
        if (now < duration) return
        clearInterval(timer)
        resolve()
      }, 1000 / rate)
    })
    const { gaps, longest } = frames.end()
    return {
      rate: (gaps.length * 1000) / (performance.now() - started),
      worst: longest,
      late: gaps.filter((gap) => gap > 50).length,
    }
  },
  async pause(count, atOnce) {
    const longTasks: number[] = []
    const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    observer.observe({ type: 'longtask' })
    const frames = watchFrames()
    await peersBench.call(count, atOnce)
    observer.disconnect()
    return { longest: frames.end().longest, longTasks }
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
  focusFilter() {
    const field = peer.field?.()
    field?.focus()
    return field !== undefined
  },
  frame: nextFrame,
  settled,
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
  compare: async () => (await peer.compare?.()) ?? Number.NaN,
  async export() {
    await peer.export?.()
  },
  async clear() {
    await peer.clear?.()
  },
  writeHar(entries, text) {
    har = harFile(entries, text)
  },
  async importHar(entries) {
    if (!har || !peer.importHar) throw new Error('There is no file, or nobody who reads it.')
    const started = performance.now()
    const frames = watchFrames()
    await peer.importHar(har, entries)
    await nextFrame()
    const wall = performance.now() - started
    return { wall, longestPause: frames.end().longest }
  },
}

function watchFrames(): { end(): { readonly gaps: readonly number[]; readonly longest: number } } {
  const gaps: number[] = []
  let longest = 0
  let before = performance.now()
  const watch = (now: number) => {
    gaps.push(now - before)
    longest = Math.max(longest, now - before)
    before = now
    handle = requestAnimationFrame(watch)
  }
  let handle = requestAnimationFrame(watch)
  return {
    end() {
      cancelAnimationFrame(handle)
      return { gaps, longest }
    },
  }
}
