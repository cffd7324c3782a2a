export type RoomSide = 'bottom' | 'right' | 'left'

/** The room that a page gives to what is docked at one of its sides. */
export interface PageRoom {
  /** Keeps `size` px free at a side, and none at the others. */
  take(side: RoomSide, size: number): void
  /** The page is again as it was. */
  giveBack(): void
}

/**
 * Makes room by the padding of the document element: what stands at the end of the page can be scrolled to, and a focused element is not
 * scrolled to beneath the panel. What a page fixes to its window itself (`position: fixed`) stays where it is.
 */
export function createPageRoom(page: HTMLElement): PageRoom {
  let taken: { readonly side: RoomSide; readonly own: number; readonly before: readonly Before[] } | undefined
  const giveBack = () => {
    if (!taken) return
    for (const { name, value, priority } of taken.before) page.style.setProperty(name, value, priority)
    if (page.style.length === 0) page.removeAttribute('style')
    taken = undefined
  }
  return {
    take(side, size) {
      if (taken?.side !== side) {
        giveBack()
        const before = [`padding-${side}`, `scroll-padding-${side}`].map((name) => ({
          name,
          value: page.style.getPropertyValue(name),
          priority: page.style.getPropertyPriority(name),
        }))
        taken = { side, own: Number.parseFloat(getComputedStyle(page).getPropertyValue(`padding-${side}`)) || 0, before }
      }
      page.style.setProperty(`padding-${side}`, `${taken.own + size}px`, 'important')
      page.style.setProperty(`scroll-padding-${side}`, `${size}px`, 'important')
    },
    giveBack,
  }
}

interface Before {
  readonly name: string
  readonly value: string
  readonly priority: string
}
