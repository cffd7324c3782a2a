import type { Splice } from '../json/edit-json.ts'
import type { MenuGroup } from '../menu/menu-items.ts'

/** What of a row is asked for in words: a key, a count. */
export interface Asking {
  readonly node: number
  readonly what: 'add' | 'rename' | 'repeat'
}

/** What a row of the form can ask of it. */
export interface FormActs {
  readonly edit: (splice: Splice | undefined) => void
  readonly fold: (node: number, open: boolean) => void
  readonly ask: (asking: Asking | undefined) => void
  readonly openMenu: (at: HTMLElement, label: string, groups: readonly MenuGroup[]) => void
}
