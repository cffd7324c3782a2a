import { useEffect, useState } from 'react'
import type { Theme } from '../../../entry/inspector/inspector-types.ts'
import { createInspector, type WxInspector } from '../../../entry/inspector.ts'
import type { Language } from '../../../entry/words.ts'
import { SHOP_DOMAINS } from '../../shop/client/shop-origins.ts'
import { shopRulesIn } from '../../shop/rules/shop-rules.ts'
import { shopScenariosIn } from '../../shop/rules/shop-scenarios.ts'
import { createProgramRunner, type ProgramRunner } from '../sandbox/program-runner.ts'
import { createSandboxFrame } from '../sandbox/sandbox-frame.ts'

export interface Playground {
  readonly inspector: WxInspector
  readonly runner: ProgramRunner
  /** The inspector draws its panel into this one. */
  readonly panelElement: HTMLElement
}

/**
 * An inspector of the playground's own: what a program stores, and what a person sets while it runs, belongs to another appid than the shop.
 * A call that no rule answers fails, so that nothing leaves the page.
 */
export function usePlayground(language: Language, theme: Theme): Playground {
  const [playground] = useState(() => createPlayground(language, theme))
  const { inspector } = playground
  useEffect(() => {
    inspector.setLanguage(language)
    inspector.setRules(shopRulesIn(language))
    inspector.setScenarios(shopScenariosIn(language))
  }, [inspector, language])
  useEffect(() => inspector.setTheme(theme), [inspector, theme])
  return playground
}

function createPlayground(language: Language, theme: Theme): Playground {
  const panelElement = document.createElement('div')
  panelElement.className = 'panel-element'
  const inspector = createInspector({
    rules: shopRulesIn(language),
    scenarios: shopScenariosIn(language),
    settings: {
      appid: 'wx5a7ea0fc0ffee7e5',
      domains: SHOP_DOMAINS,
      domainCheck: 'enforce',
      unmatched: 'fail',
      conditions: { preset: 'wifi' },
    },
    serviceWorker: false,
    panel: { container: panelElement, language, theme, lookMenu: false },
  })
  inspector.open()
  const sleep = (duration: number) => new Promise<void>((resolve) => setTimeout(resolve, duration))
  return { inspector, panelElement, runner: createProgramRunner({ inspector, openFrame: createSandboxFrame, sleep }) }
}
