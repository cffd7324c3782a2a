import type { Frame, Page } from '@playwright/test'
import type { Framework } from '../../src/contract/event/task-event.ts'

/** What tells one example from the others, for whoever drives it. */
export interface HostKind {
  /** Whose calls these are, if not those of `wx`. */
  readonly framework?: Framework
  /** What the app reads when it aborts a call. */
  readonly abortText: string
  /** How long its dev server may still load a page anew after the first one. ms. */
  readonly settles: number
  /** Where the code of the app runs. */
  frameOf(page: Page): Frame
  /** Does nothing where the panel is open from the start. */
  openPanel(page: Page): Promise<void>
}

const WX_PAGE: HostKind = {
  abortText: 'request:fail abort',
  settles: 1000,
  frameOf: (page) => page.mainFrame(),
  openPanel: async () => {},
}

const KINDS = {
  script: WX_PAGE,
  'vite-react': WX_PAGE,
  'vite-vue': WX_PAGE,
} satisfies Record<string, HostKind>

export type HostName = keyof typeof KINDS

export function hostOf(name: HostName): HostKind {
  const kind = KINDS[name]
  if (!kind) throw new Error(`WX_HOST_NAME is ${name}: say in e2e/hosts/host-kinds.ts how it is driven.`)
  return kind
}
