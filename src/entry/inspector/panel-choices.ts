import type { Notice } from '../../contract/panel-source.ts'
import type { DockChoices } from '../dock/dock.ts'
import { type ChoiceStorage, ChoiceStore } from './choice-store.ts'

/** What a person chose about the drawer of a project: over reloads, and before what the host set. */
export interface PanelChoices {
  /** Whether it is open; `undefined` until a person opened or closed it. */
  readonly open: boolean | undefined
  /** Where it stands and how large it is; `undefined` what no person changed. */
  readonly dock: DockChoices
  choose(change: DockChoices & { readonly open?: boolean }): void
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
    get dock() {
      const { place, home, height, width, box } = read()
      return { place: placeIn(place), home: homeIn(home), height: sizeIn(height), width: sizeIn(width), box: boxIn(box) }
    },
    choose: (change) => void store.write(appid(), { ...change }),
    isPutAway: (notice) => putAway().includes(nameOf(notice)),
    putAway(notice) {
      if (!putAway().includes(nameOf(notice))) store.write(appid(), { putAway: [...putAway(), nameOf(notice)] })
    },
  }
}

function homeIn(value: unknown): DockChoices['home'] {
  return (['bottom', 'right', 'left', 'float'] as const).find((home) => home === value)
}

function placeIn(value: unknown): DockChoices['place'] {
  return value === 'window' ? value : homeIn(value)
}

function sizeIn(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined
}

function boxIn(value: unknown): DockChoices['box'] {
  const { left, top, width, height } = Object(value) as Record<string, unknown>
  const known = [left, top, width, height].every((each) => typeof each === 'number' && Number.isFinite(each))
  return known ? (value as DockChoices['box']) : undefined
}

/** One about other things is another one. */
function nameOf({ code, detail }: Notice): string {
  return detail === undefined ? code : `${code} ${detail}`
}
