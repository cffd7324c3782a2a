import { viewOf } from '../view-of.ts'
import { blocksIn } from './found-blocks.tsx'
import type { Found } from './found-context.tsx'
import { patternOf } from './match-text.ts'

/** Names of the marks in the style sheets. They belong to the document; all panels in it share them. */
const EVERY = 'wx-inspector-found'
const CURRENT = 'wx-inspector-found-current'

/** Marks of which more on one screen tell nothing. */
const MOST_MARKS = 5000

/**
 * Marks what fits `query` in what is drawn under `root`, and apart from it the place that was found, which it brings into sight once.
 * Follows what is drawn anew. Returns how to stop.
 */
export function markFound(root: HTMLElement, query: string, found: Found | undefined): () => void {
  const view = viewOf(root)
  const ranges: { readonly name: string; readonly range: Range }[] = []
  let revealed = false
  let frame = 0
  let outlined: Element | undefined

  const clear = () => {
    for (const { name, range } of ranges.splice(0)) view.CSS.highlights?.get(name)?.delete(range)
    outlined?.removeAttribute('data-found')
  }
  const mark = (name: string, range: Range) => {
    const marks = view.CSS.highlights
    if (!marks) return
    let highlight = marks.get(name)
    if (!highlight) {
      highlight = new view.Highlight()
      highlight.priority = name === CURRENT ? 1 : 0
      marks.set(name, highlight)
    }
    highlight.add(range)
    ranges.push({ name, range })
  }
  const draw = () => {
    frame = 0
    clear()
    const pattern = patternOf(query)
    for (const element of [
      ...root.querySelectorAll<HTMLElement>('[data-found-scope] [data-at], [data-found-scope][data-at]'),
      ...[...root.querySelectorAll('[data-found-blocks]')].flatMap(blocksIn),
    ]) {
      for (const { index } of (element.textContent ?? '').matchAll(pattern)) {
        if (ranges.length >= MOST_MARKS) break
        const range = rangeIn(element, index, query.length)
        if (range) mark(EVERY, range)
      }
    }
    const place = found && elementAt(root, found)
    if (!found || !place) return
    const range = rangeIn(place.element, found.start - place.at, found.length)
    if (range) mark(CURRENT, range)
    if (!view.CSS.highlights) {
      outlined = place.element
      outlined.setAttribute('data-found', '')
    }
    if (revealed) return
    revealed = true
    reveal(range ?? place.element, place.element, root)
  }
  const ask = () => {
    frame ||= view.requestAnimationFrame(draw)
  }
  const observer = new view.MutationObserver(ask)
  observer.observe(root, { subtree: true, childList: true, characterData: true })
  ask()
  return () => {
    observer.disconnect()
    view.cancelAnimationFrame(frame)
    clear()
  }
}

/** The element that shows a place, and where its text begins. */
function elementAt(root: HTMLElement, { scope, item, start }: Found): { readonly element: HTMLElement; readonly at: number } | undefined {
  let best: { readonly element: HTMLElement; readonly at: number } | undefined
  for (const around of root.querySelectorAll<HTMLElement>('[data-found-scope]')) {
    if (around.dataset['foundScope'] !== `${scope} ${item}`) continue
    const elements = around.dataset['at'] === undefined ? around.querySelectorAll<HTMLElement>('[data-at]') : [around]
    for (const element of elements) {
      const at = Number(element.dataset['at'])
      if (at <= start && (!best || at >= best.at)) best = { element, at }
    }
  }
  const blocks = root.querySelector(`[data-found-blocks="${scope}"]`)
  const block = blocks && blocksIn(blocks)[item]
  if (block) best = { element: block, at: 0 }
  // Of a long list the row may not be drawn yet; then what stands before it is another.
  return best && start - best.at < (best.element.textContent?.length ?? 0) ? best : undefined
}

/** A range over characters of an element, whatever elements they are in; as much of it as is there. */
function rangeIn(element: HTMLElement, start: number, length: number): Range | undefined {
  const texts = element.ownerDocument.createTreeWalker(element, 4 /* NodeFilter.SHOW_TEXT */)
  const range = element.ownerDocument.createRange()
  let before = 0
  let begun = false
  for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
    const end = before + node.length
    if (!begun && start < end) {
      range.setStart(node, start - before)
      begun = true
    }
    if (begun) range.setEnd(node, Math.min(node.length, start + length - before))
    if (start + length <= end) break
    before = end
  }
  return begun ? range : undefined
}

/** Scrolls what scrolls between an element and `root`, and nothing of the page around. */
function reveal(what: Range | Element, element: HTMLElement, root: HTMLElement): void {
  for (let box = element.parentElement; box && root.contains(box); box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth) continue
    const inside = what.getBoundingClientRect()
    const outside = box.getBoundingClientRect()
    if (inside.top < outside.top || inside.bottom > outside.bottom) box.scrollTop += inside.top - outside.top - box.clientHeight / 2
    if (inside.left < outside.left || inside.right > outside.right) box.scrollLeft += inside.left - outside.left - box.clientWidth / 2
  }
}
