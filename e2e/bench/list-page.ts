import type { TaskEvent } from '../../src/contract/event/task-event.ts'
import type { PanelSource } from '../../src/contract/panel-source.ts'
import { mountPanel } from '../../src/entry/panel.ts'
import { makeSyntheticTask } from './synthetic-tasks.ts'

/** What the measuring script drives from outside. */
export interface ListBench {
  /** Adds tasks to the stream, as a busy app would: all at once. */
  append(count: number): void
  /** How many tasks there are. */
  count(): number
  /** Resolves when the grid says that it has so many tasks and a frame has passed. */
  shown(count: number): Promise<void>
  /** Scrolls the list from one end to the other; gives the gap before each frame in ms. */
  scroll(frames: number): Promise<{ readonly gaps: readonly number[] }>
  /** The same, and looks at each frame, which costs time of its own: the most rows in the DOM, and the frames with a hole in the list. */
  inspect(frames: number): Promise<{ readonly mostRows: number; readonly blankFrames: number }>
  /** The same frames without any scrolling: what this machine does to a page at rest. */
  rest(frames: number): Promise<{ readonly gaps: readonly number[] }>
}

declare global {
  var listBench: ListBench
}

const events: TaskEvent[] = []
const listeners = new Set<(event: TaskEvent) => void>()
let tasks = 0

const source: PanelSource = {
  events: (taskId) => (taskId === undefined ? events.slice() : events.filter((event) => event.taskId === taskId)),
  subscribe(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  now: () => performance.now(),
  startedAt: performance.timeOrigin,
}

const container = document.querySelector('main')
if (!container) throw new Error('list.html has no main element')
mountPanel(container, { source, language: 'en', theme: 'light' })

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

globalThis.listBench = {
  append(count) {
    for (let added = 0; added < count; added++) {
      for (const event of makeSyntheticTask(++tasks)) {
        events.push(event)
        for (const listener of listeners) listener(event)
      }
    }
  },
  count: () => tasks,
  async shown(count) {
    // The head of the grid is a row too.
    while (Number(find('[role="grid"]')?.getAttribute('aria-rowcount') ?? 0) < count) await nextFrame()
    await nextFrame()
  },
  async scroll(frames) {
    const gaps: number[] = []
    let before = 0
    await eachScrolledFrame(frames, (_, now) => {
      if (before > 0) gaps.push(now - before)
      before = now
    })
    return { gaps }
  },
  async inspect(frames) {
    let mostRows = 0
    let blankFrames = 0
    await eachScrolledFrame(frames, (list) => {
      mostRows = Math.max(mostRows, list.querySelectorAll('[role="row"]').length)
      if (!rowAtCentreOf(list)) blankFrames++
    })
    return { mostRows, blankFrames }
  },
  async rest(frames) {
    const gaps: number[] = []
    let before = await nextFrame()
    for (let frame = 0; frame < frames; frame++) {
      const now = await nextFrame()
      gaps.push(now - before)
      before = now
    }
    return { gaps }
  },
}

async function eachScrolledFrame(frames: number, look: (list: Element, now: number) => void): Promise<void> {
  const list = scrollerOf(find('[role="grid"]'))
  const way = list.scrollHeight - list.clientHeight
  for (let frame = 0; frame <= frames; frame++) {
    list.scrollTop = (way * frame) / frames
    look(list, await nextFrame())
  }
}

/** The first match, in shadow trees too. */
function find(selector: string): Element | undefined {
  return findAll(selector)[0]
}

function findAll(selector: string, root: ParentNode = document): readonly Element[] {
  const inner = [...root.querySelectorAll('*')].flatMap((element) => (element.shadowRoot ? findAll(selector, element.shadowRoot) : []))
  return [...root.querySelectorAll(selector), ...inner]
}

/** What scrolls the rows: the grid, something in it, or something around it. */
function scrollerOf(grid: Element | undefined): Element {
  if (!grid) throw new Error('the panel shows no grid')
  const around: Element[] = []
  for (let element: Element | null = grid; element; element = element.parentElement) around.push(element)
  const found = [...around, ...grid.querySelectorAll('*')].find((element) => {
    const { overflowY } = getComputedStyle(element)
    return (overflowY === 'auto' || overflowY === 'scroll') && element.scrollHeight > element.clientHeight * 2
  })
  if (!found) throw new Error('nothing scrolls in the grid')
  return found
}

function rowAtCentreOf(list: Element): boolean {
  const { left, top, width, height } = list.getBoundingClientRect()
  const tree = list.getRootNode() as Document | ShadowRoot
  return Boolean(tree.elementFromPoint(left + width / 4, top + height / 2)?.closest('[role="row"]'))
}
