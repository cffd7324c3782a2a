import { useLayoutEffect, useRef } from 'react'
import { arrangeElements, type RowElement, refillElements } from './row-elements.ts'
import { taskIdAt } from './row-id.ts'

/** The task of the row that has the focus in it. Asked for each time, since the browser moves the focus without telling React. */
export function focusedTaskIn(grid: HTMLElement | null): string | undefined {
  const { activeElement } = (grid?.getRootNode() ?? {}) as Partial<Document | ShadowRoot>
  return activeElement && grid?.contains(activeElement) ? taskIdAt(activeElement) : undefined
}

/**
 * Gives each row that is to be shown an element; held rows keep theirs while they are in the list. The elements stand in the document as
 * they are given: in the order of the rows, or, while the list is being scrolled, in any order.
 */
export function useRowElements(taskIds: readonly string[], held: ReadonlySet<string>, isScrolling: boolean): readonly RowElement[] {
  const before = useRef<readonly RowElement[]>([])
  const arranged = isScrolling ? refillElements(before.current, taskIds) : arrangeElements(before.current, taskIds, held)
  useLayoutEffect(() => {
    before.current = arranged
  })
  return arranged
}
