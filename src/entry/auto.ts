import { createInspector } from './inspector.ts'
import { readScriptOptions } from './script-options.ts'

/**
 * Importing this file is all it takes: `wx` and `wxInspector` are there, and the panel is docked at the foot of the page. As one script tag
 * it reads its options from `data-` attributes: `data-service-worker` (an address, or `off`), `data-open`, `data-domain-check`,
 * `data-language` and `data-theme`.
 */
const { inspector: options, open } = readScriptOptions({ ...(globalThis.document?.currentScript as HTMLElement | null)?.dataset })
const inspector = createInspector(options)
inspector.install()
if (open) inspector.open()
