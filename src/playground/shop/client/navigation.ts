export const TABS = ['home', 'search', 'cart', 'me', 'trouble'] as const

export type Tab = (typeof TABS)[number]

/** A page that lies over the tabs. */
export type PushedPage =
  | { readonly page: 'tea'; readonly id: string }
  | { readonly page: 'sign-in' }
  | { readonly page: 'chat' }
  | { readonly page: 'order'; readonly id: string; readonly fresh: boolean }

export interface Place {
  readonly tab: Tab
  /** Tabs that were opened stay alive, as in WeChat, and keep their data and scroll. */
  readonly opened: readonly Tab[]
  readonly stack: readonly PushedPage[]
  /** How often it was loaded again: what is open then begins anew. */
  readonly round: number
}

export type Move =
  | { readonly to: 'tab'; readonly tab: Tab }
  | { readonly to: 'page'; readonly page: PushedPage }
  /** Takes the place of the page on top, as `wx.redirectTo` does. */
  | { readonly to: 'instead'; readonly page: PushedPage }
  | { readonly to: 'back' }
  /** The pages that are open ask for everything again. */
  | { readonly to: 'anew' }

export const START: Place = { tab: 'home', opened: ['home'], stack: [], round: 0 }

/** Where the app is after a move. Going to a tab closes the pages above it. */
export function moveTo(place: Place, move: Move): Place {
  switch (move.to) {
    case 'tab':
      return {
        ...place,
        tab: move.tab,
        opened: place.opened.includes(move.tab) ? place.opened : [...place.opened, move.tab],
        stack: [],
      }
    case 'page':
      return { ...place, stack: [...place.stack, move.page] }
    case 'instead':
      return { ...place, stack: [...place.stack.slice(0, -1), move.page] }
    case 'back':
      return { ...place, stack: place.stack.slice(0, -1) }
    case 'anew':
      return { ...place, opened: [place.tab], round: place.round + 1 }
  }
}

/** The page on top as a mini-program names it: `pages/tea/index?id=longjing`. */
export function pathOf({ tab, stack }: Place): string {
  const top = stack.at(-1)
  return `pages/${top?.page ?? tab}/index${top && 'id' in top ? `?id=${top.id}` : ''}`
}
