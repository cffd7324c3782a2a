import { createInspector } from './inspector.ts'
import { readScriptOptions } from './script-options.ts'

/**
 * Import this file to install `wx` and `wxInspector` and dock the panel in the page. As a script tag it reads its options
 * from `data-` attributes: `data-service-worker` (a URL, or `off`), `data-open`, `data-dock`, `data-domain-check`, `data-language` and `data-theme`.
 * Throws InspectorError `bad-option` for an invalid value.
 */
const options = readScriptOptions({ ...(globalThis.document?.currentScript as HTMLElement | null)?.dataset })
const inspector = createInspector(options)
inspector.install()
