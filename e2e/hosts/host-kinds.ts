import type { Frame, Page } from '@playwright/test'
import type { Framework } from '../../src/contract/event/task-event.ts'

/** What tells one example from the others, for whoever drives it. */
export interface HostKind {
  /** Whose calls these are, if not those of `wx`. */
  readonly framework?: Framework
  /** What the app reads when it aborts a call. */
  readonly abortText: string
  /** The path of the page that asks this server. */
  askingAt(api: string): string
  /** How long its dev server may still load a page anew after the first one. ms. */
  readonly settles: number
  /** Where the code of the app runs. */
  frameOf(page: Page): Frame
  /** Does nothing where the panel is open from the start. */
  openPanel(page: Page): Promise<void>
}

const WX_PAGE: HostKind = {
  abortText: 'request:fail abort',
  askingAt: (api) => `/?api=${api}`,
  settles: 1000,
  frameOf: (page) => page.mainFrame(),
  openPanel: async () => {},
}

const KINDS = {
  script: WX_PAGE,
  'vite-react': WX_PAGE,
  'vite-vue': WX_PAGE,
  'uni-app': { ...WX_PAGE, framework: 'uni', askingAt: (api) => `/#/?api=${encodeURIComponent(api)}`, settles: 4000 },
  taro: {
    ...WX_PAGE,
    framework: 'Taro',
    abortText: 'signal is aborted without reason',
    askingAt: (api) => `/#/pages/index/index?api=${encodeURIComponent(api)}`,
    settles: 8000,
  },
  iframe: { ...WX_PAGE, frameOf: (page) => page.frame('app') ?? page.mainFrame() },
  'tanstack-devtools': {
    ...WX_PAGE,
    // It remembers whether it was open.
    async openPanel(page) {
      const button = page.getByRole('button', { name: 'Open TanStack Devtools' })
      await page.getByRole('grid', { name: 'Requests' }).or(button).first().waitFor()
      if (await button.isVisible()) await button.click()
    },
  },
  'glass-easel': WX_PAGE,
} satisfies Record<string, HostKind>

export type HostName = keyof typeof KINDS

export function hostOf(name: HostName): HostKind {
  const kind = KINDS[name]
  if (!kind) throw new Error(`WX_HOST_NAME is ${name}: say in e2e/hosts/host-kinds.ts how it is driven.`)
  return kind
}
