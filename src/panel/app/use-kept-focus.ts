import { type RefObject, useEffect } from 'react'

const STOPS = 'button, input, textarea, select, a[href], [tabindex]'
/** Of a view that went as a whole, the tab of the one that came is heir. */
const SHOWN_VIEW = '.view-tab[aria-pressed="true"]'

/**
 * Hands the focus on when the element that has it goes away or is switched off, as a button does whose work is done:
 * keys of the panel are heard only while the focus is inside. It goes to what stands nearest around the lost one, never to what
 * belongs to another item of a list.
 */
export function useKeptFocus(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    let last: Element | undefined
    let around: readonly HTMLElement[] = []
    /** What stood before it, and before each that was around it. */
    let before: readonly (Element | null)[] = []

    const remember = (event: FocusEvent) => {
      last = event.composedPath()[0] as Element
      around = ancestorsOf(last, element)
      before = [last, ...around].map((each) => each.previousElementSibling)
    }
    // Some browsers tell that an element lost the focus when it is taken out, before it is out.
    const forget = (event: FocusEvent) => {
      const left = event.composedPath()[0]
      queueMicrotask(() => {
        // By then the focus may be in the next one, which a script has given it.
        if (last === left && last && !isLost(last)) last = undefined
      })
    }
    const handOn = () => {
      if (!last || !isLost(last)) return
      const wentAway = !last.isConnected
      last = undefined
      const root = element.getRootNode() as Document | ShadowRoot
      // Whoever has moved it elsewhere meanwhile knows better.
      if (root.activeElement && !isLost(root.activeElement)) return
      const left = around.filter((each) => each.isConnected)
      const neighbor = wentAway ? before[around.length - left.length] : undefined
      const heir = left.length > 1 ? heirAmong(left, neighbor) : element.querySelector<HTMLElement>(SHOWN_VIEW)
      heir?.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(handOn)
    observer.observe(element, { subtree: true, childList: true, attributeFilter: ['disabled'] })
    element.addEventListener('focusin', remember)
    element.addEventListener('focusout', forget)
    return () => {
      observer.disconnect()
      element.removeEventListener('focusin', remember)
      element.removeEventListener('focusout', forget)
    }
  }, [frame])
}

function isLost(element: Element): boolean {
  return !element.isConnected || element.matches(':disabled')
}

function ancestorsOf(element: Element, frame: HTMLElement): readonly HTMLElement[] {
  const found: HTMLElement[] = []
  for (let each = element.parentElement; each; each = each === frame ? null : each.parentElement) found.push(each)
  return found
}

/** `neighbor` is what stood before the outermost that went. */
function heirAmong(ancestors: readonly HTMLElement[], neighbor: Element | null | undefined): HTMLElement | undefined {
  let inner = neighbor?.isConnected ? neighbor : undefined
  for (const ancestor of ancestors) {
    if (isStop(ancestor)) return ancestor
    const stops = [...ancestor.querySelectorAll<HTMLElement>(STOPS)].filter((each) => isStop(each) && !isOfAnother(each, ancestors))
    // What stands after the lost one comes first: that is where an undo appears.
    const heir = stops.find((each) => inner && isAfter(inner, each)) ?? stops[0]
    if (heir) return heir
    inner = ancestor
  }
  return undefined
}

function isAfter(inner: Element, each: Element): boolean {
  return !inner.contains(each) && (inner.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
}

/** Whether it belongs to another item of the list: whoever presses the key once more must not hit that one. */
function isOfAnother(stop: HTMLElement, ancestors: readonly HTMLElement[]): boolean {
  const item = stop.closest<HTMLElement>('li, tr, [role="row"]')
  return item !== null && !ancestors.includes(item)
}

function isStop(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && element.matches(STOPS) && !element.matches(':disabled') && element.checkVisibility()
}
