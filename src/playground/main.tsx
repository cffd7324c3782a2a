import '../entry/tokens.css'
import './shell/demo-page.css'
import './shell/header-bar.css'
import './shell/screen-switch.css'
import './shell/phone.css'
import './shell/preview.css'
import { createRoot } from 'react-dom/client'
import { createInspector } from '../entry/inspector.ts'
import { languageOf } from '../entry/words.ts'
import { parsePageQuery } from './page-query.ts'
import { DemoPage } from './shell/demo-page.tsx'
import { RememberedChoice } from './shell/remembered-choice.ts'
import { RememberedSize } from './shell/remembered-size.ts'
import { SHOP_DOMAINS } from './shop/client/shop-origins.ts'
import { shopRulesIn } from './shop/rules/shop-rules.ts'
import { shopScenariosIn } from './shop/rules/shop-scenarios.ts'

const query = parsePageQuery(location.search)
const choices = {
  language: new RememberedChoice('language', ['zh', 'en'] as const, () => localStorage),
  preview: {
    width: new RememberedSize('preview-width', () => localStorage),
    folded: new RememberedChoice('preview-folded', ['yes', 'no'] as const, () => localStorage),
  },
  theme: new RememberedChoice('theme', ['light', 'dark', 'auto'] as const, () => localStorage),
}
const language = query.language ?? choices.language.read() ?? languageOf(navigator.languages)
const theme = query.theme ?? choices.theme.read() ?? 'auto'

const panelElement = document.createElement('div')
panelElement.className = 'panel-element'

const reloads = new EventTarget()
const inspector = createInspector({
  rules: shopRulesIn(language),
  scenarios: shopScenariosIn(language),
  settings: {
    appid: 'wx5a7ea0fc0ffee123',
    domains: SHOP_DOMAINS,
    domainCheck: 'enforce',
    conditions: { preset: 'wifi' },
  },
  ...(query.serviceWorker ? {} : { serviceWorker: false }),
  panel: {
    container: panelElement,
    language,
    theme,
    lookMenu: false,
    ...(query.panelOnly ? {} : { onReload: () => reloads.dispatchEvent(new Event('reload')) }),
  },
})
// biome-ignore lint/correctness/useHookAtTopLevel: a method of the inspector, no hook of React
if (inspector.scenarios.some(({ id }) => id === query.scenario)) inspector.useScenario(query.scenario)
inspector.install()
inspector.open()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has lost its #root element.')
// No StrictMode: it runs effects twice, and every page of the shop would show a call that was aborted at once.
createRoot(root).render(
  <DemoPage
    inspector={inspector}
    panelElement={panelElement}
    reloads={reloads}
    start={{ language, theme }}
    choices={choices}
    panelOnly={query.panelOnly}
  />,
)
