import { viewOf } from './view-of.ts'

/** Has an element measured at once, and whenever its size changes. Gives what ends it. */
export function watchSize(element: Element, measure: () => void): () => void {
  const observer = new (viewOf(element).ResizeObserver)(measure)
  observer.observe(element)
  measure()
  return () => observer.disconnect()
}
