import type { Notice } from '../../contract/panel-source.ts'
import { type ChoiceStorage, ChoiceStore } from './choice-store.ts'

/** What a person chose about the drawer of a project: over reloads, and before what the host set. */
export interface PanelChoices {
  /** Whether it is open; `undefined` until a person opened or closed it. */
  readonly open: boolean | undefined
  /** Its height, px; `undefined` until a person changed it. */
  readonly height: number | undefined
  choose(change: { readonly open?: boolean; readonly height?: number }): void
  /** Whether a notice was put away that says the same on every visit. */
  isPutAway(notice: Notice): boolean
  putAway(notice: Notice): void
}

const PREFIX = 'wx-request-inspector/panel/'

/** Whatever the storage refuses lasts until the page is closed; settings tell that already. */
export function createPanelChoices(storage: () => ChoiceStorage | undefined, appid: () => string): PanelChoices {
  const store = new ChoiceStore(storage, PREFIX)
  const read = () => store.read(appid()).choices
  const putAway = (): readonly unknown[] => {
    const list = read()['putAway']
    return Array.isArray(list) ? list : []
  }
  return {
    get open() {
      const { open } = read()
      return typeof open === 'boolean' ? open : undefined
    },
    get height() {
      const { height } = read()
      return typeof height === 'number' && height > 0 ? height : undefined
    },
    choose: (change) => void store.write(appid(), change),
    isPutAway: (notice) => putAway().includes(nameOf(notice)),
    putAway(notice) {
      if (!putAway().includes(nameOf(notice))) store.write(appid(), { putAway: [...putAway(), nameOf(notice)] })
    },
  }
}

/** One about other things is another one. */
function nameOf({ code, detail }: Notice): string {
  return detail === undefined ? code : `${code} ${detail}`
}
